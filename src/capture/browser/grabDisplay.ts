import { fail, succeed, type Failure, type Result } from '../../foundation/result';
import type { Undo } from '../../foundation/lifetime';
import type { Grabbed } from '../ports';
import { askDisplay, type DisplayProblem, type DisplayStream } from './askDisplay';

/** Why there is no picture of a display: as `askDisplay`, and `grab-failed` also when no frame comes. */
export type GrabProblem = Failure<'grab-unsupported' | 'grab-denied' | 'grab-dismissed' | 'grab-failed'>;

/** A page that is covered. `src/privacy/live` gives the real one. */
export interface Cover {
  readonly coveredCount: number;
  /** Comes when the cover is on the screen. */
  readonly onScreen: Promise<void>;
  end(): void;
}

/** What grabbing needs from outside. */
export interface GrabOptions {
  readonly view: Window;
  /** Covers the page. */
  mask(): Promise<Cover>;
  /** Takes our own elements out of sight, focus kept, until undone. */
  hideOwn(): Undo;
}

/** How long a display may take to give its first frame. A window that is minimised gives none. Milliseconds. */
const FIRST_FRAME_MS = 4000;
const CODES: Readonly<Record<DisplayProblem['code'], GrabProblem['code']>> = {
  'display-unsupported': 'grab-unsupported',
  'display-denied': 'grab-denied',
  'display-dismissed': 'grab-dismissed',
  'display-failed': 'grab-failed',
};

/** Tells whether the page can ask for a display. */
export const canGrab = (view: Window): boolean =>
  typeof (view.navigator.mediaDevices as Partial<MediaDevices> | undefined)?.getDisplayMedia === 'function'; // absent without https

/**
 * Takes one picture of a display that the person chooses. The page is covered and our panel is gone before the browser asks, so there
 * is no frame with either; both are put back, and nothing is captured any more, whatever happens.
 */
export async function grabDisplay({ view, mask, hideOwn }: GrabOptions): Promise<Result<Grabbed, GrabProblem>> {
  const cover = await mask();
  const showOwn = hideOwn();
  try {
    await cover.onScreen;
    const asked = await askDisplay(view, { frameRate: 5 });
    if (!asked.ok) return fail({ ...asked.problem, code: CODES[asked.problem.code] });
    try {
      return await grab(view, asked.value, cover);
    } finally {
      asked.value.end();
    }
  } finally {
    showOwn();
    cover.end();
  }
}

async function grab(
  view: Window,
  { stream, isThisTab }: DisplayStream,
  cover: Cover,
): Promise<Result<Grabbed, GrabProblem>> {
  try {
    const canvas = await firstFrame(view, stream);
    const bytes = await bytesOf(canvas);
    const { width, height } = canvas;
    const picture = { bytes, type: 'image/png', width, height, gaps: [] } as const;
    return succeed(isThisTab === true ? { picture, boxes: cover.coveredCount } : { picture });
  } catch (cause) {
    return fail({ code: 'grab-failed', message: 'The display gave no picture.', cause });
  }
}

/** Draws the first frame that has a picture. What a display gives before that is black all over. */
async function firstFrame(view: Window, stream: MediaStream): Promise<HTMLCanvasElement> {
  const video = view.document.createElement('video');
  const canvas = view.document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const hasPicture = (): boolean => {
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    if (!pen || canvas.width === 0) return false;
    pen.drawImage(video, 0, 0);
    return pen.getImageData(0, 0, canvas.width, canvas.height).data.some((channel, at) => at % 4 < 3 && channel > 0);
  };
  video.muted = true;
  video.srcObject = stream;
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = view.setTimeout(() => reject(new Error('No frame came in time.')), FIRST_FRAME_MS);
      const look = (): unknown =>
        hasPicture() ? resolve(view.clearTimeout(timer)) : video.requestVideoFrameCallback(look);
      video.requestVideoFrameCallback(look);
      video.play().catch(reject);
    });
  } finally {
    video.srcObject = null;
  }
  return canvas;
}

const bytesOf = (canvas: HTMLCanvasElement): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob.arrayBuffer()) : reject(new Error('The canvas gave no picture.')))),
  );
