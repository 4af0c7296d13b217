import type { Id } from '../../foundation/id';
import type { OutboxRow } from '../outbox';

/** What this page knows to be in the store. */
export interface KnownRows {
  stored(row: OutboxRow): void;
  /** Gives of each stored row the newest: ours, unless the stored one is not what we last knew to be there. */
  newest(found: readonly OutboxRow[], ours: readonly OutboxRow[]): readonly OutboxRow[];
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
    newest: (found, ours) =>
      found.map((row) => {
        const isKnown = known.get(row.id) === JSON.stringify(row);
        stored(row);
        return (isKnown && ours.find(({ id }) => id === row.id)) || row;
      }),
  };
}
