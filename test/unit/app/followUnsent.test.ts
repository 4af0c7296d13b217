import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import { followUnsent, type OnItsWay } from '../../../src/app/waiting/followUnsent';
import type { OutboxItemView } from '../../../src/delivery';
import { anId } from '../../support/builders';

const anItem = (number: number, change: Partial<OutboxItemView>): OutboxItemView => ({
  id: anId(number),
  kind: 'submission',
  state: 'backoff',
  stage: 'text',
  percent: 0,
  saved: true,
  savedAt: number,
  isStuck: false,
  ...change,
});

/** What is told of these items, whose submissions hold two questions each. */
async function toldOf(...items: readonly OutboxItemView[]): Promise<OnItsWay> {
  const box = { items: signal(items), content: async () => ({ ok: true, value: { questions: [1, 2] } }) };
  return new Promise((resolve) => followUnsent({ outbox: async () => box } as never, resolve)); // what it uses of a space
}

test('a question counts as unsent until the receiver has its words, and a reply as well', async () => {
  const told = await toldOf(anItem(1, {}), anItem(2, { kind: 'message', question: anId(9) }));
  expect(told).toEqual({
    unsent: [
      { id: anId(1), kind: 'question', savedAt: 1, count: 2 },
      { id: anId(2), kind: 'reply', savedAt: 2, count: 1, question: anId(9) },
    ],
  });
});

test('what was received and only waits for its pictures is told apart, by the one that is least far', async () => {
  const told = await toldOf(
    anItem(1, { stage: 'media', state: 'uploading', percent: 80, reference: '26-1' }),
    anItem(2, { stage: 'media', state: 'backoff', percent: 20, reference: '26-2' }),
    anItem(3, { stage: 'media', state: 'done', percent: 0, reference: '26-3' }),
  );
  expect(told).toEqual({ unsent: [], percent: 20 });
});

test('what nobody can read any more, and what somebody only pressed, is neither', async () => {
  const told = await toldOf(
    anItem(1, { state: 'attention', problem: 'key-gone' }),
    anItem(2, { kind: 'action', question: anId(9) }),
  );
  expect(told).toEqual({ unsent: [] });
});
