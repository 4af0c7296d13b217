/** What knows whether any hint may show, on this page and to this person. Fetched only when something is published for them; all else comes later. */
export { runHints } from './runHints';
export type { RunningHints } from './runHints';
