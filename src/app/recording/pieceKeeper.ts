import type { PieceKeeper, RecordingHead } from '../../capture/recording';
import type { Clock } from '../../foundation/clock';
import { succeed } from '../../foundation/result';
import type { OwnerSpace } from '../owner';

/** Beside the bytes of attachments. Ids have no `/`, so this reaches into nobody's keys. */
const PREFIX = 'recording/';

/** What a piece keeper is made with. */
export interface PieceKeeperOptions {
  readonly space: Pick<OwnerSpace, 'database'>;
  readonly clock: Clock;
  /** How long a recording that was left is offered. */
  readonly ttlHours: number;
  readonly locks?: LockManager | undefined;
}

/**
 * Keeps the pieces of a recording in the person's own database: `recording/<id>/head` and `recording/<id>/00001`, so that they sort.
 * A recording that is being made is known by a lock; without Web Locks every tab may offer it.
 */
export function createPieceKeeper({
  space,
  clock,
  ttlHours,
  locks = navigator.locks,
}: PieceKeeperOptions): PieceKeeper {
  const store = space.database.store('chunks');
  const headKey = (id: string): string => `${PREFIX}${id}/head`;
  const keysOf = (id: string) => store.keys(`${PREFIX}${id}/`);
  const lockName = (id: string): string => `cliendo-support:${PREFIX}${id}`;

  const keeper: PieceKeeper = {
    add: ({ index, bytes }, head) =>
      store.setMany([
        [`${PREFIX}${head.id}/${String(index).padStart(5, '0')}`, bytes],
        [headKey(head.id), head],
      ]),
    async read(id) {
      const found = await store.entries<ArrayBuffer | RecordingHead>(`${PREFIX}${id}/`);
      if (!found.ok) return found;
      const pieces = found.value.map(([, value]) => value).filter((value) => value instanceof ArrayBuffer);
      return succeed(pieces.length > 0 ? await new Blob(pieces).arrayBuffer() : undefined);
    },
    async remove(id) {
      const keys = await keysOf(id);
      return keys.ok ? store.removeMany(keys.value) : keys;
    },
    hold(id) {
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      void locks?.request(lockName(id), () => held).catch(() => undefined); // then other tabs may offer it: no harm, the bytes stay
      return () => release();
    },
    async left() {
      const found = await store.keys(PREFIX);
      if (!found.ok) return found;
      const busy = await busyLocks(locks);
      const ids = found.value
        .filter((key) => key.endsWith('/head'))
        .map((key) => key.slice(PREFIX.length, -'/head'.length));
      const heads: RecordingHead[] = [];
      for (const id of ids) {
        const head = await store.get<RecordingHead>(headKey(id)); // oxlint-disable-line no-await-in-loop -- hardly ever more than one
        if (!head.ok) return head;
        if (!head.value || busy.has(lockName(id))) continue;
        if (clock.now() - head.value.startedAt > ttlHours * 3_600_000) await keeper.remove(head.value.id); // oxlint-disable-line no-await-in-loop
        else heads.push(head.value);
      }
      return succeed(heads.sort((one, other) => other.startedAt - one.startedAt)[0]);
    },
  };
  return keeper;
}

async function busyLocks(locks: LockManager | undefined): Promise<ReadonlySet<string>> {
  const asked = await locks?.query().catch(() => undefined);
  return new Set(asked?.held?.map(({ name = '' }) => name));
}
