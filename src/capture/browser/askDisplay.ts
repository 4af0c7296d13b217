import { fail, succeed, type Failure, type Result } from '../../foundation/result';

/**
 * Why there is no display stream. `display-unsupported`: this browser has none to give · `display-denied`: the person, the browser or
 * the page's policy said no · `display-dismissed`: the picker was closed without a choice · `display-failed`: the source would not start.
 */
export type DisplayProblem = Failure<'display-unsupported' | 'display-denied' | 'display-dismissed' | 'display-failed'>;

/** What may differ between a recording and a single picture. */
export interface DisplayWish {
  /** Frames a second; a picture needs one. */
  readonly frameRate: number;
}

/** A display that the person chose. Whoever asked for it ends it. */
export interface DisplayStream {
  readonly stream: MediaStream;
  /** Its one video track. */
  readonly track: MediaStreamTrack;
  /** What the person chose; `unknown` where the engine does not say. */
  readonly surface: 'browser' | 'window' | 'monitor' | 'unknown';
  /** Whether it is this very tab, the only thing we can cover. `unknown` is to be treated as another one. */
  readonly isThisTab: boolean | 'unknown';
  /** Stops capturing. Twice is harmless. */
  end(): void;
}

/** Tells whether the page can ask for a display and record it. Phones cannot; nor can a page without https. */
export function canRecord(view: Window & Pick<typeof globalThis, 'MediaRecorder'>): boolean {
  return hasDisplay(view) && typeof view.MediaRecorder === 'function';
}

/**
 * Lets the person choose a display, this tab first. Must follow a press: browsers refuse it otherwise.
 * Whatever of the page may not be seen has to be covered before this is called: frames come as soon as the choice is made.
 */
export async function askDisplay(
  view: Window,
  { frameRate }: DisplayWish,
): Promise<Result<DisplayStream, DisplayProblem>> {
  if (!hasDisplay(view))
    return fail({ code: 'display-unsupported', message: 'This browser cannot capture a display.' });
  try {
    const stream = await view.navigator.mediaDevices.getDisplayMedia(wishes(view, frameRate));
    const [track] = stream.getVideoTracks();
    if (!track) return fail({ code: 'display-failed', message: 'The display has no picture.' });
    const end = (): void => stream.getTracks().forEach((one) => one.stop());
    return succeed({ stream, track, surface: surfaceOf(track), isThisTab: await isOwnTab(view, track), end });
  } catch (cause) {
    return fail(problemOf(cause));
  }
}

const hasDisplay = (view: Window): boolean =>
  typeof (view.navigator.mediaDevices as Partial<MediaDevices> | undefined)?.getDisplayMedia === 'function'; // absent without https

/** Members of Screen Capture that TypeScript does not know yet; browsers ignore what they do not know. */
type Wishes = DisplayMediaStreamOptions & {
  readonly preferCurrentTab: boolean;
  readonly selfBrowserSurface: 'include';
  readonly surfaceSwitching: 'exclude';
  readonly monitorTypeSurfaces: 'include';
  readonly controller?: FocusController;
};

interface FocusController {
  setFocusBehavior(behavior: 'no-focus-change'): void;
}

function wishes(view: Window, frameRate: number): Wishes {
  const controller = focusController(view);
  return {
    video: { displaySurface: 'browser', frameRate },
    audio: false,
    preferCurrentTab: true,
    selfBrowserSurface: 'include',
    surfaceSwitching: 'exclude',
    monitorTypeSurfaces: 'include',
    ...(controller && { controller }),
  };
}

/** Keeps the browser from going to the tab or window that was chosen: the person stays here. */
function focusController(view: Window): FocusController | undefined {
  const { CaptureController } = view as { CaptureController?: new () => FocusController }; // not in every engine
  if (!CaptureController) return undefined;
  const controller = new CaptureController();
  controller.setFocusBehavior('no-focus-change');
  return controller;
}

const SURFACES: readonly string[] = ['browser', 'window', 'monitor'];

function surfaceOf(track: MediaStreamTrack): DisplayStream['surface'] {
  const { displaySurface = 'unknown' } = track.getSettings();
  return SURFACES.includes(displaySurface) ? (displaySurface as DisplayStream['surface']) : 'unknown'; // just looked up
}

/**
 * Region Capture tells it: a track can be cropped to an element of this page only when it shows this page. The crop is taken off again.
 * A capture handle would tell it too, but setting one overwrites the host's.
 */
async function isOwnTab(view: Window, track: MediaStreamTrack): Promise<DisplayStream['isThisTab']> {
  if (surfaceOf(track) !== 'browser') return surfaceOf(track) === 'unknown' ? 'unknown' : false;
  const { CropTarget } = view as { CropTarget?: { fromElement(element: Element): Promise<unknown> } }; // not in every engine
  const cropTo = (track as { cropTo?(target: unknown): Promise<void> }).cropTo?.bind(track);
  if (!CropTarget || !cropTo) return 'unknown';
  const crop = async (): Promise<boolean> => {
    await cropTo(await CropTarget.fromElement(view.document.documentElement));
    await cropTo(null);
    return true;
  };
  return Promise.race([crop().catch(() => false), ended(track)]);
}

/** A crop under way when its track ends is never answered by Chromium (156): sharing that ends then must not be waited for. */
const ended = (track: MediaStreamTrack): Promise<false> =>
  new Promise((resolve) => track.addEventListener('ended', () => resolve(false), { once: true }));

const CODES: Readonly<Record<string, DisplayProblem['code']>> = {
  AbortError: 'display-dismissed',
  NotAllowedError: 'display-denied',
  SecurityError: 'display-denied',
  NotSupportedError: 'display-unsupported',
};

/** Chromium has one error for closing the picker and for a refusal by policy or system; only its words tell them apart. */
function problemOf(cause: unknown): DisplayProblem {
  const { name, message } = cause instanceof Error ? cause : { name: 'nothing', message: '' };
  const code = /denied by user|dismiss/i.test(message) ? 'display-dismissed' : (CODES[name] ?? 'display-failed');
  return { code, message: `The browser answered ${name}.`, cause };
}
