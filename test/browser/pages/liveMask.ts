import { grabDisplay } from '../../../src/capture/browser/grabDisplay';
import { createDictionary, maskLivePage, type LiveMask } from '../../../src/privacy/live/index';

/** What was seen in the frames of a recording of this very tab. */
export interface Watched {
  readonly frames: number;
  /** Pixels in the ink of the canaries: in the first frame that shows the page, and the most of any. */
  readonly firstInk: number;
  readonly mostInk: number;
  /** Pixels in the ink of interface words, the most of any frame. */
  readonly mostKnown: number;
  /** Some frames, as PNG in base64. */
  readonly samples: readonly string[];
}

/** What the tests ask of live masking on a page. */
export interface LiveMasking {
  start(catalogue: readonly string[], assets?: readonly string[]): void;
  end(): void;
  readonly mask: LiveMask | undefined;
  /** What `onBlocked` was told, in order. */
  readonly told: boolean[];
  /** Records this tab, masked from before it is asked for or not at all, until so many frames have come. */
  watch(frames: number, catalogue?: readonly string[]): Promise<Watched>;
  /** Takes a picture of a display; gives its PNG in base64 or the code of the problem, and what it tells of it. */
  grab(catalogue: readonly string[]): Promise<{ readonly png: string; readonly code: string; readonly boxes: number }>;
  /** Pixels in the ink of interface words, which our own element has too. */
  greenIn(png: string): Promise<number>;
  /** Pixels in ink per element, in a picture of the page. */
  inkIn(png: string, selector: string): Promise<readonly number[]>;
  /** Whether two pictures are equal, per box. */
  equalIn(one: string, other: string, boxes: readonly Box[]): Promise<readonly boolean[]>;
}

let mask: LiveMask | undefined;
const told: boolean[] = [];

type Pixels = Uint8ClampedArray;
type Box = readonly [x: number, y: number, width: number, height: number];

const isInk = (pixels: Pixels, at: number): boolean => difference(pixels, at, 0) > 40 && difference(pixels, at, 2) > 40;
const isKnownInk = (pixels: Pixels, at: number): boolean =>
  difference(pixels, at, 0) < -40 && difference(pixels, at, 2) < -40;
/** How much more there is of a colour than of green. */
const difference = (pixels: Pixels, at: number, channel: number): number =>
  (pixels[at + channel] ?? 0) - (pixels[at + 1] ?? 0);
const count = (pixels: Pixels, is: (pixels: Pixels, at: number) => boolean): number => {
  let found = 0;
  for (let at = 0; at < pixels.length; at += 4) if (is(pixels, at)) found += 1;
  return found;
};

const penOf = (width: number, height: number): OffscreenCanvasRenderingContext2D => {
  const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('This browser cannot draw.');
  return pen;
};

/** Keeps one grey dot changing: of a page that stands still a capture may give no frame at all. */
const startPulse = (): (() => void) => {
  const dot = document.createElement('div');
  dot.style.cssText = 'position:fixed;right:0;bottom:0;width:2px;height:2px;background:#999';
  document.documentElement.append(dot);
  const timer = setInterval(
    () => (dot.style.backgroundColor = dot.style.backgroundColor === 'grey' ? '#999' : 'grey'),
    50,
  );
  return () => {
    clearInterval(timer);
    dot.remove();
  };
};

const drawn = async (png: string): Promise<OffscreenCanvasRenderingContext2D> => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const pen = penOf(image.width, image.height);
  pen.drawImage(image, 0, 0);
  return pen;
};

const base64Of = async (pen: OffscreenCanvasRenderingContext2D): Promise<string> => {
  const bytes = new Uint8Array(await (await pen.canvas.convertToBlob()).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
};

const SAMPLE_EVERY = 8;

const live: LiveMasking = {
  start(catalogue, interfaceAssets = []) {
    mask = maskLivePage(document, {
      dictionary: createDictionary(catalogue),
      interfaceAssets,
      own: (element) => element.localName.startsWith('cliendo-support'),
      onBlocked: (isBlocked) => told.push(isBlocked),
    });
  },
  end: () => mask?.end(),
  get mask() {
    return mask;
  },
  told,
  async watch(frames, catalogue) {
    if (catalogue) live.start(catalogue);
    await mask?.onScreen;
    const options: DisplayMediaStreamOptions & { preferCurrentTab: boolean } = { video: true, preferCurrentTab: true };
    const stream = await navigator.mediaDevices.getDisplayMedia(options);
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = stream;
    const [seen, samples]: [{ ink: number; known: number }[], string[]] = [[], []];
    const next = (): Promise<unknown> => new Promise((resolve) => video.requestVideoFrameCallback(resolve));
    const stopPulse = startPulse();
    void video.play();
    while (seen.length < frames) {
      await next();
      const pen = penOf(video.videoWidth, video.videoHeight);
      pen.drawImage(video, 0, 0);
      const { data } = pen.getImageData(0, 0, video.videoWidth, video.videoHeight);
      if (data.slice(0, 3).every((channel) => channel === 0)) continue; // before the first picture of the page
      if (seen.length % SAMPLE_EVERY === 0) samples.push(await base64Of(pen));
      seen.push({ ink: count(data, isInk), known: count(data, isKnownInk) });
    }
    stopPulse();
    for (const track of stream.getTracks()) track.stop();
    if (catalogue) live.end();
    return {
      frames: seen.length,
      firstInk: seen[0]?.ink ?? 0,
      mostInk: Math.max(...seen.map(({ ink }) => ink)),
      mostKnown: Math.max(...seen.map(({ known }) => known)),
      samples,
    };
  },
  async grab(catalogue) {
    const own = document.querySelector<HTMLElement>('cliendo-support');
    const grabbed = await grabDisplay({
      view: window,
      mask() {
        live.start(catalogue);
        if (!mask) throw new Error('There is no mask.');
        return Promise.resolve(mask);
      },
      hideOwn() {
        own?.style.setProperty('opacity', '0');
        return () => own?.style.removeProperty('opacity');
      },
    });
    if (!grabbed.ok) return { png: '', code: grabbed.problem.code, boxes: 0 };
    const { picture, boxes = -1 } = grabbed.value;
    let binary = '';
    for (const byte of new Uint8Array(picture.bytes)) binary += String.fromCharCode(byte);
    return { png: btoa(binary), code: '', boxes };
  },
  async greenIn(png) {
    const pen = await drawn(png);
    return count(pen.getImageData(0, 0, pen.canvas.width, pen.canvas.height).data, isKnownInk);
  },
  async equalIn(one, other, boxes) {
    const [a, b] = await Promise.all([drawn(one), drawn(other)]);
    return boxes.map((box) => {
      const [left, right] = [a.getImageData(...box).data, b.getImageData(...box).data];
      return left.every((channel, at) => channel === right[at]);
    });
  },
  async inkIn(png, selector) {
    const pen = await drawn(png);
    return [...document.querySelectorAll(selector)].map((element) => {
      const { x, y, width, height } = (element.querySelector(':popover-open') ?? element).getBoundingClientRect();
      return count(pen.getImageData(x, y, width, height).data, isInk);
    });
  },
};

Object.assign(globalThis, { live });
