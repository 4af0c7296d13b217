import { describe, expect, it } from 'vitest';
import { NEXT_STATE, nextRow, type OutboxEvent, type OutboxState } from '../../../src/delivery/outbox';
import { anId } from '../../support/builders';
import { aRow } from './rows';

const picture = { id: anId(7), size: 100, digests: ['a'], committed: 40 };
const receipt = { reference: '24-118', questions: [{ id: anId(3), number: '24-118.1' }] };

const EVENTS: { readonly [Kind in OutboxEvent['kind']]: OutboxEvent } = {
  beginText: { kind: 'beginText' },
  beginMedia: { kind: 'beginMedia' },
  receipted: { kind: 'receipted', receipt },
  committed: { kind: 'committed', attachment: picture.id, offset: 60 },
  spoiled: { kind: 'spoiled', attachment: picture.id, problem: 'attachment-damaged' },
  completed: { kind: 'completed', receipt, at: 9 },
  interrupted: { kind: 'interrupted', problem: 'no-answer', until: 5 },
  stagingLost: { kind: 'stagingLost' },
  authLost: { kind: 'authLost', problem: 'auth-failed', until: 5 },
  refused: { kind: 'refused', problem: 'submission-conflict' },
  gone: { kind: 'gone', at: 9 },
  due: { kind: 'due' },
  retried: { kind: 'retried' },
  left: { kind: 'left' },
};

/** The table of the head comment of `outbox.ts`, once more by hand: a slip in one of the two shows here. */
const WRITTEN: { readonly [State in OutboxState]: string } = {
  ready: 'beginText:sending beginMedia:uploading authLost:waitingAuth refused:attention gone:done left:ready',
  sending:
    'receipted:uploading completed:done interrupted:backoff authLost:waitingAuth refused:attention gone:done left:ready',
  uploading:
    'committed:uploading spoiled:uploading completed:done interrupted:backoff stagingLost:ready authLost:waitingAuth refused:attention gone:done left:ready',
  backoff: 'due:ready retried:ready',
  waitingAuth: 'due:ready retried:ready',
  attention: 'retried:ready',
  done: '',
};

describe('the table of the outbox', () => {
  for (const [state, written] of Object.entries(WRITTEN) as [OutboxState, string][]) {
    const next = new Map(written.split(' ').map((pair) => pair.split(':') as [string, OutboxState]));
    for (const event of Object.values(EVENTS)) {
      const expected = next.get(event.kind);
      it(
        expected
          ? `goes from ${state} to ${expected} when ${event.kind}`
          : `stays exactly as it is in ${state} when ${event.kind}`,
        () => {
          const row = aRow({ state, attachments: [picture] });
          const after = nextRow(row, event);
          if (expected) expect(after.state).toBe(expected);
          else expect(after).toBe(row);
        },
      );
    }
  }

  it('has no event that this test forgot', () => {
    const named = new Set(Object.values(NEXT_STATE).flatMap((events) => Object.keys(events)));
    expect([...named].sort()).toEqual(Object.keys(EVENTS).sort());
  });
});

describe('what an item remembers', () => {
  it('never changes its id, its owner or its digest', () => {
    for (const state of Object.keys(NEXT_STATE) as OutboxState[]) {
      for (const event of Object.values(EVENTS)) {
        const row = aRow({ state, attachments: [picture], receipt });
        expect(nextRow(row, event)).toMatchObject({ id: row.id, owner: row.owner, digest: row.digest });
      }
    }
  });

  it('has its number from the receipt on', () => {
    expect(nextRow(aRow({ state: 'sending', attachments: [picture] }), EVENTS.receipted)).toMatchObject({ receipt });
  });

  it('counts failures in a row, and begins again when something got through', () => {
    const twice = nextRow(
      { ...nextRow(aRow({ state: 'uploading', attachments: [picture] }), EVENTS.interrupted), state: 'uploading' },
      EVENTS.interrupted,
    );
    expect(twice).toMatchObject({ attempts: 2, problem: 'no-answer', until: 5 });
    const progressed = nextRow({ ...twice, state: 'uploading' }, EVENTS.committed);
    expect(progressed).toMatchObject({ attempts: 0, attachments: [{ committed: 60 }] });
    expect(progressed).not.toHaveProperty('problem');
  });

  it('does not begin again when it only heard the offset that it knew', () => {
    const row = aRow({ state: 'uploading', attempts: 3, attachments: [picture] });
    expect(nextRow(row, { kind: 'committed', attachment: picture.id, offset: 40 }).attempts).toBe(3);
  });

  it('keeps the count of failures while it waits its turn again', () => {
    const due = nextRow(aRow({ state: 'backoff', attempts: 4, until: 5, isAsked: true }), EVENTS.due);
    expect(due.attempts).toBe(4);
    expect(due).not.toHaveProperty('until');
    expect(due).not.toHaveProperty('isAsked');
  });

  it('puts everything again when the receiver lost the bytes', () => {
    const lost = nextRow(aRow({ state: 'uploading', receipt, attachments: [picture] }), EVENTS.stagingLost);
    expect(lost).toMatchObject({ state: 'ready', replays: 1, attachments: [{ committed: 0 }] });
    expect(lost).not.toHaveProperty('receipt');
  });

  it('takes over what the receiver counted', () => {
    const event = { kind: 'interrupted', problem: 'not-complete', until: 5, offsets: { [picture.id]: 0 } } as const;
    expect(nextRow(aRow({ state: 'uploading', receipt, attachments: [picture] }), event)).toMatchObject({
      state: 'backoff',
      attachments: [{ committed: 0 }],
    });
  });

  it('tries a spoiled picture again when a person says so', () => {
    const row = aRow({ state: 'attention', replays: 1, attachments: [{ ...picture, problem: 'attachment-damaged' }] });
    expect(nextRow(row, EVENTS.retried)).toMatchObject({ replays: 0, attachments: [picture] });
  });
});
