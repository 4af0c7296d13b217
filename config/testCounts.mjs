/** Counts what a run really did. A file that cannot be loaded or a process that dies is a failure, even when no test says so. */

const NOTHING = { passed: 0, failed: 0, skipped: 0 };
const NO_REPORT = { ...NOTHING, failed: 1 };

/** A runner that failed without naming a test (a syntax error, a crash) counts as one failure. */
const withSilentFailure = (counts, code) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

/** Reads Vitest's JSON report. */
export const vitestCounts = (report, code) => {
  if (!report) return NO_REPORT;
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return withSilentFailure(counts, code);
};

/** Reads Playwright's JSON report. A test that passes only the second time has failed. */
export const playwrightCounts = (report, code) => {
  if (!report) return NO_REPORT;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return withSilentFailure({ passed: expected, failed: unexpected + flaky + report.errors.length, skipped }, code);
};

/** Adds several runs together. */
export const addUp = (counts) =>
  counts.reduce(
    (sum, next) => ({
      passed: sum.passed + next.passed,
      failed: sum.failed + next.failed,
      skipped: sum.skipped + next.skipped,
    }),
    NOTHING,
  );

/** Says it in one line, skips only when there are any. */
export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
