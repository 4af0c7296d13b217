import { describe, expect, test } from 'vitest';
import { refusedByFrequency } from '../../../src/hints/frequency';
import type { Refusal } from '../../../src/hints/refusal';
import { mergeHintRecords, type HintFrequency, type HintRecord } from '../../../src/protocol';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 2, 12, 9);
const ago = (ms: number): string => new Date(NOW - ms).toISOString();
const refusal = (frequency: HintFrequency, record?: Partial<HintRecord>): Refusal | undefined =>
  refusedByFrequency(frequency, record && { hint: 'uitleg', shown: 0, ...record }, {
    now: NOW,
    sessionStartedAt: NOW - DAY,
  });
const isRefused = (frequency: HintFrequency, record?: Partial<HintRecord>): boolean =>
  refusal(frequency, record) !== undefined;

/** Shown once, so long ago that only an end can keep it away. */
const seen = { shown: 1, lastShownAt: ago(10 * DAY) };

describe('a hint comes back', () => {
  test('to nobody who was never here: always', () => {
    expect(isRefused({})).toBe(false);
  });

  const ENDS: readonly (keyof HintRecord)[] = ['openedAt', 'dismissedAt', 'doneAt'];
  test.each<[NonNullable<HintFrequency['until']>, boolean, readonly (keyof HintRecord)[]]>([
    ['shown', true, ENDS],
    ['opened', false, ['openedAt']],
    ['dismissed', false, ['dismissedAt', 'doneAt']],
    ['done', false, ['doneAt']],
    ['forever', false, []],
  ])('until it is %s, whatever else was done', (until, isOver, ending) => {
    expect(isRefused({ until }, seen)).toBe(isOver);
    for (const act of ENDS) expect(isRefused({ until }, { ...seen, [act]: ago(2 * DAY) })).toBe(ending.includes(act));
    expect(refusal({ until }, { ...seen, neverAt: ago(2 * DAY) })).toEqual({ reason: 'never' });
  });

  test('for ever: not in the session in which it was closed', () => {
    expect(isRefused({ until: 'forever' }, { ...seen, dismissedAt: ago(DAY / 2) })).toBe(true);
    expect(isRefused({ until: 'forever' }, { ...seen, dismissedAt: ago(2 * DAY) })).toBe(false);
  });

  test('for ever is not counted, unless it says how often', () => {
    expect(isRefused({ until: 'forever' }, { ...seen, shown: 400 })).toBe(false);
    expect(isRefused({ until: 'forever', max: 5 }, { ...seen, shown: 5 })).toBe(true);
  });

  test('three times when nothing is said, else as often as is said', () => {
    expect(isRefused({}, { ...seen, shown: 2 })).toBe(false);
    expect(isRefused({}, { ...seen, shown: 3 })).toBe(true);
    expect(isRefused({ max: 5 }, { ...seen, shown: 4 })).toBe(false);
    expect(refusal({ max: 5, every: 'P7D' }, { ...seen, shown: 5 })?.detail).toMatchObject({
      shown: 5,
      max: 5,
      every: 'P7D',
    });
  });

  test('once a day when nothing is said, and says when again', () => {
    expect(refusal({}, { shown: 1, lastShownAt: ago(DAY - 1) })).toMatchObject({ reason: 'frequency', next: NOW + 1 });
    expect(isRefused({}, { shown: 1, lastShownAt: ago(DAY) })).toBe(false);
    expect(refusal({ every: 'P7D' }, { shown: 1, lastShownAt: ago(DAY) })?.next).toBe(NOW + 6 * DAY);
  });

  test('after "Later": when that is over', () => {
    expect(refusal({}, { ...seen, snoozedUntil: ago(-1) })).toEqual({ reason: 'snoozed', next: NOW + 1 });
    expect(isRefused({}, { ...seen, snoozedUntil: ago(0) })).toBe(false);
  });

  test('after a reset, as if it was never shown; what was done since counts', () => {
    const before: HintRecord = {
      hint: 'uitleg',
      shown: 3,
      lastShownAt: ago(5 * DAY),
      neverAt: ago(4 * DAY),
      dismissedAt: ago(4 * DAY),
    };
    const reset = mergeHintRecords(before, { hint: 'uitleg', shown: 0, resetAt: ago(3 * DAY) });
    expect(isRefused({}, before)).toBe(true);
    expect(isRefused({}, reset)).toBe(false);
    expect(isRefused({}, mergeHintRecords(reset, { hint: 'uitleg', shown: 1, neverAt: ago(DAY) }))).toBe(true);
  });
});
