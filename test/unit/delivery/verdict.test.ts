import { describe, expect, it } from 'vitest';
import type { DeliveryProblem } from '../../../src/delivery';
import { eventAfter, verdictOf } from '../../../src/delivery/verdict';
import { PROBLEMS, type ProblemName } from '../../../src/protocol';
import { aDeclared, aRow } from './rows';

const said = (name: ProblemName, more: Partial<DeliveryProblem> = {}): DeliveryProblem => {
  const [status, retryable] = PROBLEMS[name];
  return { code: name, name, status, retryable, message: '', ...more };
};
const between = (code: string, status = 0): DeliveryProblem => ({ code, status, retryable: true, message: '' });
const moment = { now: 1000, chance: 0.5 };

describe('what the receiver says', () => {
  it.each([
    [
      'refused',
      'malformed unknown-member forbidden-origin not-found method-not-allowed submission-conflict already-viewed too-large too-many-attachments unsupported-type content-mismatch invalid-question',
    ],
    [
      'interrupted',
      'digest-mismatch mismatching-upload-offset upload-locked too-early rate-limited quota-owner quota-organisation checksum-mismatch internal upstream maintenance storage-full',
    ],
    ['authLost', 'token-missing token-expired token-invalid owner-mismatch'],
    ['gone', 'gone key-gone'],
  ])('means for a text: %s', (verdict, names) => {
    expect(names.split(' ').map((name) => verdictOf(said(name as ProblemName), 'text'))).toEqual(
      names.split(' ').map(() => verdict),
    );
  });

  it('means that the bytes were lost, when a picture is not known', () => {
    expect(verdictOf(said('not-found'), 'media')).toBe('stagingLost');
  });
});

it.each(['no-answer', 'timed-out', 'not-the-receiver', 'unreadable-answer', 'receipt-differs'])(
  'takes %s for the network',
  (code) => {
    expect(verdictOf(between(code, 200), 'text')).toBe('interrupted');
  },
);

describe('what happens then', () => {
  it('waits for what the receiver asks', () => {
    expect(eventAfter(aRow(), said('rate-limited', { retryAfterMs: 60_000 }), moment)).toEqual({
      kind: 'interrupted',
      problem: 'rate-limited',
      until: 61_000,
      isAsked: true,
    });
  });

  it('waits by chance otherwise', () => {
    expect(eventAfter(aRow({ attempts: 2 }), between('no-answer'), moment)).toEqual({
      kind: 'interrupted',
      problem: 'no-answer',
      until: 3000,
    });
  });

  it('asks a person after a proxy found a text too large three times', () => {
    const kinds = [0, 1, 2].map(
      (attempts) => eventAfter(aRow({ attempts }), between('proxy-too-large', 413), moment).kind,
    );
    expect(kinds).toEqual(['interrupted', 'interrupted', 'refused']);
  });

  it('makes pieces smaller for a proxy, and asks a person when they are smallest', () => {
    const row = aRow({ receipt: {}, attachments: [aDeclared(1, 10)] });
    expect(eventAfter(row, between('proxy-too-large', 413), moment)).toMatchObject({
      kind: 'interrupted',
      pieceBytes: 524_288,
    });
    expect(eventAfter({ ...row, pieceBytes: 262_144 }, between('proxy-too-large', 413), moment)).toMatchObject({
      kind: 'refused',
      problem: 'proxy-too-large',
    });
  });

  it('puts a text again once when its pictures are not known, and asks a person the second time', () => {
    const row = aRow({ receipt: {}, attachments: [aDeclared(1, 10)] });
    expect(eventAfter(row, said('not-found'), moment)).toEqual({ kind: 'stagingLost' });
    expect(eventAfter({ ...row, replays: 1 }, said('not-found'), moment)).toEqual({
      kind: 'refused',
      problem: 'not-found',
    });
  });
});
