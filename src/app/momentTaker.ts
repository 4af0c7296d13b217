import type { FrozenPage, InterfaceDictionary } from '../capture/moment';
import type { Clock } from '../foundation/clock';
import type { AppModelInstance } from './app.model';
import type { LazyFeatures } from './lazyFeatures';
import type { InterfaceTexts } from './settings';

/** Freezes the page, masked, in memory only. */
export interface MomentTaker {
  /** Fetches what is needed, so that a press can be answered at once. */
  prepare(): void;
  /** Freezes the page as it is now, unless its chunk is not there yet or this page is only a way in. */
  press(): void;
  /** Gives the frozen page of the last press, once. */
  take(): FrozenPage | undefined;
  /** Freezes the page now, for a fresh picture. */
  fresh(): Promise<FrozenPage>;
  /** Forgets it. */
  forget(): void;
}

/** What a moment is taken with. */
export interface MomentTakerOptions {
  readonly page: Document;
  readonly model: AppModelInstance;
  readonly lazy: LazyFeatures;
  readonly clock: Clock;
  readonly isOwn: (element: Element) => boolean;
}

/** Presses that follow each other within this time are one: `pointerdown` and then `click`. Milliseconds. */
const ONE_PRESS_MS = 1000;

/** Creates the moment taker. */
export function createMomentTaker({ page, model, lazy, clock, isOwn }: MomentTakerOptions): MomentTaker {
  let chunk: Awaited<ReturnType<LazyFeatures['moment']>> | undefined;
  let frozen: FrozenPage | undefined;
  let dictionary: { readonly of: unknown; readonly made: InterfaceDictionary } | undefined;

  /** Made once per catalogue: a press has no time to read thousands of texts. */
  const dictionaryOf = (moment: NonNullable<typeof chunk>, texts: InterfaceTexts): InterfaceDictionary => {
    const of = resolved(texts);
    if (dictionary?.of !== of) dictionary = { of, made: moment.createDictionary(of) };
    return dictionary.made;
  };
  const fetch = async (): Promise<NonNullable<typeof chunk>> => (chunk = await lazy.moment());
  const freeze = (moment: NonNullable<typeof chunk>): FrozenPage => {
    const { interfaceTexts, interfaceAssets } = model.settings.peek().privacy;
    return moment.freezePage(page, {
      dictionary: dictionaryOf(moment, interfaceTexts),
      interfaceAssets,
      own: isOwn,
      clock,
    });
  };

  return {
    prepare() {
      fetch().then(
        (moment) => dictionaryOf(moment, model.settings.peek().privacy.interfaceTexts),
        () => undefined, // told by lazyFeatures
      );
    },
    press() {
      if (!chunk || !model.settings.peek().moment.picture || model.isOpen.peek() || model.subject.isPassThrough.peek())
        return;
      if (frozen && clock.now() - frozen.takenAt < ONE_PRESS_MS) return;
      frozen = freeze(chunk);
    },
    take() {
      const taken = frozen;
      frozen = undefined;
      return taken;
    },
    fresh: async () => freeze(await fetch()),
    forget() {
      frozen = undefined;
    },
  };
}

/** The catalogue itself. A function that fails has nothing yet: then everything is covered. */
function resolved(texts: InterfaceTexts): Exclude<InterfaceTexts, () => unknown> {
  if (typeof texts !== 'function') return texts;
  try {
    return resolved(texts());
  } catch {
    return [];
  }
}
