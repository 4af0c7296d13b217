import { signal } from '@preact/signals-core';
import { afterEach, expect, test, vi } from 'vitest';
import { countDrafts, type DraftCount } from '../../../../src/app/hints/engine/countDrafts';
import { createDraftStore } from '../../../../src/app/panel/draftStore';
import { fail } from '../../../../src/foundation/result';
import { createMemoryDatabase } from '../../../../src/storage';
import { aBundle, aQuestion, manualClock } from '../../../support/builders';

/** A person with a draft store as the panel has it, and who counts what is in it. */
function somebody({ owner = 'sanne' } = {}) {
  const clock = manualClock();
  const space = { owner, database: createMemoryDatabase(), chunks: {} } as never; // all that is used of it
  const model = { settings: signal({ storage: { ttlHours: 72 } }) } as never; // all that is used of it
  const store = createDraftStore({ space, clock, ttlHours: 72 });
  const told: (number | undefined)[] = [];
  const begin = (database = (space as { database: unknown }).database): DraftCount => {
    const count = countDrafts({ model, clock, space: { owner, database } as never }, () => told.push(count.count())); // all that is used of it
    counts.push(count);
    return count;
  };
  return { clock, store, told, begin };
}
const counts: DraftCount[] = [];
afterEach(() => counts.splice(0).forEach((count) => count.end()));

test('counts the questions in the bundle without a panel, but not the one that is open in a form', async () => {
  const { store, begin } = somebody();
  await store.save(aBundle(aQuestion(1), aQuestion(2), aQuestion(3, { isUnfinished: true })));
  const count = begin();
  expect(count.count()).toBeUndefined();
  await vi.waitFor(() => expect(count.count()).toBe(2));
});

test('says none to who has none, and counts again after the panel of any tab has saved', async () => {
  const { store, begin, clock, told } = somebody();
  begin();
  await vi.waitFor(() => expect(told).toEqual([0]));
  const saved = async (work: Promise<unknown>, expected: readonly number[]): Promise<void> => {
    await work;
    await vi.waitFor(() => {
      clock.pass(500);
      expect(told).toEqual(expected);
    });
  };
  await saved(store.save(aBundle(aQuestion(1))), [0, 1]);
  await saved(store.clear(), [0, 1, 0]);
});

test('does not count what is too old to be brought back', async () => {
  const { store, begin, clock } = somebody();
  await store.save(aBundle(aQuestion(1)));
  clock.pass(73 * 3_600_000);
  const count = begin();
  await vi.waitFor(() => expect(count.count()).toBe(0));
});

test('knows nothing when the device can not be read, and none when nobody can read it any more', async () => {
  const { begin } = somebody();
  const failing = (code: string) => ({ store: () => ({ get: async () => fail({ code, message: 'No.' }) }) });
  const count = begin(failing('storage-blocked'));
  const unreadable = begin(failing('key-gone'));
  await vi.waitFor(() => expect(unreadable.count()).toBe(0));
  expect(count.count()).toBeUndefined();
});
