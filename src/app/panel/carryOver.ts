import { mergeBundles, type DraftStore } from '../../questions';
import type { OwnerSpace } from '../owner';

/**
 * Takes what was typed before anybody was signed in to the person who is now: typing never waits for the network.
 * Nothing stays behind for the next person.
 */
export async function carryOver(
  from: OwnerSpace,
  to: OwnerSpace,
  draftsOf: (space: OwnerSpace) => DraftStore,
): Promise<void> {
  const target = draftsOf(to);
  const typed = await draftsOf(from).load();
  if (!typed.ok || !typed.value) return;
  const { attachments } = typed.value;
  for (const { id } of attachments) {
    const bytes = await from.chunks.get(id); // oxlint-disable-line no-await-in-loop -- ten at most, one in memory at a time
    if (bytes.ok && bytes.value) await to.chunks.put(id, bytes.value); // oxlint-disable-line no-await-in-loop
  }
  const stored = await target.load();
  const kept = stored.ok ? stored.value : undefined;
  const merged = kept ? { ...mergeBundles(typed.value, kept), asking: typed.value.asking || kept.asking } : typed.value;
  const saved = await target.save({ ...merged, revision: typed.value.revision });
  if (saved.ok) await from.database.wipe();
}
