/** What the receiver may share of the gate: pure, no DOM. */
export type { CoveredSpot } from './coveredSpot';
export { findBsn, scrubText, type ScrubContext } from './scrubText';
