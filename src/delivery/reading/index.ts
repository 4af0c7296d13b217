/**
 * Reading from a backend, without what sending needs: its own chunk, because the list and the badge come first.
 *
 * Terms: a *session* holds the token; its *subject* is who the token says we are.
 * Invariants: the token lives in memory only and never in an address; an answer of another shape is never a value.
 */
export { createHttpKeys } from './browser/httpKeys';
export { createHttpReading } from './browser/httpReading';
export { createSession, type Session, type SessionDeps, type Subject } from './browser/session';
