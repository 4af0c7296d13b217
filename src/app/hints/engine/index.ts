/** What decides about hints, on this page and for this person. Fetched only when something is published for them; drawing comes later. */
export { runHints } from './runHints';
export type { RunningHints } from './runHints';
