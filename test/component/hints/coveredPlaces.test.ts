import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLifetime, type Lifetime } from '../../../src/foundation/lifetime';
import { createHintPage, type HintPageWithElements } from '../../../src/hints/browser/hintPage';
import type { PlaceState } from '../../../src/hints/ports';

/** The browser's observer of views: what is observed is told when the page is laid out, which is when the test says so. */
class ViewObserver {
  static now: ViewObserver | undefined;
  static isInView = true;
  static observed = 0;
  #waiting = new Set<Element>();
  #tell: IntersectionObserverCallback;
  constructor(tell: IntersectionObserverCallback) {
    this.#tell = tell;
    ViewObserver.now = this;
  }
  observe(element: Element): void {
    ViewObserver.observed += 1;
    this.#waiting.add(element);
  }
  unobserve(element: Element): void {
    this.#waiting.delete(element);
  }
  disconnect(): void {
    this.#waiting.clear();
  }
  layOut(): void {
    const rect = { left: 10, top: 10, width: 100, height: 20 };
    const isIntersecting = ViewObserver.isInView;
    const entries = [...this.#waiting].map((target) => ({
      target,
      isIntersecting,
      intersectionRatio: Number(isIntersecting),
      intersectionRect: rect,
      boundingClientRect: rect,
      rootBounds: null,
    }));
    this.#waiting.clear();
    if (entries.length > 0)
      this.#tell(entries as unknown as IntersectionObserverEntry[], this as unknown as IntersectionObserver); // what is read of them is there
  }
}

let lifetime: Lifetime;
let page: HintPageWithElements;
let told: PlaceState[];
let reads: number;
/** The clock of the work of a frame. */
let now: number;
let onTop: Element | null;
const wanted = ['bewaren', 'toevoegen'].map((name) => ({
  name,
  target: { label: name, tag: 'button', find: [{ by: { id: name }, weight: 0.8, strong: true }] },
  signs: [],
}));
const layOut = (): void => ViewObserver.now?.layOut();
const states = (): readonly PlaceState[] => wanted.map(({ name }) => page.placeOf(name));
const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
/** Waits until both places were looked for, which happens in a frame. */
const found = async (): Promise<void> => {
  while (states().includes('missing')) await nextFrame();
};

beforeEach(async () => {
  document.body.innerHTML =
    '<button id="bewaren">Bewaren</button><button id="toevoegen">Toevoegen</button><div id="over"></div>';
  [lifetime, told, reads, onTop] = [createLifetime(), [], 0, null];
  ViewObserver.isInView = true;
  vi.stubGlobal('IntersectionObserver', ViewObserver);
  document.elementFromPoint = () => {
    reads += 1;
    return onTop;
  };
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(() => {
    reads += 1;
    return new DOMRect();
  });
  page = createHintPage(
    {
      look: () => ({ page: document, locales: ['nl'], testIdAttribute: 'data-testid' }),
      clock: { now: () => 0, after: () => () => undefined },
      isOwn: (element) => element.localName === 'cliendo-support-bar',
      safely: (action) => action(),
      followErrors: () => () => undefined,
    },
    lifetime,
  );
  page.listen((signs) => {
    for (const sign of signs) if (sign.is === 'place' && sign.target === 'bewaren') told.push(sign.state);
  });
  page.watch({ places: wanted, idleMs: [], isErrorWanted: false, isRageWanted: false });
  await found();
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  lifetime.end();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const over = (): Element | null => document.querySelector('#over');

describe('what lies over a place', () => {
  test('is looked at where the page is laid out, and told from memory after that: judging asks the layout nothing', () => {
    onTop = over();
    expect([states(), reads]).toEqual([['found', 'found'], 0]);
    layOut();
    expect(reads).toBe(2); // the control: looking is counted
    expect(told).toEqual(['found', 'covered']);
    for (let turn = 0; turn < 50; turn++) expect(states()).toEqual(['covered', 'covered']);
    expect(reads).toBe(2);
  });

  test('is looked at once more after it was asked for, however often, and not again when nothing was different', () => {
    layOut();
    for (let turn = 0; turn < 5; turn++) states();
    layOut();
    expect(reads).toBe(4);
    layOut();
    expect([reads, told]).toEqual([4, ['found']]);
  });

  test.each(['scroll', 'click', 'keyup', 'toggle', 'transitionend', 'animationend'])(
    'is looked at again after %s, and told when it went',
    (name) => {
      onTop = over();
      layOut();
      onTop = null;
      for (let turn = 0; turn < 3; turn++) over()?.dispatchEvent(new Event(name));
      expect(told.at(-1)).toBe('covered');
      layOut();
      expect([told, reads]).toEqual([['found', 'covered', 'found'], 4]);
      window.dispatchEvent(new Event('resize'));
      layOut();
      expect(reads).toBe(6);
    },
  );

  test('is no element of ours, no part of the place, nothing around it, and not the label of a field', () => {
    for (const [top, state] of [
      [document.createElement('cliendo-support-bar'), 'found'],
      [document.body, 'found'],
      [null, 'found'],
      [over(), 'covered'],
      [document.querySelector('#bewaren'), 'found'],
    ] as const) {
      onTop = top;
      document.dispatchEvent(new Event('scroll'));
      layOut();
      expect(page.placeOf('bewaren')).toBe(state);
    }
  });

  test('is not looked at where the place is out of view, nor while nothing is awaited', () => {
    ViewObserver.isInView = false;
    layOut();
    document.dispatchEvent(new Event('scroll'));
    layOut();
    expect([reads, states()]).toEqual([0, ['found', 'found']]);
    page.watch({ places: [], idleMs: [], isErrorWanted: false, isRageWanted: false });
    const before = ViewObserver.observed;
    document.dispatchEvent(new Event('scroll'));
    expect(ViewObserver.observed).toBe(before);
  });

  test('takes no more of a frame than it may: the rest comes in the next', () => {
    document.elementFromPoint = () => {
      now += 2; // as on a very large page
      reads += 1;
      return over();
    };
    layOut();
    expect([reads, states()]).toEqual([1, ['covered', 'found']]);
    layOut();
    expect(states()).toEqual(['covered', 'covered']);
  });

  test('is not asked of a place that the page took away between being laid out and being told', () => {
    onTop = over();
    for (const { name } of wanted) document.querySelector(`#${name}`)?.remove();
    expect(layOut).not.toThrow();
    expect(reads).toBe(0);
  });
});
