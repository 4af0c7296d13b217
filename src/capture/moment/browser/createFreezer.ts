import { createDictionaryKeeper, type InterfaceTextSource } from '../../../privacy/index';
import type { FrozenPage } from '../moment';
import type { StyleRoot } from './findElements';
import { freezePage, rootsIn, type FreezeOptions } from './freezePage';
import { freezePageCalmly } from './freezePageCalmly';
import { watchForChange } from './watchForChange';

/** Freezes one page, before it is asked where that is possible. */
export interface Freezer {
  /** Somebody comes near a door: freezes the page already, so that the press itself costs nothing. */
  approach(): void;
  /** Gives the page as it is at this moment: what was made on approach when nothing has changed since, else a new one. */
  freeze(): FrozenPage;
  /** Gives the page as it is now, in short tasks: the person waits for it and the page goes on. */
  freezeCalmly(): Promise<FrozenPage>;
  /** Forgets what was made on approach. */
  forget(): void;
}

/** A page that was frozen before the press. */
interface Early {
  isTrue(): boolean;
  readonly frozen: FrozenPage | undefined;
  end(): void;
}

/** How long an early one is kept in memory when no press comes. Milliseconds. */
const KEPT_MS = 10_000;

/** What changes its pixels without a word. It matters only where the host lets it be seen. */
const PLAYING = ':is(canvas,video)[data-support-unmask]';

/** What a freezer works with. */
export interface FreezerOptions extends Pick<FreezeOptions, 'own' | 'clock'> {
  /** What the host lets be seen. Asked each time: it may change its mind. */
  privacy(): { readonly interfaceTexts: InterfaceTextSource; readonly interfaceAssets: readonly string[] };
}

/** Creates the freezer of a page. It reads the catalogue at once, so that a press need not. */
export function createFreezer(document: Document, { own, clock, privacy }: FreezerOptions): Freezer {
  const dictionaryOf = createDictionaryKeeper();
  let early: Early | undefined;
  const options = (): FreezeOptions => {
    const { interfaceTexts, interfaceAssets } = privacy();
    return { dictionary: dictionaryOf(interfaceTexts), interfaceAssets, own, clock };
  };
  const forget = (): void => {
    early?.end();
    early = undefined;
  };
  options();
  return {
    forget,
    approach() {
      if (early?.isTrue()) return;
      forget();
      early = freezeEarly(document, options());
    },
    async freezeCalmly() {
      const now = options();
      return (await freezePageCalmly(document, now)) ?? freezePage(document, now);
    },
    freeze() {
      const made = early?.isTrue() ? early.frozen : undefined;
      forget();
      return made ? { ...made, takenAt: clock.now() } : freezePage(document, options());
    },
  };
}

/** Freezes the page in short tasks, and watches whether that stays true. */
function freezeEarly(document: Document, options: FreezeOptions): Early {
  const { own, clock } = options;
  const roots = [...rootsIn(document, own)];
  const watch = watchForChange(roots, own);
  const ended = new AbortController();
  const { signal } = ended;
  let frozen: FrozenPage | undefined;
  const end = (): void => {
    ended.abort();
    frozen = undefined;
    cancelStart();
    cancelEnd();
    watch.end();
  };
  const isTrue = (): boolean => !signal.aborted && !watch.hasChanged() && !isMoving(document, roots);
  const start = async (): Promise<void> => {
    const page = isTrue() ? await freezePageCalmly(document, options, { signal }) : undefined;
    if (!signal.aborted) frozen = page;
  };
  const cancelStart = clock.after(0, () => void start());
  const cancelEnd = clock.after(KEPT_MS, end);
  return {
    isTrue,
    get frozen() {
      return frozen;
    },
    end,
  };
}

/** Something on the page moves by itself, so that no two moments look the same. */
const isMoving = (document: Document, roots: readonly StyleRoot[]): boolean =>
  document.getAnimations().some(({ playState }) => playState === 'running') ||
  roots.some((root) => root.querySelector(PLAYING));
