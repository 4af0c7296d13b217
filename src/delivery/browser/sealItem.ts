import { fail, succeed } from '../../foundation/result';
import { contentDigest, type StorageProblem, type Stored } from '../../storage';
import type { OutboxRow } from '../outbox';
import type { OutboxStore } from './outboxStore';

/** The bytes of an item, written down once: these are shown, stored, sent and receipted. */
export interface Sealed {
  readonly body: ArrayBuffer;
  readonly digest: string;
}

/** Writes a value down as the bytes that will be sent, with their digest. */
export async function seal(value: unknown): Promise<Sealed> {
  const body = new TextEncoder().encode(JSON.stringify(value)).buffer;
  return { body, digest: await contentDigest(body) };
}

/** Stores an item and reads it back. Only then may a screen say "bewaard". */
export async function storeSealed(store: OutboxStore, row: OutboxRow, body: ArrayBuffer): Stored<void> {
  const stored = await store.put(row, body);
  if (!stored.ok) return stored;
  const back = await store.body(row.id);
  if (!back.ok) return back;
  const isSame = back.value !== undefined && (await contentDigest(back.value)) === row.digest;
  return isSame ? succeed(undefined) : fail(NOT_READ_BACK);
}

const NOT_READ_BACK: StorageProblem = { code: 'storage-dead', message: 'What was stored did not come back the same.' };
