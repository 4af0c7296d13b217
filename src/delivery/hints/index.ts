/**
 * Getting hints from a receiver and telling it what became of them: its own chunk, for whoever has hints.
 *
 * Invariants: an index and words are passed on as they came, and read by who shows them; a history of another shape is never a value.
 */
export { createHttpHints } from './browser/httpHints';
