/** What the receiver may share of the gate: pure, no DOM. */
export { findBsn, scrubText, type ScrubContext } from './scrubText';
