import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asksIfSolved,
  mergeList,
  shownReplies,
  stillPending,
  troubleOf,
  unreadIn,
} from '../../../src/conversations/conversation';
import { aConversation, aMessage, anId, aQuestionView, aSubmissionView } from '../../support/builders';

const waiting = {
  id: anId(501),
  at: 1000,
  state: 'queued',
  questions: [{ id: anId(11), excerpt: 'Nog niet weg' }],
} as const;

describe('Mijn vragen', () => {
  test('shows what waits on this device first, then what changed last', () => {
    const views = [
      aSubmissionView({ id: anId(502), cursor: 3, questions: [aQuestionView(2)] }),
      aSubmissionView({ id: anId(503), cursor: 9, questions: [aQuestionView(3)] }),
    ];
    expect(mergeList(views, [waiting]).map(({ id }) => id)).toEqual([anId(11), anId(3), anId(2)]);
  });

  test('keeps the questions of a bundle in their order, each with its own status', () => {
    const view = aSubmissionView({
      questions: [aQuestionView(1), aQuestionView(2, { status: 'answered' }), aQuestionView(3, { status: 'closed' })],
    });
    expect(mergeList([view], []).map(({ number, status }) => [number, status])).toEqual([
      ['24-118.1', 'received'],
      ['24-118.2', 'answered'],
      ['24-118.3', 'closed'],
    ]);
  });

  test('shows a question once when the receiver knows it and the outbox does not know that yet', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 9 })),
        fc.uniqueArray(fc.integer({ min: 1, max: 9 })),
        (known, kept) => {
          const rows = mergeList(
            known.map((number) => aSubmissionView({ id: anId(500 + number), questions: [aQuestionView(number)] })),
            kept.map((number) => ({
              ...waiting,
              id: anId(500 + number),
              questions: [{ id: anId(number), excerpt: '' }],
            })),
          );
          expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
          expect(rows).toHaveLength(new Set([...known, ...kept]).size);
        },
      ),
    );
  });

  test('counts unread replies over all questions', () => {
    expect(
      unreadIn(
        mergeList(
          [aSubmissionView({ questions: [aQuestionView(1, { unread: 2 }), aQuestionView(2, { unread: 1 })] })],
          [waiting],
        ),
      ),
    ).toBe(3);
  });
});

describe('what is on this device', () => {
  test('stays in the list between the receipt and the next answer of the receiver', () => {
    const received = {
      ...waiting,
      state: 'received',
      questions: [{ id: anId(11), excerpt: 'Net weg', number: '26-1.1' }],
    } as const;
    expect(mergeList([], [received])).toMatchObject([{ status: 'received', number: '26-1.1', excerpt: 'Net weg' }]);
  });

  test('is one row without words while they are out of reach', () => {
    expect(mergeList([], [{ ...waiting, questions: [] }])).toMatchObject([
      { status: 'queued', submission: waiting.id, isSealed: true, excerpt: '' },
    ]);
  });

  test('says how far the pictures of a question are that the receiver knows already', () => {
    const view = aSubmissionView({ id: waiting.id, questions: [aQuestionView(1)] });
    const media = { percent: 62, isStuck: false };
    expect(mergeList([view], [{ ...waiting, state: 'received', media }])).toMatchObject([
      { status: 'received', media },
    ]);
    expect(mergeList([view], [])[0]).not.toHaveProperty('media');
  });
});

describe('"Is je vraag beantwoord?"', () => {
  test('is asked after an answer, not before and not after closing', () => {
    expect(asksIfSolved(aConversation({ status: 'answered' }, aMessage(2)))).toBe(true);
    expect(asksIfSolved(aConversation({ status: 'received' }))).toBe(false);
    expect(asksIfSolved(aConversation({ status: 'closed' }, aMessage(2)))).toBe(false);
  });
});

describe('a reply that is on its way', () => {
  const reply = { id: anId(801), question: anId(1), text: 'Dank je', afterSeq: 2 };

  test('stands below the conversation until the receiver has it', () => {
    expect(stillPending([reply], aConversation({}, aMessage(2)))).toEqual([reply]);
    expect(stillPending([reply], aConversation({}, aMessage(2), aMessage(3, { own: true })))).toEqual([]);
  });

  test('is not taken for an answer of an agent', () => {
    expect(stillPending([reply], aConversation({}, aMessage(2), aMessage(3)))).toEqual([reply]);
  });

  test('two in a row disappear one by one', () => {
    const second = { ...reply, text: 'Nog iets' };
    expect(stillPending([reply, second], aConversation({}, aMessage(2), aMessage(3, { own: true })))).toEqual([second]);
  });

  test('is neither called saved nor received before the device has said so', () => {
    const standing = (state: 'queued' | 'held' | 'received') =>
      shownReplies(anId(1), { pending: [reply], waiting: [{ ...reply, state }] }).map((shown) => shown.state);
    expect(shownReplies(anId(1), { pending: [reply], waiting: [] })).toMatchObject([{ state: 'sending' }]);
    expect([standing('queued'), standing('held'), standing('received')]).toEqual([['queued'], ['held'], ['received']]);
  });

  test('of an earlier visit is shown while it waits, and left to the conversation once it was received', () => {
    const left = { id: anId(802), question: anId(1), text: 'Van gisteren' };
    const shown = (state: 'queued' | 'received') =>
      shownReplies(anId(1), { pending: [reply], waiting: [{ ...left, state }] }).map(({ text }) => text);
    expect(shown('queued')).toEqual(['Van gisteren', 'Dank je']);
    expect(shown('received')).toEqual(['Dank je']);
    expect(shownReplies(anId(2), { pending: [reply], waiting: [{ ...left, state: 'queued' }] })).toEqual([]);
  });

  test('of another question is left alone', () => {
    const other = { ...reply, question: anId(2) };
    expect(stillPending([other], aConversation({}, aMessage(3, { own: true })))).toEqual([other]);
  });
});

test.each([
  ['no-answer', 'offline'],
  ['token-expired', 'signedOut'],
  ['not-found', 'denied'],
  ['internal', 'failed'],
  ['something-new', 'failed'],
])('%s leaves the person %s', (code, trouble) => {
  expect(troubleOf(code)).toBe(trouble);
});
