import type { Id } from '../../foundation/id';
import type { Undo } from '../../foundation/lifetime';
import { succeed } from '../../foundation/result';
import { createChunkStore, storageKeys, type OwnerDatabase, type Stored } from '../../storage';
import type { OutboxRow } from '../outbox';

/** The outbox's part of an owner's database. */
export interface OutboxStore {
  /** Whether what is put is still there after a reload. */
  readonly isLasting: boolean;
  /** Tells when it has become lasting. */
  onLasting(listener: () => void): Undo;
  /** Gives this owner's rows, oldest first. */
  rows(): Stored<readonly OutboxRow[]>;
  /** Puts a row with its bytes: both or none. */
  put(row: OutboxRow, body: ArrayBuffer): Stored<void>;
  putRow(row: OutboxRow): Stored<void>;
  body(id: Id): Stored<ArrayBuffer | undefined>;
  /** Removes the bytes of an item and of its attachments; the row stays. */
  dropContent(row: OutboxRow): Stored<void>;
  dropRows(ids: readonly Id[]): Stored<void>;
  /** Gives one MiB of an attachment. */
  piece(attachment: Id, index: number): Stored<ArrayBuffer | undefined>;
  /** Tells how many MiB of an attachment are there. */
  pieceCount(attachment: Id): Stored<number>;
}

/** Creates the store of one owner's outbox. */
export function createOutboxStore(database: OwnerDatabase, owner: string): OutboxStore {
  const items = database.store('items');
  const chunks = createChunkStore(database.store('chunks'));
  return {
    get isLasting() {
      return database.isLasting;
    },
    onLasting: (listener) => database.onLasting(listener),
    async rows() {
      const found = await items.entries<OutboxRow>(storageKeys.row(''));
      if (!found.ok) return found;
      const rows = found.value.map(([, row]) => row).filter((row) => row.schema === 1 && row.owner === owner);
      return succeed(rows.sort((a, b) => a.savedAt - b.savedAt));
    },
    put: (row, body) =>
      items.setMany([
        [storageKeys.row(row.id), row],
        [storageKeys.body(row.id), body],
      ]),
    putRow: (row) => items.setMany([[storageKeys.row(row.id), row]]),
    body: (id) => items.get(storageKeys.body(id)),
    async dropContent(row) {
      for (const { id } of row.attachments) {
        const removed = await chunks.remove(id);
        if (!removed.ok) return removed;
      }
      return items.removeMany([storageKeys.body(row.id)]);
    },
    dropRows: (ids) => items.removeMany(ids.flatMap((id) => [storageKeys.row(id), storageKeys.body(id)])),
    piece: chunks.piece,
    pieceCount: chunks.count,
  };
}
