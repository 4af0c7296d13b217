/** What judges moments of hints, and knows when the page is to be looked at. Fetched when something of this page may show. */
export { judgeHints } from './judgeHints';
export type { JudgeHintsOptions } from './judgeHints';
