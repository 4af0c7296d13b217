import { expect, test } from 'vitest';
import { doubtOf, median, missesOf, p95, tableOf, type Row } from '../../bench/hints/rows';

const row = (change: Partial<Row> = {}): Row => ({
  what: 'change of route',
  unit: 'ms',
  values: { engine: 3, poll: 30 },
  goal: { most: 4, of: 'engine' },
  ...change,
});

test('a goal that is reached is no miss, and others may be as slow as they are', () => {
  expect(missesOf([row(), row({ values: { engine: 4 } })])).toEqual([]);
});

test('a goal that is not reached, or was not measured, is said in a sentence', () => {
  const misses = missesOf([row({ values: { engine: 4.256 } }), row({ values: {} }), row({ values: { engine: NaN } })]);
  expect(misses).toEqual([
    'change of route: 4.26 ms, at most 4 is asked.',
    'change of route: not measured.',
    'change of route: not measured.',
  ]);
});

test('a difference says nothing when the runs without hints differ among themselves, and the table tells so', () => {
  expect(doubtOf([1, 1.01, 1, 1.02])).toBeUndefined();
  const doubt = doubtOf([1, 2, 1, 2]);
  expect(doubt).toBe('the runs without hints differ 1.00 ms');
  const doubted = row({ values: { engine: 9 }, doubt });
  expect(missesOf([doubted])).toEqual([]);
  expect(tableOf([doubted], ['engine', 'off'])).toContain(
    '| change of route, ms | ≤ 4 (engine); not judged: the runs without hints differ 1.00 ms | 9 | – |',
  );
});

test('no runs without hints is a doubt too', () => {
  expect(doubtOf([])).toBe('the runs without hints differ NaN ms');
});

test('takes the middle, and what 95 of a hundred stay within', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => at + 1);
  expect([median([3, 1, 2]), p95(hundred), median([])]).toEqual([2, 96, NaN]);
});
