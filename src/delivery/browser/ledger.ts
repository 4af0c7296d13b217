import type { Id } from '../../foundation/id';
import type { Log } from '../../foundation/log';
import { succeed } from '../../foundation/result';
import type { Stored } from '../../storage';
import { nextRow, type OutboxEvent, type OutboxRow } from '../outbox';
import type { OutboxModel } from '../outbox.model';
import { forgettable } from '../outboxOrder';
import { createHeldRows } from './heldRows';
import { createKnownRows } from './knownRows';
import type { OutboxStore } from './outboxStore';
import { storeSealed } from './sealItem';

/** The one place that changes rows: in the store and in the signals. */
export interface Ledger {
  rows(): readonly OutboxRow[];
  /** Reads the store again: another tab may have changed it. Also tries once more to save what only the page holds. */
  load(): Promise<void>;
  /** Adds a sealed item. False: only this page holds it, because the storage failed or keeps nothing yet. */
  add(row: OutboxRow, body: ArrayBuffer): Promise<boolean>;
  /** Tells whether an item is on the device's disk. */
  isSaved(id: Id): boolean;
  /** Lets something happen to an item; resolves when that is stored. */
  apply(id: Id, event: OutboxEvent): Promise<void>;
  body(id: Id): Stored<ArrayBuffer | undefined>;
  /** Removes an item with everything it holds: a person's own act. */
  drop(id: Id): Promise<void>;
}

/** What a ledger is made with. */
export interface LedgerDeps {
  readonly store: OutboxStore;
  readonly model: OutboxModel;
  readonly log: Log;
  now(): number;
}

/** What is only worth knowing while the page lives; after a reload it is found out again. */
const PASSING: readonly OutboxEvent['kind'][] = ['beginText', 'beginMedia', 'committed', 'left'];

/** Creates the ledger of one owner. */
export function createLedger({ store, model, log, now }: LedgerDeps): Ledger {
  const [held, known, inTurn] = [createHeldRows(store), createKnownRows(), createTurns()];
  let rows: readonly OutboxRow[] = [];

  const show = (next: readonly OutboxRow[]): void => {
    rows = next;
    model.show(next, store.isLasting ? held.unsaved : new Set(next.map(({ id }) => id)));
  };

  const succeeded = (result: Awaited<Stored<unknown>>): boolean => wasStored(result, log);

  const load = async (): Promise<void> => {
    await held.storeAgain(known.stored);
    const newest = known.reading();
    const stored = await store.rows();
    const read = stored.ok ? newest(stored.value, rows) : rows; // what we knew is better than nothing
    show([...read.filter(({ id }) => !held.has(id)), ...held.rows]);
    const old = forgettable(rows, now());
    if (old.length && succeeded(await store.dropRows(old))) show(rows.filter(({ id }) => !old.includes(id)));
  };

  const write = async (row: OutboxRow): Promise<void> => {
    if (!succeeded(await store.putRow(row))) return held.hold(row);
    known.stored(row);
    held.letGo(row.id);
    if (row.state === 'done') succeeded(await store.dropContent(row)); // only now: the receipt is on the disk
  };

  return {
    rows: () => rows,
    load: () => inTurn(load),
    isSaved: (id) => store.isLasting && !held.unsaved.has(id),
    add: (row, body) =>
      inTurn(async () => {
        const isSaved = succeeded(await storeSealed(store, row, body));
        if (isSaved) known.stored(row);
        else held.hold(row, body);
        show([...rows, row]);
        return isSaved && store.isLasting;
      }),
    async apply(id, event) {
      const row = rows.find((candidate) => candidate.id === id);
      const next = row && nextRow(row, event);
      if (!next || next === row) return;
      if (next.state === 'done') held.letGo(id); // nobody needs its bytes any more
      else if (held.has(id)) held.hold(next);
      show(rows.map((candidate) => (candidate.id === id ? next : candidate)));
      const isWritten = !held.unsaved.has(id) && !PASSING.includes(event.kind);
      if (isWritten) await write(next);
    },
    async body(id) {
      const own = held.body(id);
      return own ? succeed(own) : store.body(id);
    },
    drop: (id) =>
      inTurn(async () => {
        const row = rows.find((candidate) => candidate.id === id);
        if (row) succeeded(await store.dropContent(row));
        succeeded(await store.dropRows([id]));
        held.letGo(id);
        show(rows.filter((candidate) => candidate.id !== id));
      }),
  };
}

function wasStored({ ok, ...stored }: Awaited<Stored<unknown>>, log: Log): boolean {
  if ('problem' in stored) log.warn(stored.problem.code, 'The outbox could not be written to the device.');
  return ok;
}

/** Reading the store and adding to it take turns, so that a reading never hides what was just added. */
function createTurns(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
