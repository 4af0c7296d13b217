import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../src/foundation/result';
import { storageKeys, type OwnerDatabase } from '../../../src/storage';
import { but, noAnswer, only } from './answers';
import { aDesk } from './desk';

describe('a storage that fails', () => {
  const full = { code: 'storage-full', message: '' } as const;
  const failing = (database: OwnerDatabase, isFailing: () => boolean): OwnerDatabase => ({
    ...database,
    store: (name) => {
      const store = database.store(name);
      return { ...store, setMany: async (entries) => (isFailing() ? fail(full) : store.setMany(entries)) };
    },
  });

  it('is said at once, and the question is sent all the same', async () => {
    const desk = await aDesk();
    const outbox = desk.tab({ database: failing(desk.database, () => true) });
    const question = desk.submission('Volle schijf');
    expect(await outbox.submit(question)).toEqual({ ok: true, value: { id: question.id, saved: false } });
    expect(only(outbox)).toMatchObject({ saved: false });
    await outbox.flush();
    expect(desk.backend.received.map(({ id }) => id)).toEqual([question.id]);
    expect(only(outbox)).toMatchObject({ state: 'done' });
  });

  it('is tried again: what only the page held becomes saved', async () => {
    const desk = await aDesk();
    let isFull = true;
    const backend = but(desk.backend, { putSubmission: async () => fail(noAnswer) });
    const outbox = desk.tab({ database: failing(desk.database, () => isFull), backend });
    const question = desk.submission('Even vol');
    await outbox.submit(question);
    await outbox.flush();
    isFull = false;
    await outbox.flush();
    expect(only(outbox)).toMatchObject({ saved: true });
    expect(await desk.database.store('items').keys('')).toEqual({
      ok: true,
      value: [storageKeys.body(question.id), storageKeys.row(question.id)],
    });
  });

  it('does not call saved what does not come back the same', async () => {
    const desk = await aDesk();
    const database: OwnerDatabase = {
      ...desk.database,
      store: (name) => {
        const store = desk.database.store(name);
        return {
          ...store,
          get: async <Value>(key: string) =>
            key.startsWith('body/') ? succeed(new ArrayBuffer(3) as Value) : store.get<Value>(key),
        };
      },
    };
    const outbox = desk.tab({ database });
    const question = desk.submission('Kapotte schijf');
    expect(await outbox.submit(question)).toEqual({ ok: true, value: { id: question.id, saved: false } });
  });
});
