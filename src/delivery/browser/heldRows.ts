import type { Id } from '../../foundation/id';
import type { OutboxRow } from '../outbox';
import type { OutboxStore } from './outboxStore';
import { storeSealed } from './sealItem';

/** What the storage did not take, and only this page holds. With a body: the item was never saved at all. */
export interface HeldRows {
  readonly rows: readonly OutboxRow[];
  /** The items that were never saved: what a screen has to warn about. */
  readonly unsaved: ReadonlySet<Id>;
  has(id: Id): boolean;
  body(id: Id): ArrayBuffer | undefined;
  /** Holds a row; a body that is held already stays. */
  hold(row: OutboxRow, body?: ArrayBuffer): void;
  letGo(id: Id): void;
  /** Tries to store everything; what succeeds is told and let go of. */
  storeAgain(onStored: (row: OutboxRow) => void): Promise<void>;
}

/** Creates an empty hold. */
export function createHeldRows(store: OutboxStore): HeldRows {
  const held = new Map<Id, { readonly row: OutboxRow; readonly body: ArrayBuffer | undefined }>();
  return {
    get rows() {
      return [...held.values()].map(({ row }) => row);
    },
    get unsaved() {
      return new Set([...held].flatMap(([id, { body }]) => (body ? [id] : [])));
    },
    has: (id) => held.has(id),
    body: (id) => held.get(id)?.body,
    hold: (row, body = held.get(row.id)?.body) => void held.set(row.id, { row, body }),
    letGo: (id) => void held.delete(id),
    async storeAgain(onStored) {
      for (const [id, kept] of held) {
        const { row, body } = kept;
        const stored = await (body ? storeSealed(store, row, body) : store.putRow(row));
        if (!stored.ok) return;
        onStored(row);
        const now = held.get(id);
        if (now === kept) held.delete(id);
        else if (now) held.set(id, { row: now.row, body: undefined }); // something happened to it meanwhile: the row is still to be stored
      }
    },
  };
}
