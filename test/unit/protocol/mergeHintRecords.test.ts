import fc from 'fast-check';
import { expect, test } from 'vitest';
import { laterSwitch, mergeHintRecords, type HintRecord } from '../../../src/protocol/index';

const moment = fc.integer({ min: 0, max: 5 }).map((day) => `2024-03-0${day + 1}T10:00:00Z`);
const record: fc.Arbitrary<HintRecord> = fc.record(
  {
    hint: fc.constant('uitleg'),
    shown: fc.nat({ max: 5 }),
    lastShownAt: moment,
    openedAt: moment,
    neverAt: moment,
    snoozedUntil: moment,
    resetAt: moment,
    tour: fc.record(
      { step: fc.constantFrom('a', 'b'), rev: fc.constantFrom(1, 2), at: moment },
      { noNullPrototype: true },
    ),
  },
  { requiredKeys: ['hint', 'shown'], noNullPrototype: true },
);

test('joins in any order, any number of times, to the same', () => {
  fc.assert(
    fc.property(record, record, record, (one, two, three) => {
      const joined = mergeHintRecords(mergeHintRecords(one, two), three);
      expect(mergeHintRecords(one, mergeHintRecords(two, three))).toEqual(joined);
      expect(mergeHintRecords(mergeHintRecords(three, two), one)).toEqual(joined);
      expect(mergeHintRecords(joined, two)).toEqual(joined);
      expect(mergeHintRecords(joined, joined)).toEqual(joined);
    }),
    { numRuns: 3000 },
  );
});

test('never forgets "Niet meer laten zien", but after a reset', () => {
  const never: HintRecord = { hint: 'uitleg', shown: 2, neverAt: '2024-03-02T10:00:00Z' };
  expect(mergeHintRecords({ hint: 'uitleg', shown: 9 }, never)).toMatchObject({ shown: 9, neverAt: never.neverAt });
  const reset: HintRecord = { hint: 'uitleg', shown: 0, resetAt: '2024-03-03T10:00:00Z' };
  expect(mergeHintRecords(never, reset)).toEqual(reset);
  const after: HintRecord = { ...never, neverAt: '2024-03-04T10:00:00Z' };
  expect(mergeHintRecords(after, reset)).toEqual({ ...reset, neverAt: after.neverAt });
});

test('compares moments, not how they are written', () => {
  const one: HintRecord = { hint: 'uitleg', shown: 1, lastShownAt: '2024-03-01T12:00:00+02:00' };
  const other: HintRecord = { hint: 'uitleg', shown: 1, lastShownAt: '2024-03-01T11:00:00Z' };
  expect(mergeHintRecords(one, other).lastShownAt).toBe(other.lastShownAt);
});

test('believes the switch that was turned last; at the same moment, off', () => {
  const [on, off] = [false, true].map((value) => ({ value, at: '2024-03-01T10:00:00Z' }));
  expect([laterSwitch(on, off), laterSwitch(off, on)]).toEqual([off, off]);
  expect(laterSwitch(off, { value: false, at: '2024-03-02T10:00:00Z' })).toMatchObject({ value: false });
  expect([laterSwitch(on, undefined), laterSwitch(undefined, undefined)]).toEqual([on, undefined]);
});
