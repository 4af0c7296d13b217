import { expect, test } from 'vitest';
import { LONGEST_WAIT_MS, MOST_TRIES, retryAfterMs, waitAfter } from '../../../demo/receiver/domain/backOff';

const HOUR = 3_600_000;

test('each wait is anything up to twice as long as the one before, and never longer than eight hours', () => {
  expect([1, 2, 3, 4].map((tries) => waitAfter(tries, { chance: 1 }))).toEqual([10_000, 20_000, 40_000, 80_000]);
  expect(waitAfter(3, { chance: 0.5 })).toBe(20_000);
  expect(waitAfter(19, { chance: 1 })).toBe(LONGEST_WAIT_MS);
});

test('no wait is so short that a server in trouble is hammered', () => {
  expect(waitAfter(1, { chance: 0 })).toBe(1000);
});

test('a server may ask for more, but not for longer than eight hours', () => {
  expect(waitAfter(1, { chance: 0, askedMs: 90_000 })).toBe(90_000);
  expect(waitAfter(9, { chance: 1, askedMs: 90_000 })).toBe(2_560_000);
  expect(waitAfter(1, { chance: 0, askedMs: 400 * HOUR })).toBe(8 * HOUR);
});

test('all tries together take three days at most', () => {
  const waits = Array.from({ length: MOST_TRIES - 1 }, (_none, index) => waitAfter(index + 1, { chance: 1 }));
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / HOUR;
  expect(hours).toBeGreaterThan(48);
  expect(hours).toBeLessThan(78);
});

test.each([
  ['120', 120_000],
  ['0', 0],
  ['Tue, 12 Mar 2024 09:01:00 GMT', 60_000],
  ['Tue, 12 Mar 2024 08:00:00 GMT', 0],
  ['-5', 0],
  ['soon', 0],
  ['', 0],
  [undefined, 0],
])('Retry-After %j asks for %j ms', (header, ms) => {
  expect(retryAfterMs(header, Date.UTC(2024, 2, 12, 9))).toBe(ms);
});
