import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createDraftStore } from '../../../src/app/panel/draftStore';
import { removeQuestions } from '../../../src/questions/bundle';
import type { Bundle, DraftStore } from '../../../src/questions';
import { createChunkStore, createMemoryDatabase } from '../../../src/storage';
import { aBundle, aQuestion, manualClock } from '../../support/builders';
import { aCupboard, aDisk, aSealedDatabase } from '../../support/sealing';

describe('words typed in the moment that a page is left', () => {
  const ours = aQuestion(1, { text: 'Opslaan doet niets.', changedAt: 10 });
  const theirs = aQuestion(2, { text: 'De agenda springt.', changedAt: 10 });
  const stored: Bundle = { ...aBundle(ours, theirs), revision: 'stored' };
  const later: Bundle = { ...aBundle({ ...ours, text: 'Opslaan doet niets meer.', changedAt: 20 }), revision: 'left' };
  let store: DraftStore;

  const leave = (bundle: Bundle): void => store.leave?.(bundle);
  const texts = async (): Promise<readonly string[]> => {
    const loaded = await store.load();
    return loaded.ok ? (loaded.value?.questions.map(({ text }) => text) ?? []) : [loaded.problem.code];
  };

  beforeEach(() => {
    const database = createMemoryDatabase();
    const space = { owner: '', database, chunks: createChunkStore(database.store('chunks')) };
    store = createDraftStore({ space, clock: manualClock(), ttlHours: 72 });
  });

  test('are there the next time, with what another tab had stored', async () => {
    await store.save(stored);
    leave(later);
    expect(new Set(await texts())).toEqual(new Set(['Opslaan doet niets meer.', 'De agenda springt.']));
  });

  test('are put sealed, without a wait, by a page that has no time to seal them', async () => {
    const disk = aDisk();
    const source = aCupboard();
    const database = aSealedDatabase({ disk, source });
    const inPage = createDraftStore({
      space: { owner: '', database, chunks: createChunkStore(database.store('chunks')) },
      clock: manualClock(),
      ttlHours: 72,
    });
    await inPage.save(stored);
    inPage.ready?.(later);
    await vi.waitFor(async () => {
      inPage.leave?.(later);
      const left = await disk.store('meta').get<object>('draft.left');
      expect(left.ok && left.value).toMatchObject({ seal: 1 });
    });
    const next = aSealedDatabase({ disk, source });
    store = createDraftStore({
      space: { owner: '', database: next, chunks: createChunkStore(next.store('chunks')) },
      clock: manualClock(),
      ttlHours: 72,
    });
    expect(new Set(await texts())).toEqual(new Set(['Opslaan doet niets meer.', 'De agenda springt.']));
  });

  test('are there when nothing else was stored', async () => {
    leave(later);
    expect(await texts()).toEqual(['Opslaan doet niets meer.']);
  });

  test('do not bring back a question that was sent from another tab after they were typed', async () => {
    await store.save({ ...removeQuestions(stored, [ours.id], 30), revision: 'sent' });
    leave(later);
    expect(await texts()).toEqual(['De agenda springt.']);
  });

  test('do not come back once they were joined and stored', async () => {
    leave(later);
    expect(await texts()).toEqual(['Opslaan doet niets meer.']);
    await store.save({ ...stored, questions: [theirs] });
    expect(await texts()).toEqual(['De agenda springt.']);
  });
});
