/** Looks at every moment of an evening, at the ports, for the rules that the outbox keeps (delivery.md §2.3). */
import { effect } from '@preact/signals-core';
import type { BackendWriting, Call, FlushLock, Outbox, OutboxItemView } from '../../../src/delivery';
import type { OutboxRow } from '../../../src/delivery/outbox';
import type { Id } from '../../../src/foundation/id';
import { createChunkStore, type OwnerDatabase } from '../../../src/storage';
import type { Desk } from './desk';

/** The rules that are looked at here. */
export type Rule = 'O1' | 'O2' | 'O3' | 'O4' | 'O5' | 'O6';

/** What a watcher has seen. */
export interface Watcher {
  readonly database: OwnerDatabase;
  readonly backend: BackendWriting;
  readonly lock: (lock: FlushLock) => FlushLock;
  /** Begins to read what the screen of a tab says. */
  look(outbox: Outbox): void;
  /** What was broken, in words. */
  readonly broken: Map<Rule, string>;
}

/** What is known of an evening so far. */
interface Notes {
  readonly desk: Desk;
  readonly rows: Map<string, OutboxRow>;
  /** What the device has confirmed, by room and key. */
  readonly disk: Set<string>;
  breaks(rule: Rule, what: string): void;
}

/** Watches what goes past the ports of a desk. */
export function aWatcher(desk: Desk): Watcher {
  const broken = new Map<Rule, string>();
  const breaks = (rule: Rule, what: string): void => void (broken.has(rule) || broken.set(rule, what));
  const notes: Notes = { desk, rows: new Map(), disk: new Set(), breaks };
  let holders = 0;
  return {
    broken,
    database: watchedDatabase(notes),
    backend: watchedBackend(notes),
    lock: (lock) => (work) =>
      lock(async (left) => {
        holders += 1;
        if (holders > 1) breaks('O6', 'two tabs were sending at once');
        await work(left);
        holders -= 1;
      }),
    look: (outbox) => void effect(() => outbox.items.value.forEach((item) => lookAt(item, notes))),
  };
}

const isReceived = (id: string, { backend }: Desk): boolean => backend.received.some((each) => each.id === id);
const isComplete = ({ id, attachments }: OutboxRow, desk: Desk): boolean =>
  isReceived(id, desk) && attachments.every((one) => desk.backend.bytesOf(one.id)?.byteLength === one.size);

function watchedDatabase(notes: Notes): OwnerDatabase {
  const { database } = notes.desk;
  const bodies = new Map<string, string>();
  return {
    ...database,
    store(name) {
      const store = database.store(name);
      if (name !== 'items' && name !== 'chunks') return store;
      return {
        ...store,
        async setMany(entries) {
          for (const [key, value] of entries) await notePut(key, value, { ...notes, bodies }); // oxlint-disable-line no-await-in-loop -- before it is there
          const stored = await store.setMany(entries);
          if (stored.ok) entries.forEach(([key]) => notes.disk.add(`${name} ${key}`));
          return stored;
        },
        async removeMany(keys) {
          keys.forEach((key) => noteRemoval(key, notes));
          keys.forEach((key) => notes.disk.delete(`${name} ${key}`));
          return store.removeMany(keys);
        },
      };
    },
  };
}

type PutNotes = Notes & { readonly bodies: Map<string, string> };

async function notePut(key: string, value: unknown, { bodies, desk, rows, breaks }: PutNotes): Promise<void> {
  if (key.startsWith('body/')) {
    const now = Array.from(new Uint8Array(value as ArrayBuffer)).join(); // the store's own layout
    if ((bodies.get(key) ?? now) !== now) breaks('O3', `${key} was written with other bytes`);
    bodies.set(key, now);
  }
  if (!key.startsWith('row/')) return;
  const row = value as OutboxRow; // the store's own layout
  rows.set(row.id, row);
  if (row.state === 'done') return;
  for (const { id, size } of row.attachments) {
    const kept = await createChunkStore(desk.database.store('chunks')).get(id); // oxlint-disable-line no-await-in-loop -- in order
    if (!kept.ok || kept.value?.byteLength !== size)
      breaks('O4', `${row.id} names ${id}, of which the bytes are not there`);
  }
}

function noteRemoval(key: string, { desk, rows, breaks }: Notes): void {
  const [first = '', second = ''] = key.split('/');
  const row = [...rows.values()].find(({ id, attachments }) =>
    first === 'body' || first === 'row' ? id === second : attachments.some((one) => one.id === first),
  );
  if (row && !isComplete(row, desk)) breaks('O1', `${key} was removed before all of ${row.id} had arrived`);
}

function watchedBackend({ desk, breaks }: Notes): BackendWriting {
  const { backend } = desk;
  const own = (call: Call): Call => {
    if (call.token !== desk.token) breaks('O5', 'a request went out in the name of somebody else');
    return call;
  };
  return {
    ...backend,
    putSubmission: (item, call) => backend.putSubmission(item, own(call)),
    submission: (id, call) => backend.submission(id, own(call)),
    uploadOffset: (id, call) => backend.uploadOffset(id, own(call)),
    uploadPiece: (piece, call) => backend.uploadPiece(piece, own(call)),
  };
}

/** What the words on the screen say, beside what is so (delivery.md §1). */
function lookAt({ id, state, saved, stage, percent }: OutboxItemView, { desk, rows, disk, breaks }: Notes): void {
  const row = rows.get(id);
  if (state === 'done') {
    if (row && !isComplete(row, desk)) breaks('O2', `${id} is called received, and not all of it is there`);
    return;
  }
  if (saved && !isSafe(id, row, { desk, disk })) breaks('O2', `${id} is called saved, and nobody has it`);
  if (stage === 'media' && !isReceived(id, desk))
    breaks('O2', `${id} is called sent, and the receiver does not have it`);
  if (row && percent > committedPercent(row, desk)) breaks('O2', `${percent} % is more than arrived`);
}

/** On the device, or all of it at the receiver: a tab that was left behind may not have heard that yet. */
const isSafe = (id: Id, row: OutboxRow | undefined, { desk, disk }: Pick<Notes, 'desk' | 'disk'>): boolean =>
  disk.has(`items body/${id}`) || (row !== undefined && isComplete(row, desk));

const committedPercent = ({ attachments }: OutboxRow, { backend }: Desk): number => {
  const size = attachments.reduce((sum, one) => sum + one.size, 0);
  const there = attachments.reduce((sum, one) => sum + (backend.bytesOf(one.id)?.byteLength ?? 0), 0);
  return size === 0 ? 100 : Math.ceil((100 * there) / size);
};

/** The id of an item, for a mutant that looks for it. */
export const idOf = (key: string): Id => key.slice(key.indexOf('/') + 1) as Id; // a key ends with an id
