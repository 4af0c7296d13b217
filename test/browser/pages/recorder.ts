import {
  createOpenDisplay,
  RecordingModel,
  type MaskLivePage,
  type Recorded,
  type RecordingModelInstance,
} from '../../../src/capture/recording/index';
import { repairedFilm } from '../../../src/capture/repair/index';
import { createPieceKeeper } from '../../../src/app/recording/pieceKeeper';
import type { Clock } from '../../../src/foundation/clock';
import { createId } from '../../../src/foundation/id';
import { succeed } from '../../../src/foundation/result';
import { createSystemClock, systemRandom } from '../../../src/host/index';
import { createDictionary, maskLivePage } from '../../../src/privacy/live/index';
import { DEFAULT_LIMITS } from '../../../src/protocol/session';
import { openOwnerDatabase } from '../../../src/storage/index';

/** A recording as a test can hold it. */
export interface Film extends Omit<Recorded, 'bytes'> {
  readonly sizeBytes: number;
}

/** What a player makes of it. */
export interface Played {
  readonly duration: number;
  readonly width: number;
  readonly height: number;
  /** The colour in the middle at each of the moments, as `r,g,b`; `no picture` where the player shows none. */
  readonly colours: readonly string[];
}

/** What is seen in one picture of a film. */
export interface Inked {
  readonly magenta: number;
  /** Words of the interface, which are nearly black. */
  readonly dark: number;
  /** The picture as PNG in base64; of one in eight. */
  readonly png?: string;
}

/** What the tests ask of recording on a page, with the real recorder, sound, storage and clock. */
export interface RecorderPage {
  readonly model: RecordingModelInstance;
  readonly films: readonly Film[];
  /** Covers the page during recordings from now on; these texts are interface. Without it nothing is covered. */
  cover(catalogue: readonly string[]): void;
  /** Lets no wait of a recording take longer than a moment. */
  hurry(): void;
  /** Lets recordings take so many seconds; the product allows 180. */
  allow(seconds: number): void;
  /** Makes the recorder of this page write WebM only. */
  refuseMp4(): void;
  /** Takes the recorder away. */
  refuseRecorder(): void;
  /** Plays the last film and looks at these moments, in seconds. */
  play(seconds: readonly number[]): Promise<Played>;
  /** Pixels in magenta and near black in the last film's pictures at these moments, in seconds. */
  inks(seconds: readonly number[]): Promise<readonly Inked[]>;
  /** The last film, in base64. */
  bytes(): Promise<string>;
  /** Pieces that are on the device. */
  pieces(): Promise<number>;
}

const systemClock = createSystemClock();
let longestWaitMs = Infinity;
const clock: Clock = {
  now: systemClock.now,
  after: (delayMs, action) => systemClock.after(Math.min(delayMs, longestWaitMs), action),
};
const database = openOwnerDatabase('recorder-test');
const recorded: Recorded[] = [];
let catalogue: readonly string[] | undefined;
let mostSeconds = 180;

const mask: MaskLivePage = ({ onBlocked }) =>
  catalogue
    ? maskLivePage(document, {
        dictionary: createDictionary(catalogue),
        interfaceAssets: [],
        own: (element) => element.localName.startsWith('cliendo-support'),
        onBlocked,
      })
    : { end: () => undefined, coveredCount: 0, onScreen: Promise.resolve() };

const model = new RecordingModel({
  openDisplay: createOpenDisplay(window),
  mask,
  keeper: createPieceKeeper({ space: { database }, clock, ttlHours: 72 }),
  attach: async (film) => {
    recorded.push(film);
    return succeed(undefined);
  },
  repair: async ({ bytes, durationMs }) => repairedFilm(bytes, durationMs),
  happenings: {
    subscribe(listener) {
      const hear = ({ error }: ErrorEvent): void => {
        listener({ at: clock.now(), kind: 'error', name: error instanceof Error ? error.name : 'Error' });
      };
      window.addEventListener('error', hear);
      return () => window.removeEventListener('error', hear);
    },
  },
  clock,
  newId: () => createId(systemRandom),
  settings: () => ({ seconds: mostSeconds, extendSeconds: 180, microphone: false }),
  limits: () => DEFAULT_LIMITS,
  attached: () => [],
});

const last = (): Recorded => {
  const film = recorded.at(-1);
  if (!film) throw new Error('There is no film yet.');
  return film;
};

const happens = (target: EventTarget, name: string): Promise<void> =>
  new Promise((resolve) => target.addEventListener(name, () => resolve(), { once: true }));

/** The colour in the middle. A busy machine may tell that it has sought before it can draw the picture. */
async function colourOf(video: HTMLVideoElement): Promise<string> {
  const brush = new OffscreenCanvas(1, 1).getContext('2d');
  for (let tries = 0; tries < 60; tries += 1) {
    brush?.drawImage(video, video.videoWidth / 2, video.videoHeight / 2, 1, 1, 0, 0, 1, 1);
    const [red, green, blue, alpha] = brush?.getImageData(0, 0, 1, 1).data ?? [];
    if (alpha) return [red, green, blue].join();
    await new Promise((resolve) => requestAnimationFrame(resolve)); // oxlint-disable-line no-await-in-loop -- one player
  }
  return 'no picture';
}

/** Shows the last film, ready to be sought in. */
async function shown(): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  video.muted = true;
  const ready = happens(video, 'loadeddata');
  video.src = URL.createObjectURL(new Blob([last().bytes], { type: last().type }));
  await ready;
  return video;
}

/** Looks at each of these moments in turn. */
async function lookedAt<Seen>(
  video: HTMLVideoElement,
  seconds: readonly number[],
  look: () => Promise<Seen>,
): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const at of seconds) {
    const sought = happens(video, 'seeked');
    video.currentTime = at;
    await sought; // oxlint-disable-line no-await-in-loop -- one player
    seen.push(await look()); // oxlint-disable-line no-await-in-loop -- one player
  }
  return seen;
}

async function play(seconds: readonly number[]): Promise<Played> {
  const video = await shown();
  const colours = await lookedAt(video, seconds, () => colourOf(video));
  return { duration: video.duration, width: video.videoWidth, height: video.videoHeight, colours };
}

/** Writing a picture down takes longer than looking at it. */
const KEPT_ONE_IN = 8;

async function inks(seconds: readonly number[]): Promise<readonly Inked[]> {
  const video = await shown();
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  let count = 0;
  return lookedAt(video, seconds, async () => {
    await colourOf(video); // it is there to be drawn
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen?.drawImage(video, 0, 0);
    const pixels = pen?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
    const isKept = count % KEPT_ONE_IN === 0;
    count += 1;
    return {
      ...inkIn(pixels),
      ...(isKept && { png: base64Of(await (await canvas.convertToBlob()).arrayBuffer()) }),
    };
  });
}

function inkIn(pixels: Uint8ClampedArray): Pick<Inked, 'magenta' | 'dark'> {
  let [magenta, dark] = [0, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, middle = 0, blue = 0] = pixels.subarray(at, at + 3);
    if (red - middle > 40 && blue - middle > 40) magenta += 1;
    if (Math.max(red, middle, blue) < 90) dark += 1;
  }
  return { magenta, dark };
}

function base64Of(bytes: ArrayBuffer): string {
  const view = new Uint8Array(bytes);
  let binary = '';
  for (let start = 0; start < view.length; start += 32_768)
    binary += String.fromCharCode(...view.subarray(start, start + 32_768));
  return btoa(binary);
}

const page: RecorderPage = {
  model,
  get films() {
    return recorded.map(({ bytes, ...film }) => ({ ...film, sizeBytes: bytes.byteLength }));
  },
  cover(texts) {
    catalogue = texts;
  },
  hurry() {
    longestWaitMs = 20;
  },
  allow(seconds) {
    mostSeconds = seconds;
  },
  refuseMp4() {
    const real = MediaRecorder.isTypeSupported.bind(MediaRecorder);
    MediaRecorder.isTypeSupported = (type) => !type.startsWith('video/mp4') && real(type);
  },
  refuseRecorder() {
    MediaRecorder.isTypeSupported = () => false;
  },
  play,
  inks,
  bytes: async () => base64Of(last().bytes),
  async pieces() {
    const keys = await database.store('chunks').keys('recording/');
    return keys.ok ? keys.value.filter((key) => !key.endsWith('/head')).length : -1;
  },
};
Object.assign(globalThis, { recorder: page });
