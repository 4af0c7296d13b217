import { delMany, get, promisifyRequest, type UseStore } from 'idb-keyval';
import { fail, succeed } from '../../foundation/result';
import type { KeyValueStore, OwnerDatabase, StorageProblem, Stored } from '../keyValueStore';
import { NEVER_SEALED } from '../memoryStore';
import { SCHEMA_VERSION, STORE_NAMES } from '../schema';
import { createHandle, type Handle } from './databaseHandle';

/**
 * Opens an owner's database: IndexedDB with transactions that are on the disk when they complete.
 * Nothing happens before the first call. Chromium is relaxed by default since 121: a power cut then leaves rows whose bytes are unreadable.
 */
export function openOwnerDatabase(name: string): OwnerDatabase {
  const listeners = new Set<() => void>();
  const handle = createHandle(name, (database) => STORE_NAMES.forEach((store) => database.createObjectStore(store)), {
    version: SCHEMA_VERSION,
    onDeleted: () => listeners.forEach((listener) => listener()),
  });
  return {
    isLasting: true,
    ...NEVER_SEALED,
    onDeleted(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    store: (store) => createStore(durableStore(handle, store)),
    wipe: () => attempt(() => handle.remove()),
    close: () => handle.close(),
  };
}

function createStore(use: UseStore): KeyValueStore {
  const keysOf = (prefix: string, store: IDBObjectStore) =>
    promisifyRequest(store.getAllKeys(within(prefix))) as Promise<string[]>; // only texts are ever put
  return {
    get: (key) => attempt(() => get(key, use)),
    setMany: (entries) => attempt(() => use('readwrite', (store) => putAll(store, entries))),
    removeMany: (keys) => attempt(() => delMany([...keys], use)),
    keys: (prefix) => attempt(() => use('readonly', (store) => keysOf(prefix, store))),
    entries: <Value>(prefix: string) =>
      attempt(() =>
        use('readonly', async (store) => {
          const [keys, values] = await Promise.all([
            keysOf(prefix, store),
            promisifyRequest<Value[]>(store.getAll(within(prefix))),
          ]);
          return values.map((value, index) => [keys[index] ?? '', value] as const); // one transaction: both lists belong together
        }),
      ),
  };
}

/** All or nothing, also when one value cannot be kept: idb-keyval's own `setMany` would keep the ones before it. */
function putAll(store: IDBObjectStore, entries: readonly (readonly [string, unknown])[]): Promise<void> {
  try {
    for (const [key, value] of entries) store.put(value, key);
  } catch (error) {
    store.transaction.abort();
    throw error;
  }
  store.transaction.commit(); // nothing follows, and a page that is being left is not there to let it happen by itself
  return promisifyRequest(store.transaction);
}

const within = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

/** Errors of a handle that the browser has let go, as WebKit does when its database process ends. */
const DEAD_HANDLE = ['InvalidStateError', 'UnknownError'];

/** A dead handle is opened again once; retrying on the same one would lose what the person wrote. */
function durableStore(handle: Handle, name: string): UseStore {
  const run: UseStore = async (mode, use) =>
    use((await handle.open()).transaction(name, mode, { durability: 'strict' }).objectStore(name));
  return (mode, use) =>
    run(mode, use).catch((error: unknown) => {
      if (!DEAD_HANDLE.includes(nameOf(error))) throw error;
      handle.drop();
      return run(mode, use);
    });
}

async function attempt<Value>(action: () => Promise<Value>): Stored<Value> {
  try {
    return succeed(await action());
  } catch (cause) {
    return fail(problemOf(cause));
  }
}

const CODES: Readonly<Record<string, StorageProblem['code']>> = {
  QuotaExceededError: 'storage-full',
  SecurityError: 'storage-blocked',
  NotAllowedError: 'storage-blocked',
  TimeoutError: 'storage-blocked', // nobody answered
  ReferenceError: 'storage-blocked', // there is no indexedDB at all
};

function problemOf(cause: unknown): StorageProblem {
  const name = nameOf(cause);
  const code = CODES[name] ?? 'storage-dead';
  return { code, message: `The browser's storage answered ${name || 'nothing'}.`, cause };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');
