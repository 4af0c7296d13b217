import type { Clock } from '../../foundation/clock';
import type { Id } from '../../foundation/id';
import type { OwnerSpace } from '../owner';

/** How long bytes that belong to nothing are left alone: another tab may be about to save what they belong to. Milliseconds. */
const ORPHAN_MS = 24 * 3_600_000;

const PREFIX = 'attachment/';

/** Notes when bytes were kept, so that orphans can be told from bytes that another tab has just put there. */
export async function noteKept(space: OwnerSpace, id: Id, clock: Clock): Promise<void> {
  await space.database.store('meta').setMany([[PREFIX + id, clock.now()]]);
}

/** Removes bytes of attachments that neither the bundle nor the outbox names and that are a day old. */
export async function collectOrphans(space: OwnerSpace, inUse: ReadonlySet<string>, clock: Clock): Promise<void> {
  const meta = space.database.store('meta');
  const notes = await meta.entries<number>(PREFIX);
  if (!notes.ok) return;
  const orphans = notes.value
    .filter(([key, keptAt]) => !inUse.has(key.slice(PREFIX.length)) && clock.now() - keptAt > ORPHAN_MS)
    .map(([key]) => key);
  for (const key of orphans) await space.chunks.remove(key.slice(PREFIX.length)); // oxlint-disable-line no-await-in-loop -- few, and not in anyone's way
  await meta.removeMany(orphans);
}
