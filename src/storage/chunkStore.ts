import { succeed } from '../foundation/result';
import { PIECE_BYTES } from '../protocol/version';
import type { KeyValueStore, Stored } from './keyValueStore';
import { storageKeys } from './schema';

/** Keeps the bytes of attachments, by the attachment's id. */
export interface ChunkStore {
  /** Keeps the bytes; resolves when they are on the disk. */
  put(attachment: string, bytes: ArrayBuffer): Stored<void>;
  /** Gives the bytes back; `undefined` when they are not (all) there. */
  get(attachment: string): Stored<ArrayBuffer | undefined>;
  /** Gives one piece of 1 MiB; the last one may be shorter. */
  piece(attachment: string, index: number): Stored<ArrayBuffer | undefined>;
  /** Tells how many pieces are there. */
  count(attachment: string): Stored<number>;
  /** Removes the bytes. */
  remove(attachment: string): Stored<void>;
}

/** Creates a chunk store on a database's `chunks`: pieces of 1 MiB, so that no transaction is large and an upload reads one at a time. */
export function createChunkStore(store: KeyValueStore): ChunkStore {
  const piece: ChunkStore['piece'] = (attachment, index) =>
    store.get<ArrayBuffer>(storageKeys.chunk(attachment, index));
  return {
    piece,
    put: (attachment, bytes) =>
      store.setMany(
        Array.from({ length: Math.ceil(bytes.byteLength / PIECE_BYTES) }, (_, index) => [
          storageKeys.chunk(attachment, index),
          bytes.slice(index * PIECE_BYTES, (index + 1) * PIECE_BYTES),
        ]),
      ),
    async get(attachment) {
      const pieces: ArrayBuffer[] = [];
      for (;;) {
        const found = await piece(attachment, pieces.length); // one MiB in memory at a time
        if (!found.ok) return found;
        if (!found.value) break;
        pieces.push(found.value);
      }
      return succeed(pieces.length ? joined(pieces) : undefined);
    },
    async count(attachment) {
      const keys = await store.keys(`${attachment}/`);
      return keys.ok ? succeed(keys.value.length) : keys;
    },
    async remove(attachment) {
      const keys = await store.keys(`${attachment}/`);
      return keys.ok ? store.removeMany(keys.value) : keys;
    },
  };
}

function joined(pieces: readonly ArrayBuffer[]): ArrayBuffer {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(new Uint8Array(piece), offset);
    offset += piece.byteLength;
  }
  return whole.buffer;
}
