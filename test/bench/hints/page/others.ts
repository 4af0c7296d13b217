import { driver } from 'driver.js';
import { selectorOf } from '../../../../src/hints/browser/findMatches';
import { inFull, type HintIndex } from '../../../../src/protocol';
import type { Contender, Stand } from './contender';

const names = { testIdAttribute: 'data-testid' };
const NOTHING = ':not(*)';

/** One selector for each place, as products that keep one do: the best that is known of it. */
function selectorsOf({ targets, recipes }: HintIndex): (place: string) => string {
  const selectors = new Map(
    Object.entries(targets).map(([name, target]) => {
      const { tag, find } = inFull(target, recipes);
      return [name, find[0] ? selectorOf(tag, find[0].by, names) : NOTHING];
    }),
  );
  return (place) => selectors.get(place) ?? NOTHING;
}

/**
 * driver.js as its manual says: a step with a card at an element. Waiting for an element is its own too, for one at a time,
 * so what it does less is not counted against anybody.
 */
export function makeDriver({ index, place, lost }: Stand): Contender {
  const selectorFor = selectorsOf(index);
  const description = 'Je werk is bewaard als het vinkje verschijnt.';
  const stepAt = (name: string): { element: string; popover: object; waitForElement: number } => ({
    element: selectorFor(name),
    popover: { title: 'Opslaan', description },
    waitForElement: 600_000,
  });
  const tour = driver({ animate: false, steps: [stepAt(place), stepAt(lost)] });
  return {
    elementOf: () => (tour.getActiveIndex() === 1 ? tour.getActiveElement() : undefined),
    show: () => tour.drive(0),
    hide: () => tour.destroy(),
    card: () => document.querySelector('.driver-popover') ?? undefined,
    awaitLost() {
      tour.destroy();
      tour.drive(1);
    },
  };
}

/** A model of a pattern that was measured in products: once a second, all hints of the app are looked for, wherever somebody is. */
export function makePoll({ index }: Stand): Contender {
  const places = index.hints.flatMap(({ where }) => where.target ?? []);
  const selectorFor = selectorsOf(index);
  const selectors = places.map((place) => [place, selectorFor(place)] as const);
  const found = new Map<string, Element>();
  setInterval(() => {
    for (const [place, selector] of selectors) {
      const element = document.querySelector(selector);
      if (element && element.getBoundingClientRect().width > 0) found.set(place, element);
      else found.delete(place);
    }
  }, 1000);
  return { goTo: () => undefined, elementOf: (place) => found.get(place) };
}

/** A model of the other pattern: each hint of the page has an observer of its own, that looks for it after every change. */
export function makeObservers({ index }: Stand): Contender {
  const selectorFor = selectorsOf(index);
  const found = new Map<string, Element>();
  let observers: readonly MutationObserver[] = [];
  const routes = Object.entries(index.routes).map(([name, pattern]) => [name, pattern.split('/')] as const);
  const nameOf = (path: string): string | undefined => {
    const parts = path.split('/');
    return routes.find(([, pattern]) => pattern.every((part, at) => part.startsWith(':') || part === parts[at]))?.[0];
  };
  return {
    elementOf: (place) => found.get(place),
    goTo(path) {
      for (const observer of observers) observer.disconnect();
      found.clear();
      const here = nameOf(path) ?? '';
      const hints = index.hints.filter(({ where }) => where.target !== undefined && where.routes.includes(here));
      observers = hints.map(({ where: { target: place = '' } }) => {
        const selector = selectorFor(place);
        const find = (): void => {
          const element = document.querySelector(selector);
          if (element) found.set(place, element);
          else found.delete(place);
        };
        const observer = new MutationObserver(find);
        observer.observe(document.body, { childList: true, subtree: true, attributes: true });
        find();
        return observer;
      });
    },
  };
}
