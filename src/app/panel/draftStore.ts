import type { Clock } from '../../foundation/clock';
import { succeed } from '../../foundation/result';
import { mergeBundles, type Bundle, type DraftStore } from '../../questions';
import { keep, stillKept, type ChunkStore, type Kept, type Stored } from '../../storage';
import type { OwnerSpace } from '../owner';

const KEY = 'bundle';
/** What a page that was left had no time to join with the rest. In another room: a page that is being left cannot wait until the first is free. */
const LEFT = 'draft.left';

/** What a draft store is made with. */
export interface DraftStoreOptions {
  readonly space: Pick<OwnerSpace, 'owner' | 'database' | 'chunks'>;
  readonly clock: Clock;
  readonly ttlHours: number;
}

/** Keeps one person's bundle in that person's database; tabs of the same person take turns and tell each other. */
export function createDraftStore({ space, clock, ttlHours }: DraftStoreOptions): DraftStore {
  const drafts = space.database.store('drafts');
  const meta = space.database.store('meta');
  let hasLeft = false;
  const name = `cliendo-support:draft:${space.owner}`;
  const isShared = space.owner !== '';
  const tell = (): void => {
    if (!isShared || typeof BroadcastChannel === 'undefined') return;
    const channel = new BroadcastChannel(name);
    channel.postMessage('saved');
    channel.close();
  };
  /** What was left has been joined by now. */
  const stored = async (): Stored<void> => {
    const removed = hasLeft ? await meta.removeMany([LEFT]) : succeed(undefined);
    hasLeft &&= !removed.ok;
    tell();
    return removed;
  };

  return {
    isLasting: space.database.isLasting,
    async load() {
      const found = await drafts.get<Kept<Bundle>>(KEY);
      const left = await meta.get<Kept<Bundle>>(LEFT);
      if (!found.ok) return found;
      if (!left.ok) return left;
      hasLeft = left.value !== undefined;
      const age = { now: clock.now(), ttlHours };
      const bundle = stillKept(found.value, age);
      const late = stillKept(left.value, age);
      if (found.value && !bundle) await forget(found.value.value, space.chunks);
      return succeed(late && bundle ? { ...mergeBundles(late, bundle), revision: late.revision } : (late ?? bundle));
    },
    async save(bundle) {
      const saved = await drafts.setMany([[KEY, keep(bundle, clock.now())]]);
      return saved.ok ? stored() : saved;
    },
    async clear() {
      const cleared = await drafts.removeMany([KEY]);
      return cleared.ok ? stored() : cleared;
    },
    leave: (bundle) => void meta.setMany([[LEFT, keep(bundle, clock.now())]]),
    exclusively: (work) => (isShared && navigator.locks ? navigator.locks.request(name, work) : work()),
    changed(listener) {
      if (!isShared || typeof BroadcastChannel === 'undefined') return () => undefined;
      const channel = new BroadcastChannel(name);
      channel.addEventListener('message', listener);
      return () => channel.close();
    },
  };
}

/** A draft that is too old goes with its pictures. */
async function forget(bundle: Bundle, chunks: ChunkStore): Promise<void> {
  for (const { id } of bundle.attachments) await chunks.remove(id); // oxlint-disable-line no-await-in-loop -- ten at most
}
