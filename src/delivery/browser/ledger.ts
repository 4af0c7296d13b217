import type { Id } from '../../foundation/id';
import type { Log } from '../../foundation/log';
import { succeed } from '../../foundation/result';
import type { Stored } from '../../storage';
import { nextRow, type OutboxEvent, type OutboxRow } from '../outbox';
import type { OutboxModel } from '../outbox.model';
import { forgettable, isPending } from '../outboxOrder';
import type { OutboxStore } from './outboxStore';
import { storeSealed } from './sealItem';

/** The one place that changes rows: in the store first, in the signals with it. */
export interface Ledger {
  rows(): readonly OutboxRow[];
  /** Reads the store again: another tab may have changed it. Also tries once more to save what only the page holds. */
  load(): Promise<void>;
  /** Adds a sealed item. False: the storage failed and only this page holds it. */
  add(row: OutboxRow, body: ArrayBuffer): Promise<boolean>;
  /** Lets something happen to an item; resolves when that is stored. */
  apply(id: Id, event: OutboxEvent): Promise<void>;
  body(id: Id): Stored<ArrayBuffer | undefined>;
  /** Removes items with everything they hold: a person's own act. */
  drop(ids: readonly Id[]): Promise<void>;
}

/** What is only worth knowing while the page lives; after a reload it is found out again. */
const PASSING: readonly OutboxEvent['kind'][] = ['beginText', 'beginMedia', 'committed', 'left'];

/** What the storage did not take. With a body: it was never saved at all. */
interface Held {
  readonly row: OutboxRow;
  readonly body?: ArrayBuffer;
}

/** Creates the ledger of one owner. */
export function createLedger({ store, model, log, now }: { store: OutboxStore; model: OutboxModel; log: Log; now(): number }): Ledger {
  const held = new Map<Id, Held>();
  let rows: readonly OutboxRow[] = [];
  let last: Promise<unknown> = Promise.resolve();

  /** Reading the store and adding to it take turns, so that a reading never hides what was just added. */
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };

  const show = (next: readonly OutboxRow[]): void => {
    rows = next;
    model.show(next, new Set([...held].flatMap(([id, { body }]) => (body ? [id] : []))));
  };

  const warn = (stored: Awaited<Stored<unknown>>): boolean => {
    if (!stored.ok) log.warn(stored.problem.code, 'The outbox could not be written to the device.');
    return stored.ok;
  };

  const keepHeld = async (): Promise<void> => {
    for (const [id, { row, body }] of held) {
      const stored = await (body ? storeSealed(store, row, body) : store.putRow(row)); // oxlint-disable-line no-await-in-loop -- 50 at most, seldom any
      if (!stored.ok) return;
      held.delete(id);
    }
  };

  const dropDone = async (): Promise<void> => {
    const old = forgettable(rows, now());
    if (old.length && warn(await store.dropRows(old))) show(rows.filter((row) => !old.includes(row.id)));
  };

  return {
    rows: () => rows,
    load: () =>
      inTurn(async () => {
        await keepHeld();
        const stored = await store.rows();
        if (!warn(stored) || !stored.ok) return show(rows);
        const others = stored.value.filter((row) => !held.has(row.id));
        show([...others, ...[...held.values()].map(({ row }) => row)]);
        await dropDone();
      }),
    add: (row, body) =>
      inTurn(async () => {
        const isSaved = warn(await storeSealed(store, row, body));
        if (!isSaved) held.set(row.id, { row, body });
        show([...rows.filter(({ id }) => id !== row.id), row]);
        return isSaved;
      }),
    async apply(id, event) {
      const row = rows.find((candidate) => candidate.id === id);
      const next = row && nextRow(row, event);
      if (!next || next === row) return;
      const isUnsaved = held.get(id)?.body !== undefined;
      if (isUnsaved) held.set(id, { ...held.get(id), row: next });
      show(rows.map((candidate) => (candidate.id === id ? next : candidate)));
      if (isUnsaved || PASSING.includes(event.kind)) return;
      const isStored = warn(await store.putRow(next));
      if (isStored) held.delete(id);
      else held.set(id, { row: next });
      if (isStored && !isPending(next) && next.state === 'done') warn(await store.dropContent(next));
    },
    async body(id) {
      const own = held.get(id)?.body;
      return own ? succeed(own) : store.body(id);
    },
    drop: (ids) =>
      inTurn(async () => {
        for (const row of rows.filter(({ id }) => ids.includes(id))) warn(await store.dropContent(row)); // oxlint-disable-line no-await-in-loop -- a person's act on one item
        warn(await store.dropRows(ids));
        for (const id of ids) held.delete(id);
        show(rows.filter(({ id }) => !ids.includes(id)));
      }),
  };
}
