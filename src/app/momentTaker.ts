import type { Freezer, FrozenPage } from '../capture/moment';
import type { Clock } from '../foundation/clock';
import type { AppModelInstance } from './app.model';
import type { LazyFeatures } from './lazyFeatures';

/** Freezes the page, masked, in memory only. */
export interface MomentTaker {
  /** Fetches what is needed, so that a press can be answered at once. */
  prepare(): void;
  /** Somebody comes near a door: freezes the page already, so that the press costs nothing when it has not changed by then. */
  approach(): void;
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
  let freezer: Freezer | undefined;
  let frozen: FrozenPage | undefined;

  const prepare = async (): Promise<Freezer> => {
    const { createFreezer } = await lazy.moment();
    return (freezer ??= createFreezer(page, { own: isOwn, clock, privacy: () => model.settings.peek().privacy }));
  };
  const isWanted = (): boolean =>
    model.settings.peek().moment.picture && !model.isOpen.peek() && !model.subject.isPassThrough.peek();
  const isPressed = (): boolean => frozen !== undefined && clock.now() - frozen.takenAt < ONE_PRESS_MS;

  return {
    prepare: () => void prepare().catch(() => undefined), // told by lazyFeatures
    approach() {
      prepare().then(
        ({ approach }) => isWanted() && !isPressed() && approach(),
        () => undefined, // told by lazyFeatures
      );
    },
    press() {
      if (freezer && isWanted() && !isPressed()) frozen = freezer.freeze();
    },
    take() {
      const taken = frozen;
      frozen = undefined;
      return taken;
    },
    fresh: async () => (await prepare()).freezeCalmly(),
    forget() {
      frozen = undefined;
      freezer?.forget();
    },
  };
}
