import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideFew, LEAST_PEOPLE } from '../../../demo/receiver/domain/fewPeople';

const FEW = { few: true };
const people = (count: number) => ({ people: count });

test.each([
  ['nothing where everybody is many', { seen: 9, done: 5 }, { seen: people(9), done: people(5) }],
  [
    'what is too small, and the next smallest so that it can not be told',
    { seen: 9, done: 4, never: 7 },
    { seen: people(9), done: FEW, never: FEW },
  ],
  ['two that are too small, and no more', { seen: 9, done: 4, never: 0 }, { seen: people(9), done: FEW, never: FEW }],
  ['nobody as well', { seen: 0 }, { seen: FEW }],
  ['one of those that are as small', { done: 1, seen: 8, never: 8 }, { done: FEW, seen: FEW, never: people(8) }],
  ['nothing of nothing', {}, {}],
])('hides %s', (_what, row, told) => {
  expect(hideFew<string>(row)).toEqual(told);
});

test('never tells less than five, never hides one alone, and tells all else as it is', () => {
  const row = fc.dictionary(fc.string({ maxLength: 3 }), fc.integer({ min: 0, max: 12 }), { maxKeys: 10 });
  fc.assert(
    fc.property(row, (counts) => {
      const told = Object.entries(hideFew(counts));
      const hidden = told.filter(([, figure]) => 'few' in figure).map(([name]) => counts[name] ?? 0);
      const small = Object.values(counts).filter((count) => count < LEAST_PEOPLE);
      expect(told.map(([name]) => name).sort()).toEqual(Object.keys(counts).sort());
      for (const [name, figure] of told) if ('people' in figure) expect(figure.people).toBe(counts[name]);
      expect(hidden.filter((count) => count < LEAST_PEOPLE)).toHaveLength(small.length);
      if (told.length > 1) expect(hidden.length).not.toBe(1);
      expect(hidden.length - small.length).toBe(small.length === 1 && told.length > 1 ? 1 : 0);
      const next = hidden.find((count) => count >= LEAST_PEOPLE);
      const shown = told.flatMap(([, figure]) => ('people' in figure ? [figure.people] : []));
      if (next !== undefined) expect(shown.every((count) => count >= next)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
