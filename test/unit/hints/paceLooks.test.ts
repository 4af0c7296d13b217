import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paceLooks, type Pace } from '../../../src/hints/browser/paceLooks';

let now: number;
let costMs: number;
let looked: string[];
let told: number[];
let failures: unknown[];
let next: ((time: number) => void) | undefined;
let pace: Pace;
let look: (name: string) => void;
let signs: readonly string[];
let glances: number;
let glanceCostMs: number;
let awaited: readonly string[];

beforeEach(() => {
  [now, costMs, looked, told, failures, next] = [0, 0, [], [], [], undefined];
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  [signs, glances, glanceCostMs, awaited] = [[], 0, 0, ['opslaan']];
  look = (name) => {
    looked.push(name);
    now += costMs;
  };
  const view = {
    requestAnimationFrame: (frame: (time: number) => void) => ((next = frame), 1),
    cancelAnimationFrame: () => (next = undefined),
    setTimeout: (wake: () => void, ms = 0) => ((next = () => ((now += ms), wake())), 1),
    clearTimeout: () => (next = undefined),
  } as unknown as Window; // all that is asked of it
  pace = paceLooks({
    view,
    safely(action) {
      try {
        action();
      } catch (cause) {
        failures.push(cause);
      }
    },
    onCostly: (level) => told.push(level),
    sift: () => false,
    names: () => awaited,
    glance() {
      glances += 1;
      now += glanceCostMs;
      return signs;
    },
    lookFor: (name) => look(name),
    onLooked: () => undefined,
  });
});
afterEach(() => void vi.restoreAllMocks());

/** Lets frames and timers come until none is asked for. */
const rest = (): void => {
  for (let frame = next; frame; frame = next) {
    next = undefined;
    now += 16;
    frame(now);
  }
};
/** The page changes again and again. */
const change = (times: number): number => {
  const before = looked.length;
  for (let time = 0; time < times; time++) {
    pace.planAll();
    rest();
  }
  return looked.length - before;
};

test('what is found fast is looked for at each change', () => {
  costMs = 1;
  expect([change(30), told]).toEqual([30, []]);
});

test('what takes long is looked for less often, which is told once', () => {
  costMs = 5;
  change(1);
  const since = now;
  expect([change(2), told]).toEqual([2, [1]]);
  expect(now - since).toBeGreaterThanOrEqual(1000);
});

test('what takes long every time is no longer looked for on this page, and on the next one it is', () => {
  costMs = 5;
  expect(change(200)).toBe(20);
  expect([told, pace.isPlanned]).toEqual([[1, 2], true]);
  pace.arrive();
  costMs = 1;
  rest();
  expect([looked.length, change(30), told]).toEqual([21, 30, [1, 2]]);
});

test('one short look in between, and the count begins again', () => {
  costMs = 5;
  expect(change(15)).toBe(15);
  costMs = 1;
  change(1);
  costMs = 5;
  expect([change(15), told]).toEqual([15, [1]]);
});

test('a place that is new is looked for once where looking was stopped', () => {
  costMs = 5;
  change(200);
  pace.planAllNow();
  rest();
  expect([looked.length, change(10), told]).toEqual([21, 0, [1, 2]]);
});

test('a look that fails is nobody’s trouble, and the next change looks again', () => {
  look = () => {
    throw new Error('ours');
  };
  change(1);
  look = (name) => looked.push(name);
  expect([failures.length, change(1)]).toEqual([1, 1]);
});

test('a page that never rests is glanced at ten times a second at most, and what has its sign there is looked for', () => {
  costMs = 5;
  change(200);
  signs = ['opslaan'];
  const [since, before] = [now, glances];
  expect([change(8), glances - before, told]).toEqual([8, 8, [1, 2]]);
  expect(now - since).toBeGreaterThanOrEqual(7 * 100);
});

test('between two long looks, what has its sign there is not kept waiting', () => {
  costMs = 5;
  change(3);
  signs = ['opslaan'];
  pace.planAll();
  const since = now;
  while (looked.length < 4 && next) {
    const frame = next;
    next = undefined;
    now += 16;
    frame(now);
  }
  expect(now - since).toBeLessThan(200);
});

test('a glance that takes long is rested from longer', () => {
  costMs = 5;
  change(200);
  pace.planAll();
  rest();
  const since = now;
  glanceCostMs = 15;
  change(3);
  expect(now - since).toBeGreaterThanOrEqual(600);
});

test('a change while places are being looked for one by one is not forgotten', () => {
  costMs = 3; // one in a frame
  awaited = ['een', 'twee', 'drie'];
  look = (name) => {
    looked.push(name);
    now += costMs;
    if (looked.length === 2) pace.planAll();
  };
  pace.planAll();
  rest();
  expect(looked).toEqual([...awaited, ...awaited]);
});
