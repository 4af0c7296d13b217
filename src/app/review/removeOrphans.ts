import type { Clock } from '../../foundation/clock';
import type { Id } from '../../foundation/id';
import type { OwnerSpace } from '../owner';
import { KEPT_AT } from '../panel/byteStore';

/** How long bytes that belong to nothing are left alone: another tab may be about to save what they belong to. Milliseconds. */
const ORPHAN_MS = 24 * 3_600_000;

type WithId = { readonly id: Id };

/** Removes bytes of attachments that neither the bundle nor the outbox names and that are a day old. */
export async function removeOrphans(drafted: readonly WithId[], space: OwnerSpace, clock: Clock): Promise<void> {
  const meta = space.database.store('meta');
  const notes = await meta.entries<number>(KEPT_AT);
  const rows = await space.database.store('items').entries<{ readonly attachments?: readonly WithId[] }>('row/');
  if (!notes.ok || !rows.ok) return; // the device does not say what is still needed
  const waiting = rows.value.flatMap(([, { attachments = [] }]) => attachments);
  const inUse = new Set([...drafted, ...waiting].map(({ id }) => KEPT_AT + id));
  const orphans = notes.value
    .filter(([key, keptAt]) => !inUse.has(key) && clock.now() - keptAt > ORPHAN_MS)
    .map(([key]) => key);
  for (const key of orphans) await space.chunks.remove(key.slice(KEPT_AT.length)); // oxlint-disable-line no-await-in-loop -- few, and not in anyone's way
  await meta.removeMany(orphans);
}
