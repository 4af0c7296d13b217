import { describe, expect, it } from 'vitest';
import type { Id } from '../../../src/foundation/id';
import { clearMessage, clearSubmission } from '../../../src/privacy/clearSubmission';
import type { Attachment, Question, Submission } from '../../../src/protocol/index';

const NAME = 'Wilhelmina Zonnebloem';
const BSN = '123456782';
const DIRTY = `${NAME} ${BSN} 12-03-1951`;
const id = (last: number): Id => `00000000-0000-4000-8000-00000000000${last}` as Id; // has the shape of an id

const attachment: Attachment = {
  id: id(3),
  kind: 'screenshot',
  name: DIRTY,
  type: 'image/png',
  size: 1,
  digests: [],
  alt: DIRTY,
  gaps: [DIRTY],
  redaction: { mode: 'masked', boxes: 1, revealed: [{ spot: DIRTY, at: '2026-01-01T00:00:00Z' }] },
};
const question: Question = {
  id: id(1),
  kind: 'problem',
  text: 'Mijn eigen woorden over opslaan',
  place: { label: DIRTY, route: `/clients/${BSN}?naam=${NAME}`, element: DIRTY },
  client: { scope: 'one', ref: BSN },
  steps: [{ at: '2026-01-01T00:00:00Z', place: DIRTY, role: DIRTY, name: DIRTY, result: DIRTY }],
  errors: [{ at: '2026-01-01T00:00:00Z', kind: DIRTY, message: DIRTY, stack: [DIRTY] }],
  failedRequests: [
    { at: '2026-01-01T00:00:00Z', method: 'GET', route: `/api/${BSN}?q=${NAME}`, status: 500, durationMs: 3 },
  ],
  fields: {},
  attachments: [id(3)],
};
const submission: Submission = {
  schema: 1,
  owner: 'owner',
  device: id(2),
  deviceTime: '2026-01-01T00:00:00Z',
  timeZone: 'Europe/Amsterdam',
  questions: [question],
  attachments: [attachment],
  environment: { app: DIRTY, release: DIRTY, browser: DIRTY, os: DIRTY, locale: 'nl', viewport: [1, 1], pixelRatio: 1 },
  consent: { version: '1', reviewed: true, at: '2026-01-01T00:00:00Z' },
  deflection: { shown: [], opened: [] },
  colleagues: [],
};

describe('clearing a submission', () => {
  const cleared = clearSubmission(submission, { names: [NAME] });

  it('leaves no name, number or birth date in any text that the person did not write', () => {
    const bytes = JSON.stringify(cleared);
    for (const canary of ['Zonnebloem', 'Wilhelmina', BSN, '12-03-1951']) expect(bytes).not.toContain(canary);
  });

  it('keeps the words of the question', () => {
    expect(cleared.questions[0]?.text).toBe(question.text);
  });

  it('keeps an opaque reference and leaves out one that is a burgerservicenummer', () => {
    const opaque = clearSubmission(
      { ...submission, questions: [{ ...question, client: { scope: 'one', ref: 'c-10432' } }] },
      { names: [] },
    );
    expect(opaque.questions[0]?.client).toEqual({ scope: 'one', ref: 'c-10432' });
    expect(cleared.questions[0]?.client).toEqual({ scope: 'one' });
  });

  it('does not change what it was given', () => {
    expect(submission.questions[0]?.place?.label).toBe(DIRTY);
  });
});

describe('clearing a message', () => {
  it('keeps the words and scrubs what stands beside the attachments', () => {
    const cleared = clearMessage({
      schema: 1,
      owner: 'owner',
      text: 'Dank je',
      attachments: [{ ...attachment, name: BSN, gaps: [BSN, `tel 06-12345678`] }],
    });
    expect(cleared.text).toBe('Dank je');
    expect(cleared.attachments[0]?.name).toBe('[BSN]');
    expect(cleared.attachments[0]?.gaps).toEqual(['[BSN]', 'tel [telefoon]']);
  });
});
