/**
 * The guard of a backend that is an object of the host's: its own chunk, because only such hosts need it.
 *
 * Invariants: an answer of another shape is never a value; nothing that the object does reaches who asks as an exception;
 * no answer is waited for without end. Over HTTP the same is held by what reads the answer.
 */
export { guardBackend, type GuardDeps } from './browser/guardBackend';
