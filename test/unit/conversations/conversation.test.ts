import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksIfSolved, mergeList, stillPending, troubleOf, unreadIn } from '../../../src/conversations/conversation';
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

describe('"Is je vraag beantwoord?"', () => {
  test('is asked after an answer, not before and not after closing', () => {
    expect(asksIfSolved(aConversation({ status: 'answered' }, aMessage(2)))).toBe(true);
    expect(asksIfSolved(aConversation({ status: 'received' }))).toBe(false);
    expect(asksIfSolved(aConversation({ status: 'closed' }, aMessage(2)))).toBe(false);
  });
});

describe('a reply that is on its way', () => {
  const reply = { question: anId(1), text: 'Dank je', afterSeq: 2 };

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
