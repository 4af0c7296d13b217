import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finder } from '../../../../src/protocol/hint';
import { STRESS_CHANGES, type StressOutcome, type StressResult } from '../../../../src/hints/recording/stress';
import { targetScore, type TriedTarget } from '../../../../src/hints/recording/targetScore';

const BEST: readonly StressResult[] = STRESS_CHANGES.map((change) => ({
  change,
  outcome: change === 'removed' ? 'missing' : 'found',
}));
const LABEL: Finder = { by: { label: { nl: 'BSN' } }, weight: 0.4 };
const NAME: Finder = { by: { name: 'bsn' }, weight: 0.5 };
const HINT_ID: Finder = { by: { hintId: 'bsn' }, weight: 1, strong: true };
const tried = (change: Partial<TriedTarget> = {}): TriedTarget => ({
  target: { label: 'BSN', find: [LABEL, NAME] },
  stress: BEST,
  ...change,
});
const withOutcomes = (outcome: StressOutcome, count: number): readonly StressResult[] =>
  BEST.map((result, at) => (at < count ? { ...result, outcome } : result));

describe('the score of a place', () => {
  test('is a half of the changes and three tenths of the ways, as long as nobody used it', () => {
    expect(targetScore(tried({ stress: withOutcomes('missing', 4) }))).toEqual({
      score: 0.66, // (0.5 × 7/11 + 0.3 × (1 − 0.6 × 0.5)) / 0.8
      verdict: 'weak',
      stress: { right: 7, of: 11, wrong: 0 },
      nameToAsk: 'bsn',
    });
  });

  test('counts how people fared for two tenths, once anybody did', () => {
    const history = { found: 6, missing: 3, ambiguous: 1 };
    expect(targetScore(tried({ history })).score).toBe(0.83); // 0.5 + 0.3 × 0.7 + 0.2 × 0.6
    expect(targetScore(tried({ history: { found: 0, missing: 0, ambiguous: 0 } }))).toEqual(targetScore(tried()));
  });

  test.each([
    ['firm', 0, [HINT_ID]],
    ['firm', 0, [LABEL, NAME]],
    ['fair', 2, [LABEL, NAME]],
    ['weak', 4, [LABEL, NAME]],
  ] as const)('is %s after %i misses', (verdict, misses, find) => {
    expect(
      targetScore(tried({ target: { label: 'BSN', find }, stress: withOutcomes('missing', misses) })).verdict,
    ).toBe(verdict);
  });

  test('is weak after one mistake, however well it is known', () => {
    const target = { label: 'BSN', find: [HINT_ID] };
    expect(targetScore(tried({ target, stress: withOutcomes('wrong', 1) }))).toMatchObject({
      score: 0.3,
      verdict: 'weak',
    });
  });

  test('does not take it for right that something is found where nothing is', () => {
    const stress: readonly StressResult[] = [{ change: 'removed', outcome: 'found' }];
    expect(targetScore(tried({ stress })).stress.right).toBe(0);
  });
});

describe('the name to ask a developer for', () => {
  const stress = withOutcomes('missing', 6);
  const nameFor = (label: string, find: readonly Finder[] = [LABEL]): string | undefined =>
    targetScore({ target: { label, find }, stress }).nameToAsk;

  test.each([
    ['BSN', 'bsn'],
    ['  Datum van evaluatie: ', 'datum-van-evaluatie'],
    ['Cliënt (privé)', 'client-prive'],
    ['Een label dat zo lang is dat niemand het nog leest', 'een-label-dat-zo-lang-is-dat-niemand-het'],
    ['Verantwoordelijkheidsverdelingsformulierveld nu', 'verantwoordelijkheidsverdelingsformulier'],
  ])('%s becomes %s', (label, name) => {
    expect(nameFor(label)).toBe(name);
  });

  test.each(['…', '123456782', 'jan@voorbeeld.nl'])('there is none for %s', (label) => {
    expect(nameFor(label)).toBeUndefined();
  });

  test('is not asked for where the element has one, or where nothing is lost', () => {
    expect(nameFor('BSN', [HINT_ID])).toBeUndefined();
    expect(targetScore(tried()).nameToAsk).toBeUndefined();
  });
});

const anyStress = fc
  .array(fc.constantFrom<StressOutcome>('found', 'missing', 'ambiguous', 'wrong'), {
    minLength: STRESS_CHANGES.length,
    maxLength: STRESS_CHANGES.length,
  })
  .map((outcomes) =>
    STRESS_CHANGES.map((change, at): StressResult => ({ change, outcome: outcomes[at] ?? 'missing' })),
  );
const anyFind = fc
  .array(fc.integer({ min: 0, max: 100 }), { maxLength: 8 })
  .map((weights) => weights.map((weight): Finder => ({ by: { name: 'bsn' }, weight: weight / 100 })));
const anyHistory = fc.record({ found: fc.nat(1000), missing: fc.nat(1000), ambiguous: fc.nat(1000) });
const anyTried = fc
  .record({ stress: anyStress, find: anyFind, history: fc.option(anyHistory, { nil: undefined }) })
  .map(({ stress, find, history }): TriedTarget => ({
    target: { label: 'BSN', find },
    stress,
    ...(history && { history }),
  }));

describe('whatever the changes came to, the score', () => {
  test('lies between 0 and 1, is 0.3 at most after a mistake, and goes with the verdict', () => {
    fc.assert(
      fc.property(anyTried, (one) => {
        const { score, verdict, stress } = targetScore(one);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(stress.wrong > 0 ? 0.3 : 1);
        expect(verdict).toBe(score >= 0.85 ? 'firm' : score >= 0.7 ? 'fair' : 'weak');
      }),
    );
  });

  test('never falls when one change ends as it should', () => {
    fc.assert(
      fc.property(anyTried, fc.nat(STRESS_CHANGES.length - 1), (one, at) => {
        const better = one.stress.map((result, index) => (index === at ? (BEST[at] ?? result) : result));
        expect(targetScore({ ...one, stress: better }).score).toBeGreaterThanOrEqual(targetScore(one).score);
      }),
    );
  });

  test('never falls with one more way to the place, or with one more person who saw it', () => {
    fc.assert(
      fc.property(anyTried, fc.integer({ min: 0, max: 100 }), (one, weight) => {
        const { target, history } = one;
        const find = [...target.find, { by: { name: 'bsn' }, weight: weight / 100 }];
        const { score } = targetScore(one);
        expect(targetScore({ ...one, target: { ...target, find } }).score).toBeGreaterThanOrEqual(score);
        if (!history || history.found + history.missing + history.ambiguous === 0) return;
        const seen = { ...history, found: history.found + 1 };
        expect(targetScore({ ...one, history: seen }).score).toBeGreaterThanOrEqual(score);
      }),
    );
  });
});
