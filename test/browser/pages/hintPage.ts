import { createLifetime } from '../../../src/foundation/lifetime';
import { createHintPage, type HintPageWithElements } from '../../../src/hints/browser/hintPage';
import type { LookOptions } from '../../../src/hints/browser/findMatches';
import type { PageSign, PlaceSign, WantedPlace } from '../../../src/hints/ports';
import { createSystemClock } from '../../../src/host/index';
import { recordTarget } from '../../../src/hints/recording';

/** Work that the page asked the browser for, counted from the start. */
const asked = { observing: 0, frames: 0, timers: 0 };

/** Tells how many of these follow something. */
class CountedObserver extends MutationObserver {
  #isFollowing = false;
  override observe(...args: Parameters<MutationObserver['observe']>): void {
    this.#set(true);
    super.observe(...args);
  }
  override disconnect(): void {
    this.#set(false);
    super.disconnect();
  }
  #set(isFollowing: boolean): void {
    asked.observing += Number(isFollowing) - Number(this.#isFollowing);
    this.#isFollowing = isFollowing;
  }
}

/** Counts by stepping in between, on this page of a test only. */
function count(): void {
  const { requestAnimationFrame, setTimeout } = window;
  window.requestAnimationFrame = (callback) => {
    asked.frames += 1;
    return requestAnimationFrame(callback);
  };
  Object.assign(window, {
    setTimeout(action: () => void, delayMs?: number): number {
      asked.timers += 1;
      return setTimeout(action, delayMs);
    },
    nextFrame: (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve)),
  });
}

const look = (): LookOptions => ({ page: document, locales: ['nl'], testIdAttribute: 'data-testid' });
const lifetime = createLifetime();
const signs: PageSign[] = [];
let places: readonly WantedPlace[] = [];

count();
const { MutationObserver: theirs } = window;
window.MutationObserver = CountedObserver; // for ours only: the test's own tools follow the page too
const page: HintPageWithElements = createHintPage(
  {
    look,
    clock: createSystemClock(),
    isOwn: (element) => element.localName.startsWith('cliendo-support'),
    safely: (action) => action(),
    followErrors: () => () => undefined,
  },
  lifetime,
);
window.MutationObserver = theirs;
page.listen((all) => signs.push(...all));

/** What the tests ask of the page of hints. */
export const hints = {
  page,
  signs,
  asked,
  /** Records elements and awaits them, under the names that are given. */
  await(elements: Readonly<Record<string, Element>>, wanted: readonly PlaceSign['is'][] = []): void {
    places = Object.entries(elements).map(([name, element]) => {
      const recorded = recordTarget(element, { ...look(), isInterface: () => true, routes: [] });
      if (!recorded.ok) throw new Error(`${name}: ${recorded.problem.code}`);
      return { name, target: { label: name, ...recorded.value }, signs: wanted };
    });
    page.watch({ places, idleMs: [], isErrorWanted: false, isRageWanted: false });
  },
  askAlso(sign: PlaceSign['is']): void {
    places = places.map((place) => ({ ...place, signs: [...place.signs, sign] }));
    page.watch({ places, idleMs: [], isErrorWanted: false, isRageWanted: false });
  },
  awaitNothing: () => page.watch({ places: [], idleMs: [], isErrorWanted: false, isRageWanted: false }),
  end: () => lifetime.end(),
};

Object.assign(globalThis, { hints });
