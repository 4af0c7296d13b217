import { describe, expect, it } from 'vitest';
import { figuresOf, missesOf } from '../../../config/bench/screenshotGoals.mjs';

type MeasuredPages = Readonly<Record<string, Readonly<Record<string, object>>>>;

const ours = { cpu: 100, ms: 120, longest: 90, mismatch: 0.1 };
const theirs = { cpu: 400, ms: 900, longest: 600, mismatch: 0.2 };
const good = { ours, 'ours masked': ours, 'html-to-image': theirs, snapdom: { ...theirs, cpu: 500 } };

/** Fifteen pages on which every goal holds, with some of them changed. */
const table = (changes: MeasuredPages = {}): MeasuredPages => ({
  ...Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`page ${index}`, good])),
  '3,000 nodes': good,
  '10,000 nodes': good,
  ...changes,
});
/** The first pages, changed. */
const some = (count: number, change: Record<string, object>): MeasuredPages =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`page ${index}`, { ...good, ...change }]));

describe('the judge of the screenshot bench', () => {
  it('finds nothing to say about a table on which every goal holds', () => {
    expect(missesOf(table(), 'full')).toEqual([]);
    expect(missesOf(table(), 'short')).toEqual([]);
  });

  it.each([
    ['a picture of ours that failed', some(1, { 'ours calm': { failure: 'no picture after 60000 ms' } }), /failed/],
    [
      'a fastest library that is nearly as fast on most pages',
      some(8, { snapdom: { ...theirs, cpu: 120 } }),
      /takes 1.20 times/,
    ],
    ['three pages on which a library is faster', some(3, { snapdom: { ...theirs, cpu: 99 } }), /Faster .* on 12 pages/],
    [
      'three pages on which a library is truer',
      some(3, { ours: { ...ours, mismatch: 0.6 } }),
      /As true .* on 12 pages/,
    ],
    ['one picture that is far off', some(1, { ours: { ...ours, mismatch: 3.1 } }), /3.10 % off/],
    [
      'a long task on 3,000 nodes',
      { '3,000 nodes': { ...good, 'ours masked': { ...ours, longest: 201 } } },
      /longest task/,
    ],
    ['a slow picture of 10,000 nodes', { '10,000 nodes': { ...good, 'ours masked': { ...ours, ms: 1501 } } }, /10,000/],
  ])('calls %s a miss', (_what, change, sentence) => {
    expect(missesOf(table(change), 'full')).toEqual([expect.stringMatching(sentence)]);
  });

  it('judges no milliseconds in the short form, and each of its pages', () => {
    const slow = { ...good, 'ours masked': { ...ours, longest: 900, ms: 9000 } };
    expect(missesOf(table({ '3,000 nodes': slow, '10,000 nodes': slow }), 'short')).toEqual([]);
    expect(missesOf(table(some(1, { ours: { ...ours, mismatch: 0.6 } })), 'short')).toHaveLength(1);
  });

  it('does not take a library that cannot draw for a slow one, nor silence for success', () => {
    const alone = { ours, snapdom: { failure: 'TypeError' } };
    expect(figuresOf({ alone, both: good })).toMatchObject({ compared: 1, faster: 1 });
    expect(missesOf({ alone }, 'short')).toEqual(['No page was compared with a library.']);
    expect(missesOf({}, 'full')).toHaveLength(1);
  });
});
