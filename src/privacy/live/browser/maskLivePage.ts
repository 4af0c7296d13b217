import type { InterfaceDictionary } from '../../interfaceTexts';
import { createCoveredPage } from './coveredPage';
import { countCovered } from './countCovered';
import { watchBlocked } from './watchBlocked';

/** What live masking needs from outside. */
export interface LiveMaskOptions {
  readonly dictionary: InterfaceDictionary;
  /** `privacy.interfaceAssets`: url prefixes of pictures that belong to the interface. */
  readonly interfaceAssets: readonly string[];
  /** Our own elements, which are never covered. */
  own(element: Element): boolean;
  /** Told when blocked boxes fill half of the view or more, and when they no longer do. */
  readonly onBlocked?: (isBlocked: boolean) => void;
}

/** A page that is covered. */
export interface LiveMask {
  /** How many spots in view are covered now. */
  readonly coveredCount: number;
  /** Comes when the cover is on the screen. Ask for the screen after it: a recording begins with the frame that was last shown. */
  readonly onScreen: Promise<void>;
  /** Puts everything back. */
  end(): void;
}

/** What may change what is seen or known of an element. */
const WATCHED = [
  'data-support-mask',
  'data-support-unmask',
  'data-support-block',
  'contenteditable',
  'style',
  'src',
  'srcset',
  'srcdoc',
  'type',
  'value',
];

/**
 * Covers the page, before its next frame and until `end`: texts, fields, pictures and frames that are not known to be interface.
 * The host can be used as before. Where the browser has no highlights every text is covered.
 */
export function maskLivePage(document: Document, { onBlocked, ...options }: LiveMaskOptions): LiveMask {
  const view = document.defaultView ?? window;
  const blocked = watchBlocked(view, (isBlocked) => onBlocked?.(isBlocked));
  const observer = new MutationObserver((records) => page.absorb(records));
  const page = createCoveredPage(document, {
    ...options,
    onBlock: (element) => blocked.look(element),
    watch: (tree) =>
      observer.observe(tree, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: WATCHED,
      }),
  });

  /** The last look before each frame: some changes tell nobody, such as another list of adopted sheets. */
  let frame = 0;
  const guard = (): void => {
    page.guard();
    frame = view.requestAnimationFrame(guard);
  };
  guard();
  let hasEnded = false;

  return {
    onScreen: shownFrame(view),
    get coveredCount() {
      return hasEnded ? 0 : countCovered(document, page.coveredTexts());
    },
    end() {
      if (hasEnded) return;
      hasEnded = true;
      view.cancelAnimationFrame(frame);
      observer.disconnect();
      blocked.end();
      page.end();
    },
  };
}

/** A frame is on its way to the screen when the next one begins, and there when the one after that does. */
const shownFrame = (view: Window): Promise<void> =>
  new Promise((resolve) => {
    const after = (frames: number): unknown =>
      frames === 0 ? resolve() : view.requestAnimationFrame(() => after(frames - 1));
    after(3);
  });
