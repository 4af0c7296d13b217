import { describe, expect, it } from 'vitest';
import { forgettable, isDue, nextDue, nextWork, percentOf } from '../../../src/delivery/outboxOrder';
import { anId } from '../../support/builders';
import { aDeclared, aRow } from './rows';

const receipt = { reference: '24-118' };

describe('what goes first', () => {
  it('is a question about safety, then questions, messages and actions, each by age', () => {
    const rows = [
      aRow({ id: anId(1), kind: 'action', savedAt: 1 }),
      aRow({ id: anId(2), kind: 'message', savedAt: 2 }),
      aRow({ id: anId(3), savedAt: 4 }),
      aRow({ id: anId(4), savedAt: 3 }),
      aRow({ id: anId(5), savedAt: 9, urgent: true }),
    ];
    const order: string[] = [];
    for (let left = rows; left.length; left = left.filter((row) => row.id !== order.at(-1)))
      order.push(nextWork(left)?.row.id ?? 'nothing');
    expect(order).toEqual([5, 4, 3, 2, 1].map(anId));
  });

  it('is every text before any picture', () => {
    const uploading = aRow({ id: anId(1), state: 'uploading', receipt, attachments: [aDeclared(1, 10)] });
    expect(nextWork([uploading, aRow({ id: anId(2), kind: 'action', savedAt: 99 })])).toMatchObject({
      kind: 'text',
      row: { id: anId(2) },
    });
  });

  it('is the smallest picture of all, and not one that cannot get there', () => {
    const rows = [
      aRow({
        id: anId(1),
        receipt,
        attachments: [aDeclared(1, 30), aDeclared(2, 5, { problem: 'attachment-damaged' })],
      }),
      aRow({ id: anId(2), receipt, attachments: [aDeclared(3, 20), aDeclared(4, 10, { committed: 10 })] }),
    ];
    expect(nextWork(rows)).toMatchObject({ kind: 'piece', attachment: { id: anId(103) } });
  });

  it('is asking whether all has arrived, when there is nothing to send', () => {
    expect(nextWork([aRow({ receipt, attachments: [aDeclared(1, 10, { committed: 10 })] })])).toMatchObject({
      kind: 'check',
    });
  });

  it('is nothing while everything waits or is done', () => {
    expect(
      nextWork((['backoff', 'waitingAuth', 'attention', 'done'] as const).map((state) => aRow({ state }))),
    ).toBeUndefined();
  });
});

describe('waiting', () => {
  it('ends at its moment', () => {
    expect(isDue(aRow({ state: 'backoff', until: 10 }), 9, false)).toBe(false);
    expect(isDue(aRow({ state: 'backoff', until: 10 }), 10, false)).toBe(true);
  });

  it('ends when something changed, unless the receiver asked to wait', () => {
    expect(isDue(aRow({ state: 'backoff', until: 10 }), 0, true)).toBe(true);
    expect(isDue(aRow({ state: 'backoff', until: 10, isAsked: true }), 0, true)).toBe(false);
  });

  it('is over first for the one that is due first', () => {
    expect(nextDue([aRow({ state: 'backoff', until: 10 }), aRow({ state: 'waitingAuth', until: 5 }), aRow()])).toBe(5);
    expect(nextDue([aRow(), aRow({ state: 'attention' })])).toBeUndefined();
  });
});

describe('progress', () => {
  it('counts the bytes that the receiver has, never rounded up', () => {
    expect(percentOf(aRow({ receipt, attachments: [aDeclared(1, 1000, { committed: 999 })] }))).toBe(99);
    expect(percentOf(aRow({ receipt, attachments: [aDeclared(1, 300, { committed: 300 }), aDeclared(2, 100)] }))).toBe(
      75,
    );
  });

  it('is nothing or everything without pictures', () => {
    expect([percentOf(aRow()), percentOf(aRow({ receipt }))]).toEqual([0, 100]);
  });

  it('is everything once it is complete, also when a picture was taken back', () => {
    expect(percentOf(aRow({ outcome: 'complete', receipt, attachments: [aDeclared(1, 10)] }))).toBe(100);
  });
});

it('forgets an item a day after it was done, and no other', () => {
  const day = 86_400_000;
  const rows = [
    aRow({ id: anId(1), state: 'done', doneAt: 0 }),
    aRow({ id: anId(2), state: 'done', doneAt: 1 }),
    aRow({ id: anId(3), savedAt: -99 * day }),
  ];
  expect(forgettable(rows, day)).toEqual([anId(1)]);
});
