import { succeed } from '../foundation/result';
import type { KeyValueStore, OwnerDatabase, StoreName } from './keyValueStore';
import { STORE_NAMES } from './schema';

/** Creates a database that is gone with the page: `storage.mode: 'memory'`, and tests. */
export function createMemoryDatabase(): OwnerDatabase {
  const rooms = new Map<StoreName, Map<string, unknown>>(STORE_NAMES.map((name) => [name, new Map()]));
  return {
    isLasting: false,
    store: (name) => createMemoryStore(rooms.get(name) ?? new Map()),
    ...NEVER_SEALED,
    async wipe() {
      for (const room of rooms.values()) room.clear();
      return succeed(undefined);
    },
    close: () => undefined,
  };
}

/** What a database does that seals nothing and is as lasting at the end as it was at the start. */
export const NEVER_SEALED: Pick<OwnerDatabase, 'onLasting' | 'onDeleted' | 'prepare' | 'revocation'> = {
  onLasting: () => () => undefined,
  onDeleted: () => () => undefined,
  prepare: async (_room, _key, value) => value,
  revocation: async () => async () => undefined,
};

function createMemoryStore(values: Map<string, unknown>): KeyValueStore {
  const found = (prefix: string): string[] => [...values.keys()].filter((key) => key.startsWith(prefix)).sort();
  return {
    get: async <Value>(key: string) => succeed(copy(values.get(key)) as Value | undefined), // the caller put it there
    async setMany(entries) {
      for (const [key, value] of entries) values.set(key, copy(value));
      return succeed(undefined);
    },
    async removeMany(keys) {
      for (const key of keys) values.delete(key);
      return succeed(undefined);
    },
    keys: async (prefix) => succeed(found(prefix)),
    entries: async <Value>(prefix: string) =>
      succeed(found(prefix).map((key) => [key, copy(values.get(key)) as Value] as const)),
  };
}

/** Copies bytes, so that nobody changes what was kept. Plain values are readonly by their type. */
function copy(value: unknown): unknown {
  return value instanceof ArrayBuffer ? value.slice(0) : value;
}
