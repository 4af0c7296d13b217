import { expect, test } from 'vitest';
import { demoHints, hintFacts } from '../../../demo/content/hints';
import { judgeHints } from '../../../demo/receiver/domain/judgeHints';
import { HINT_KINDS } from '../../../src/protocol/index';

test('the hints of the demo are of every kind, and nothing is said against any of them', () => {
  const { findings } = judgeHints(demoHints, { now: Date.UTC(2026, 10, 26), facts: hintFacts });
  expect(findings).toEqual([]);
  expect(demoHints.hints.length).toBeGreaterThanOrEqual(12);
  expect(new Set(demoHints.hints.map(({ kind }) => kind))).toEqual(new Set(HINT_KINDS));
  expect(demoHints.hints.every(({ status }) => status === 'published')).toBe(true);
});
