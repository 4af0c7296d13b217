import { fail, type Failure } from '../../foundation/result';
import type { Id } from '../../foundation/id';
import type { OwnerSpace } from '../owner';

/** What is to be carried. */
export interface Cargo {
  readonly attachments: readonly { readonly id: Id }[];
  /** Enters here, with why: what could not be kept. */
  readonly lost: Map<Id, Failure>;
}

const MISSING: Failure = { code: 'attachment-missing', message: 'The bytes of an attachment are not there any more.' };

/** Copies the bytes of attachments to another space: those that are not there yet. What was copied stays where it was as well. */
export async function carryBytes(from: OwnerSpace, to: OwnerSpace, { attachments, lost }: Cargo): Promise<void> {
  for (const { id } of attachments) {
    const there = await to.chunks.count(id); // oxlint-disable-line no-await-in-loop -- ten at most, one in memory at a time
    if (lost.has(id) || (there.ok && there.value > 0)) continue;
    const bytes = await from.chunks.get(id); // oxlint-disable-line no-await-in-loop
    const found = bytes.ok && !bytes.value ? fail(MISSING) : bytes;
    const kept = found.ok && found.value ? await to.chunks.put(id, found.value) : found; // oxlint-disable-line no-await-in-loop
    if (!kept.ok) lost.set(id, kept.problem);
  }
}
