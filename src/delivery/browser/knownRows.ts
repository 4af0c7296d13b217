import type { Id } from '../../foundation/id';
import type { OutboxRow } from '../outbox';

/** What this page knows to be in the store. */
export interface KnownRows {
  stored(row: OutboxRow): void;
  /** Begins a reading. What it gives tells of each row that was read the newest: ours, unless another page wrote what was read. */
  reading(): (found: readonly OutboxRow[], ours: readonly OutboxRow[]) => readonly OutboxRow[];
}

/**
 * Tells what another tab wrote from what this one has gone beyond: while rows are read, an item may be received; and that it is being sent
 * right now is never written. To go back to what is stored would make the receipt of a request that is on its way mean nothing.
 */
export function createKnownRows(): KnownRows {
  const known = new Map<Id, string>();
  const stored = (row: OutboxRow): void => void known.set(row.id, JSON.stringify(row));
  return {
    stored,
    reading() {
      const before = new Map(known);
      return (found, ours) =>
        found.map((row) => {
          const own = ours.find(({ id }) => id === row.id);
          const isKnown = [before, known].some((then) => then.get(row.id) === JSON.stringify(row));
          if (own && isKnown) return own;
          stored(row);
          return row;
        });
    },
  };
}
