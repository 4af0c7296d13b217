import { signal } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import { followDevice, type OnDevice } from '../../../src/app/conversations/onDevice';
import type { OutboxItemView } from '../../../src/delivery';
import { succeed } from '../../../src/foundation/result';
import { anId } from '../../support/builders';
import { first } from '../../support/questions';

const item = (change: Partial<OutboxItemView> = {}): OutboxItemView => ({
  id: anId(501),
  kind: 'submission',
  state: 'backoff',
  stage: 'text',
  percent: 0,
  saved: true,
  savedAt: 1000,
  isStuck: false,
  ...change,
});
const RECEIVED = {
  reference: '26-1',
  receivedAt: '2026-03-12T13:03:00Z',
  questions: [{ id: anId(1), number: '26-1.1' }],
} as const;

/** Somebody's outbox, and what is told of it. */
function device({ isOnline = true } = {}) {
  const items = signal<readonly OutboxItemView[]>([]);
  const words = new Map<string, unknown>([[anId(501), { questions: [{ id: anId(1), text: 'Waar is de knop?' }] }]]);
  const told: OnDevice[] = [];
  const outbox = { items, content: async (id: string) => succeed(words.get(id)) };
  const space = { outbox: async () => outbox } as never; // what following uses of a space
  const stop = followDevice({ space, isOnline: () => isOnline }, (found) => told.push(found));
  const show = async (...next: readonly OutboxItemView[]): Promise<OnDevice> => {
    items.value = next;
    for (let turn = 0; turn < 20; turn++) await Promise.resolve(); // oxlint-disable-line no-await-in-loop -- lets promises finish
    return first(told.slice(-1));
  };
  return { show, words, told, stop };
}

describe('what is on this device', () => {
  test('is called by the word that is true of it', async () => {
    const { show } = device();
    const standing = async (change: Partial<OutboxItemView>) => (await show(item(change))).submissions[0]?.state;
    expect(await standing({})).toBe('queued');
    expect(await standing({ state: 'sending' })).toBe('sending');
    expect(await standing({ state: 'sending', saved: false })).toBe('held');
    expect(await standing({ state: 'waitingAuth' })).toBe('signedOut');
    expect(await standing({ state: 'attention' })).toBe('attention');
    expect(await standing({ state: 'uploading', ...RECEIVED })).toBe('received');
  });

  test('asks nobody to log in while there is no connection', async () => {
    const { show } = device({ isOnline: false });
    expect((await show(item({ state: 'waitingAuth' }))).submissions[0]?.state).toBe('queued');
  });

  test('keeps its first words when it was received and they have left the device', async () => {
    const { show, words } = device();
    await show(item());
    words.clear();
    expect((await show(item({ state: 'done', ...RECEIVED }))).submissions).toMatchObject([
      { state: 'received', at: RECEIVED.receivedAt, questions: [{ excerpt: 'Waar is de knop?', number: '26-1.1' }] },
    ]);
  });

  test('is not listed once the receiver has it no more', async () => {
    const { show } = device();
    expect((await show(item({ state: 'done', isGone: true, ...RECEIVED }))).submissions).toEqual([]);
  });

  test('waits without words when nobody can read them now', async () => {
    const { show, words } = device();
    words.clear();
    expect((await show(item())).submissions).toMatchObject([{ state: 'queued', questions: [] }]);
  });

  test('asks the receiver again when something was done, also without words, and not for each piece of a picture', async () => {
    const { show } = device();
    const sending = item({ state: 'uploading', percent: 10, ...RECEIVED });
    const action = item({ id: anId(502), kind: 'action', state: 'sending' });
    const before = await show(sending, action);
    const moved = await show({ ...sending, percent: 60 }, action);
    expect(moved.submissions[0]?.media).toEqual({ percent: 60, isStuck: false });
    expect(moved.standings).toBe(before.standings);
    expect((await show(sending, { ...action, state: 'done' })).standings).not.toBe(before.standings);
  });

  test('is told no more once nobody listens', async () => {
    const { show, told, stop } = device();
    await show(item());
    const heard = told.length;
    stop();
    await show(item({ state: 'sending' }));
    expect(told).toHaveLength(heard);
  });
});
