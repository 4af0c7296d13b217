import { fail, succeed } from '../../../foundation/result';
import type { KeyValueStore, OwnerDatabase, StorageProblem, StoreName, Stored } from '../../keyValueStore';
import { isPersonal, isSealedValue } from '../sealedValue';
import type { Seal } from './seal';

/** One room: on the disk, sealed; in memory as long as there is no key. */
export interface Room {
  readonly store: KeyValueStore;
  /** Brings what is in memory to the disk, and from then on everything. False: the disk did not take it. */
  move(): Promise<boolean>;
}

/** What a room is made with. */
export interface RoomOptions {
  readonly name: StoreName;
  readonly disk: OwnerDatabase;
  readonly memory: OwnerDatabase;
  readonly seal: Seal;
  readonly isSealing: boolean;
  /** Waits a while for the key. */
  ready(): Promise<void>;
}

type Entries = Parameters<KeyValueStore['setMany']>[0];

/** Creates a room. Sealing takes longer for more, so writes take turns: the last one asked for is the last one there. */
export function createRoom({ name, disk, memory, seal, isSealing, ready }: RoomOptions): Room {
  const [kept, held] = [disk.store(name), memory.store(name)];
  const inTurn = createTurns();
  let isOnDisk = !isSealing;

  const mustSeal = ([key, value]: Entries[number]): boolean =>
    isSealing && isPersonal(name, key) && !isSealedValue(value);

  const put = async (entries: Entries): Stored<void> => {
    if (await wouldFill(entries)) return fail(TOO_FULL);
    try {
      return await kept.setMany(
        await Promise.all(
          entries.map(async (entry) =>
            mustSeal(entry) ? ([entry[0], await seal.close({ room: name, key: entry[0] }, entry[1])] as const) : entry,
          ),
        ),
      );
    } catch (cause) {
      return fail({ code: 'key-away', message: 'There is no key to seal with.', cause });
    }
  };
  /** What says nothing of a person needs no key: it must outlive the page to find one. */
  const isPlain = (entries: Entries): boolean => name === 'meta' && !entries.some(mustSeal);

  const move = async (): Promise<boolean> => {
    const mine = await held.entries<unknown>('');
    if (!mine.ok) return false;
    const moved = mine.value.length === 0 || (await put(mine.value)).ok;
    if (moved) await held.removeMany(mine.value.map(([key]) => key));
    isOnDisk ||= moved;
    return moved;
  };

  return {
    move: () => inTurn(move),
    store: {
      ...createReading({ name, kept, held, seal, ready }),
      async setMany(entries) {
        if (isPlain(entries)) return kept.setMany(entries); // also what was sealed before: a page that is left cannot wait
        await ready();
        return inTurn(() => (isOnDisk ? put(entries) : held.setMany(entries)));
      },
      removeMany: (keys) =>
        inTurn(async () => {
          await held.removeMany(keys);
          return kept.removeMany(keys);
        }),
    },
  };
}

interface ReadingOptions extends Pick<RoomOptions, 'name' | 'seal' | 'ready'> {
  readonly kept: KeyValueStore;
  readonly held: KeyValueStore;
}

/** Reads both: what only the page holds is newer than what the disk has under the same key. */
function createReading({
  name,
  kept,
  held,
  seal,
  ready,
}: ReadingOptions): Omit<KeyValueStore, 'setMany' | 'removeMany'> {
  return {
    async get<Value>(key: string): Stored<Value | undefined> {
      const mine = await held.get<Value>(key);
      if (!mine.ok || mine.value !== undefined) return mine;
      const found = await kept.get(key);
      return found.ok ? seal.open<Value>({ room: name, key }, found.value) : found;
    },
    async keys(prefix) {
      const [mine, found] = [await held.keys(prefix), await kept.keys(prefix)];
      if (!mine.ok || !found.ok) return mine.ok ? found : mine;
      return succeed([...new Set([...mine.value, ...found.value])].sort());
    },
    async entries<Value>(prefix: string) {
      await ready();
      const [mine, found] = [await held.entries<Value>(prefix), await kept.entries<unknown>(prefix)];
      if (!mine.ok) return mine;
      if (!found.ok) return found;
      const all = new Map(mine.value);
      for (const [key, value] of found.value.filter(([each]) => !all.has(each))) {
        const result = await seal.open<Value>({ room: name, key }, value); // one at a time: a recording is large
        if (!result.ok) return result;
        if (result.value !== undefined) all.set(key, result.value);
      }
      return succeed([...all].sort(([one], [other]) => (one < other ? -1 : 1)));
    },
  };
}

/** Below this a look at the room that is left costs more than it tells. Bytes. */
const SMALL_BYTES = 65_536;

/** A write that would take more than half of what is left is refused while there is still room for the rest. */
async function wouldFill(entries: Entries): Promise<boolean> {
  const bytes = entries.reduce((sum, [, value]) => sum + (value instanceof ArrayBuffer ? value.byteLength : 0), 0);
  if (bytes < SMALL_BYTES) return false;
  const { quota, usage = 0 } = (await globalThis.navigator?.storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota !== undefined && bytes > (quota - usage) / 2;
}

const TOO_FULL: StorageProblem = { code: 'storage-full', message: 'This would take more than half of what is left.' };

function createTurns(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
