import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Action, Id, Message, QuestionStatus, Submission } from '@cliendo/support';
import type { Arrived, Keeper, Kept, Received, Said, Thread } from '../edge/keeper';
import { Refusal } from '../edge/refusal';
import { declaredIn } from '../edge/views';
import { createDiskKeys } from './diskKeys';
import { namesIn, sizeOf, writeAt } from './durable';
import { asks, carriedOut, openSheets, withThread, type Sheet } from './sheets';
import { createTurns } from './turns';

/** A keeper with what an agent does. */
export interface DiskKeeper extends Keeper {
  /** Answers a question; your own inbox would call it. */
  reply(question: Id, said: { readonly agent: string; readonly text: string }): Promise<void>;
}

/**
 * Keeps what people send on disk: a folder per owner, a file per submission, a file per attachment.
 * Changes of one owner follow each other, in this process: run one. More of them is what the reference receiver is for.
 */
export function createDiskKeeper(folder: string): DiskKeeper {
  const oneAtATime = createTurns();
  const roomOf = (owner: string): string => join(folder, owner);
  const fileOf = (owner: string, attachment: Id): string => join(roomOf(owner), `${attachment}.bytes`);
  const sheets = openSheets(roomOf);
  const change = (owner: string, isIt: (sheet: Sheet) => boolean, next: (sheet: Sheet) => Sheet): Promise<void> =>
    oneAtATime(owner, () => sheets.change(owner, isIt, next));

  return {
    ...createDiskKeys(roomOf, oneAtATime),
    kept: async (owner) =>
      Promise.all((await sheets.of(owner)).map((sheet) => keptOf(sheet, (id) => sizeOf(fileOf(owner, id))))),
    keep: (owner, item) => oneAtATime(owner, () => sheets.add(owner, item)),
    say(owner, question, item: Received<Message>) {
      const said = (thread: Thread): Thread => withSaid(thread, { ...item.body, id: item.id });
      return change(owner, asks(question), (sheet) => carriedOut(sheet, item, () => withThread(sheet, question, said)));
    },
    act(owner, question, item: Received<Action>) {
      const acted = (thread: Thread): Thread => ({ ...thread, status: AFTER[item.body.type] ?? thread.status });
      return change(owner, asks(question), (sheet) =>
        carriedOut(sheet, item, () => withThread(sheet, question, acted)),
      );
    },
    read(owner, question, upTo) {
      const read = (thread: Thread): Thread => ({ ...thread, readTo: Math.max(thread.readTo, upTo) });
      return change(owner, asks(question), (sheet) => withThread(sheet, question, read));
    },
    append: (owner, attachment, piece) => oneAtATime(owner, () => addTo(fileOf(owner, attachment), piece)),
    bytes: async (owner, attachment) => new Uint8Array(await readFile(fileOf(owner, attachment))),
    async settle(owner, attachment, state) {
      const isIts = (sheet: Sheet): boolean => declaredIn(written(sheet)).some(({ id }) => id === attachment);
      if (state !== 'checked') await oneAtATime(owner, () => rm(fileOf(owner, attachment), { force: true }));
      if (state !== 'wrong')
        await change(owner, isIts, (sheet) => ({ ...sheet, judged: { ...sheet.judged, [attachment]: state } }));
    },
    async reply(question, { agent, text }) {
      const said = { id: randomUUID() as Id, agent, text, attachments: [] }; // a UUID v4, as ids are
      const answered = (thread: Thread): Thread => ({ ...withSaid(thread, said), status: 'answered' });
      for (const owner of await namesIn(folder))
        if ((await sheets.of(owner)).some(asks(question)))
          await change(owner, asks(question), (sheet) => withThread(sheet, question, answered));
    },
  };
}

async function addTo(path: string, { offset, bytes }: { readonly offset: number; readonly bytes: Uint8Array }) {
  const size = await sizeOf(path);
  if (size !== offset) throw new Refusal('mismatching-upload-offset', size);
  await writeAt(path, offset, bytes);
  return offset + bytes.length;
}

const AFTER: Partial<{ [type in Action['type']]: QuestionStatus }> = { solved: 'closed', reopen: 'received' };

/** A sheet with its submission read. It was looked at before it was kept. */
const written = (sheet: Sheet) => ({ ...sheet, submission: JSON.parse(sheet.text) as Submission });

async function keptOf(sheet: Sheet, sizeOfFile: (id: Id) => Promise<number>): Promise<Kept> {
  const { text: _text, done: _done, judged, ...kept } = written(sheet);
  const arrived: Record<string, Arrived> = {};
  for (const { id } of declaredIn(kept)) {
    const size = await sizeOfFile(id);
    const state = judged[id] ?? 'coming';
    if (size > 0 || state === 'erased') arrived[id] = { size, state };
  }
  return { ...kept, arrived };
}

const withSaid = (thread: Thread, { id, text, agent, attachments }: Omit<Said, 'at'>): Thread => {
  const said: Said = { id, text, attachments, at: new Date().toISOString(), ...(agent !== undefined && { agent }) };
  return { ...thread, said: [...thread.said, said] };
};
