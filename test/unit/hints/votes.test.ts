import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countVotes, type Vote } from '../../../src/hints/votes';

const vote = (place: string, weight: number, isStrong = false): Vote<string> => ({ place, weight, isStrong });

describe('votes for a place', () => {
  test.each([
    ['nobody votes', [], { is: 'missing' }],
    ['something strong', [vote('a', 60, true)], { is: 'found', place: 'a', weight: 60 }],
    ['just enough weight', [vote('a', 40), vote('a', 30)], { is: 'found', place: 'a', weight: 70 }],
    ['just not enough weight', [vote('a', 69)], { is: 'missing' }],
    ['a rival that is strong', [vote('a', 100, true), vote('b', 50, true)], { is: 'ambiguous', count: 2 }],
    ['a rival with 60 % of the weight', [vote('a', 100, true), vote('b', 60)], { is: 'ambiguous', count: 2 }],
    [
      'a strong rival after a weak one',
      [vote('a', 100, true), vote('b', 40), vote('c', 40, true)],
      { is: 'ambiguous', count: 3 },
    ],
    ['a rival with less', [vote('a', 100, true), vote('b', 59)], { is: 'found', place: 'a', weight: 100 }],
  ] as const)('%s', (_name, votes, verdict) => {
    expect(countVotes<string>(votes)).toEqual(verdict);
  });

  test('are ambiguous when a finder met several and none voted', () => {
    expect(countVotes([], 3)).toEqual({ is: 'ambiguous', count: 3 });
    expect(countVotes([vote('a', 60, true)], 3)).toMatchObject({ is: 'found' });
  });

  const anyVotes = fc.array(
    fc.record({
      place: fc.constantFrom('a', 'b', 'c'),
      weight: fc.integer({ min: 1, max: 100 }),
      isStrong: fc.boolean(),
    }),
  );
  test('do not depend on their order', () => {
    fc.assert(
      fc.property(anyVotes, (votes) => {
        expect(countVotes([...votes].reverse())).toMatchObject({ is: countVotes(votes).is });
      }),
    );
  });
  test('never find a place of which a rival has 60 % of the weight', () => {
    fc.assert(
      fc.property(anyVotes, (votes) => {
        const verdict = countVotes(votes);
        if (verdict.is !== 'found') return;
        const others = votes.filter(({ place }) => place !== verdict.place);
        for (const place of new Set(others.map((one) => one.place))) {
          const sum = others.filter((one) => one.place === place).reduce((total, { weight }) => total + weight, 0);
          expect(sum * 100).toBeLessThan(verdict.weight * 60);
        }
      }),
    );
  });
});
