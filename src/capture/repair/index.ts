/** Repair of recorded files: a chunk of its own, for browsers that write WebM without a duration. Invariant: no picture is touched, and what is not understood stays as it is. */
export { repairedWebm, type Film } from './webmDuration';
