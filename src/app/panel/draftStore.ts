import type { Clock } from '../../foundation/clock';
import { succeed } from '../../foundation/result';
import { mergeBundles, type Bundle, type DraftStore } from '../../questions';
import {
  DRAFT_KEY,
  draftChannel,
  isUnreadable,
  keep,
  stillKept,
  type ChunkStore,
  type Kept,
  type Stored,
} from '../../storage';
import type { OwnerSpace } from '../owner';

/** Where replies that are being written stand beside it. */
export const REPLIES_KEY = 'replies';
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
  const readiness = createReadiness(space.database, clock);
  let hasLeft = false;
  const name = draftChannel(space.owner);
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
    get isLasting() {
      return space.database.isLasting;
    },
    async load() {
      const found = await drafts.get<Kept<Bundle>>(DRAFT_KEY);
      const left = await meta.get<Kept<Bundle>>(LEFT);
      const [first, second] = [readable(found), readable(left)];
      if (!first.ok) return first;
      if (!second.ok) return second;
      hasLeft = !left.ok || left.value !== undefined;
      const age = { now: clock.now(), ttlHours };
      const bundle = stillKept(first.value, age);
      const late = stillKept(second.value, age);
      if (first.value && !bundle) await forget(first.value.value, space.chunks);
      return succeed(late && bundle ? { ...mergeBundles(late, bundle), revision: late.revision } : (late ?? bundle));
    },
    async save(bundle) {
      const saved = await drafts.setMany([[DRAFT_KEY, keep(bundle, clock.now())]]);
      return saved.ok ? stored() : saved;
    },
    async clear() {
      const cleared = await drafts.removeMany([DRAFT_KEY]);
      return cleared.ok ? stored() : cleared;
    },
    ready: (bundle) => void readiness.prepare(bundle),
    leave: (bundle) => void meta.setMany([[LEFT, readiness.prepared ?? keep(bundle, clock.now())]]),
    exclusively: (work) => (isShared && navigator.locks ? navigator.locks.request(name, work) : work()),
    changed(listener) {
      const stopWaiting = space.database.onLasting(listener);
      if (!isShared || typeof BroadcastChannel === 'undefined') return stopWaiting;
      const channel = new BroadcastChannel(name);
      channel.addEventListener('message', listener);
      return () => {
        stopWaiting();
        channel.close();
      };
    },
  };
}

/** Words that nobody will ever read again must not keep new ones from being saved. */
const readable = <Value>(found: Awaited<Stored<Value | undefined>>): Awaited<Stored<Value | undefined>> =>
  !found.ok && isUnreadable(found.problem) ? succeed(undefined) : found;

/** Gets the newest words ready to be put without a wait: a page that is being left has no time to seal them. */
function createReadiness(database: OwnerSpace['database'], clock: Clock) {
  let newest: Bundle | undefined;
  let prepared: unknown;
  let isBusy = false;
  return {
    get prepared(): unknown {
      return prepared;
    },
    async prepare(bundle: Bundle): Promise<void> {
      newest = bundle;
      if (isBusy) return;
      isBusy = true;
      while (newest) {
        const next: Kept<Bundle> = keep(newest, clock.now());
        newest = undefined;
        prepared = await database.prepare('meta', LEFT, next).catch(() => undefined); // oxlint-disable-line no-await-in-loop -- what was typed meanwhile comes after
      }
      isBusy = false;
    },
  };
}

/** A draft that is too old goes with its pictures. */
async function forget(bundle: Bundle, chunks: ChunkStore): Promise<void> {
  for (const { id } of bundle.attachments) await chunks.remove(id); // oxlint-disable-line no-await-in-loop -- ten at most
}
