import { describe, expect, it } from 'vitest';
import { addUp, playwrightCounts, summary, vitestCounts } from '../../../config/testCounts.mjs';

const file = (status: string, tests: number): { status: string; assertionResults: unknown[] } => ({
  status,
  assertionResults: Array.from({ length: tests }),
});
const vitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: [file('passed', 4)],
};
const playwrightReport = { stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

describe('the count of the tests', () => {
  it('adds up both runners and names skips only when there are any', () => {
    expect(summary(addUp([vitestCounts(vitestReport, 0), playwrightCounts(playwrightReport, 0)]))).toBe(
      '5 passed, 0 failed, 1 skipped',
    );
    expect(summary(playwrightCounts(playwrightReport, 0))).toBe('2 passed, 0 failed');
  });

  it('counts a file that does not load as a failure', () => {
    const report = { ...vitestReport, testResults: [file('failed', 0), file('failed', 2)] };
    expect(vitestCounts(report, 1).failed).toBe(1);
  });

  it('counts a runner that dies without naming a test as a failure', () => {
    expect(vitestCounts(vitestReport, 1).failed).toBe(1);
    expect(vitestCounts(undefined, 0).failed).toBe(1);
    expect(playwrightCounts(undefined, 137).failed).toBe(1);
  });

  it('counts a test that passes only the second time as a failure', () => {
    const report = { ...playwrightReport, stats: { expected: 2, unexpected: 1, flaky: 1, skipped: 0 } };
    expect(playwrightCounts(report, 1)).toEqual({ passed: 2, failed: 2, skipped: 0 });
  });
});
