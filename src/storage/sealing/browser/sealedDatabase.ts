import type { Clock } from '../../../foundation/clock';
import type { Id } from '../../../foundation/id';
import type { KeyValueStore, OwnerDatabase, StoreName } from '../../keyValueStore';
import { createMemoryDatabase } from '../../memoryStore';
import type { KeySource } from '../ports';
import { isPersonal, isSealedValue } from '../sealedValue';
import { createKeyring } from './keyring';
import { createSeal, type Seal } from './seal';
import { createRoom, type Room } from './sealedRoom';

/** What a sealed database is made with. */
export interface SealedDatabaseOptions {
  readonly owner: string;
  /** What really keeps: it never sees a word. */
  readonly disk: OwnerDatabase;
  readonly source: KeySource;
  /** Whether new values are sealed; what is sealed already is opened either way. */
  readonly isSealing: boolean;
  readonly clock: Clock;
  newId(): Id;
}

/** Marks in `meta` that nothing of before there was sealing lies here in clear any more. */
const SEALED = 'sealed';
/** How long a first write waits for the key before it is kept in memory. */
const KEY_WAIT_MS = 2_000;
/** Bytes before what names them. */
const ORDER: readonly StoreName[] = ['chunks', 'drafts', 'meta', 'items'];

/**
 * Wraps an owner's database so that words, pictures and drafts are on the disk as ciphertext only.
 * Until this device has a key, everything is kept in memory, `isLasting` says so, and it is moved to the disk when the key comes.
 */
export function createSealedDatabase(options: SealedDatabaseOptions): OwnerDatabase {
  const { owner, disk, isSealing, clock } = options;
  const ring = createKeyring(owner, { ...options, meta: disk.store('meta') });
  const memory = createMemoryDatabase();
  const seal = createSeal(owner, ring);
  const listeners = new Set<() => void>();
  const rooms = new Map<StoreName, Room>();
  let isLasting = !isSealing;

  const roomOf = (name: StoreName): Room => {
    const found = rooms.get(name) ?? createRoom({ name, disk, memory, seal, isSealing, ready });
    rooms.set(name, found);
    return found;
  };

  /** What the page holds goes to the disk, bytes before what names them. */
  const move = async (): Promise<void> => {
    if (!(await ring.prepare())) return;
    for (const name of ORDER) if (!(await roomOf(name).move())) return;
    isLasting = true;
    await sealRest(disk, seal);
    for (const listener of listeners) listener();
  };
  const settle = createPatience(clock, move);
  const ready = async (): Promise<void> => (isLasting ? undefined : settle());

  const forget = (): void => {
    ring.forget();
    isLasting = !isSealing;
    rooms.clear();
  };

  disk.onDeleted(forget); // its keys are gone with it

  return {
    onDeleted: (listener) => disk.onDeleted(listener),
    get isLasting() {
      return isLasting && disk.isLasting;
    },
    store: (name) => currentStore(() => roomOf(name).store),
    onLasting(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    prepare: async (room, key, value) => (isSealing && ring.current ? seal.close({ room, key }, value) : value),
    revocation: () => ring.revocation(),
    async wipe() {
      forget();
      await memory.wipe();
      return disk.wipe();
    },
    close() {
      forget();
      disk.close();
    },
  };
}

/** A store that is another one after a wipe. */
const currentStore = (store: () => KeyValueStore): KeyValueStore => ({
  get: (key) => store().get(key),
  setMany: (entries) => store().setMany(entries),
  removeMany: (keys) => store().removeMany(keys),
  keys: (prefix) => store().keys(prefix),
  entries: (prefix) => store().entries(prefix),
});

/** Does something once at a time; whoever wants it done waits for it, but of one that takes long only the first. */
function createPatience(clock: Clock, work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isSlow = false;
  return async () => {
    running ??= work()
      .catch(() => undefined) // the next write tries again
      .finally(() => {
        running = undefined;
        isSlow = false;
      });
    if (isSlow) return;
    const late = new Promise<void>((resolve) => {
      const cancel = clock.after(KEY_WAIT_MS, () => {
        isSlow = true;
        resolve();
      });
      void running?.finally(cancel);
    });
    await Promise.race([running, late]);
  };
}

/** Seals what was kept in clear by a version that did not seal. Once per database. */
async function sealRest(disk: OwnerDatabase, seal: Seal): Promise<void> {
  const meta = disk.store('meta');
  const done = await meta.get(SEALED);
  if (!done.ok || done.value !== undefined) return;
  for (const room of ORDER) {
    const store = disk.store(room);
    const keys = await store.keys('');
    for (const key of keys.ok ? keys.value.filter((each) => isPersonal(room, each)) : []) {
      const found = await store.get(key); // one in memory at a time
      if (!found.ok || found.value === undefined || isSealedValue(found.value)) continue;
      const put = await store.setMany([[key, await seal.close({ room, key }, found.value)]]);
      if (!put.ok) return;
    }
  }
  await meta.setMany([[SEALED, true]]);
}
