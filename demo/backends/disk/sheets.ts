import { join } from 'node:path';
import type { Id, Submission } from '@cliendo/support';
import type { Kept, Received, Thread } from '../edge/keeper';
import { Refusal } from '../edge/refusal';
import { namesIn, textOf, writeWhole } from './durable';

/** One submission, as it stands in one file. */
export interface Sheet extends Omit<Kept, 'arrived' | 'submission'> {
  /** The body as it came, byte for byte. */
  readonly text: string;
  /** Digest by id, of every message and action that was carried out. */
  readonly done: Readonly<{ [id: string]: string }>;
  readonly judged: Readonly<{ [attachment: string]: 'checked' | 'erased' }>;
}

/** The submissions of everybody, a folder per owner. Whoever changes one sees to it that nobody else does so for that owner meanwhile. */
export interface Sheets {
  of(owner: string): Promise<readonly Sheet[]>;
  /** Keeps a submission that is new; the same once more changes nothing. */
  add(owner: string, item: Received<Submission>): Promise<void>;
  /** Changes the submission that `isIt`; its cursor goes past all others of this person. */
  change(owner: string, isIt: (sheet: Sheet) => boolean, next: (sheet: Sheet) => Sheet): Promise<void>;
}

/** Opens the submissions in a folder. */
export function openSheets(roomOf: (owner: string) => string): Sheets {
  const of = async (owner: string): Promise<readonly Sheet[]> => {
    const names = (await namesIn(roomOf(owner))).filter((name) => name.endsWith('.submission.json'));
    return Promise.all(names.map(async (name) => JSON.parse((await textOf(join(roomOf(owner), name))) ?? '') as Sheet)); // written below
  };
  const save = (owner: string, sheet: Sheet): Promise<void> =>
    writeWhole(join(roomOf(owner), `${sheet.id}.submission.json`), JSON.stringify(sheet));

  return {
    of,
    async add(owner, item) {
      const all = await of(owner);
      const before = all.find(({ id }) => id === item.id);
      if (before && before.digest !== item.digest) throw new Refusal('submission-conflict');
      if (!before) await save(owner, newSheet(item, nextCursor(all)));
    },
    async change(owner, isIt, next) {
      const all = await of(owner);
      const sheet = all.find(isIt);
      if (!sheet) throw new Refusal('not-found');
      const changed = next(sheet);
      if (changed !== sheet) await save(owner, { ...changed, cursor: nextCursor(all) });
    },
  };
}

/** Finds the submission in which a question was asked. */
export const asks =
  (question: Id) =>
  ({ threads }: Sheet): boolean =>
    threads.some(({ id }) => id === question);

const nextCursor = (all: readonly Sheet[]): number => 1 + Math.max(0, ...all.map(({ cursor }) => cursor));

/** The number comes from the id: nothing to count, so nothing that two could get. */
function newSheet({ id, digest, text, body }: Received<Submission>, cursor: number): Sheet {
  const reference = id.slice(0, 8).toUpperCase();
  const threads = body.questions.map((question, index): Thread => ({
    id: question.id,
    number: `${reference}.${index + 1}`,
    status: 'received',
    readTo: 0,
    said: [],
  }));
  return { id, digest, text, reference, receivedAt: new Date().toISOString(), cursor, threads, done: {}, judged: {} };
}

/** Gives the sheet with one of its questions changed. */
export const withThread = (sheet: Sheet, question: Id, next: (thread: Thread) => Thread): Sheet => ({
  ...sheet,
  threads: sheet.threads.map((thread) => (thread.id === question ? next(thread) : thread)),
});

/** Gives the sheet with what came under an id carried out, once. The same id with something else is refused. */
export function carriedOut(sheet: Sheet, { id, digest }: Received<unknown>, next: () => Sheet): Sheet {
  const before = sheet.done[id];
  if (before !== undefined && before !== digest) throw new Refusal('submission-conflict');
  return before === undefined ? { ...next(), done: { ...sheet.done, [id]: digest } } : sheet;
}
