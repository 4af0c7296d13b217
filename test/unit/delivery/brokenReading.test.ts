import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpTransport } from '../../../src/delivery';
import { createHttpReading } from '../../../src/delivery/reading';
import { PROBLEM_PREFIX } from '../../../src/protocol';
import { anId } from '../../support/builders';
import { answer, json, problem, startOtherSide, type Behaviour, type OtherSide } from './otherSide';

let other: OtherSide;
beforeAll(async () => {
  other = await startOtherSide();
});
afterAll(() => other.close());

describe('a picture is not called sent when the answer is', () => {
  it.each<readonly [string, Behaviour, string]>([
    ['a page instead of an offset', answer(200, ['text/html', '']), 'not-the-receiver'],
    ['no offset', answer(200, ['', '']), 'not-the-receiver'],
    ['an offset that is no number', answer(200, ['', ''], { 'upload-offset': 'many' }), 'not-the-receiver'],
    ['an offset below zero', answer(200, ['', ''], { 'upload-offset': '-1' }), 'not-the-receiver'],
    ['404 of the receiver, which says nothing to HEAD', answer(404, ['application/problem+json', '']), 'not-found'],
    ['404 of a proxy', answer(404, ['text/html', '']), 'not-the-receiver'],
    ['423 of the receiver, which is only worth a wait', answer(423, ['application/problem+json', '']), 'internal'],
  ])('%s', async (_what, behaviour, code) => {
    other.behave(behaviour);
    const call = { token: 'x', language: 'nl' };
    expect(await createHttpTransport(other.url).uploadOffset(anId(1), call)).toMatchObject({
      ok: false,
      problem: { code },
    });
  });

  it.each<readonly [string, Behaviour, string]>([
    ['200 instead of 204', answer(200, ['text/html', ''], { 'upload-offset': '5' }), 'not-the-receiver'],
    ['204 without an offset', answer(204, ['', '']), 'not-the-receiver'],
    ['a damaged piece', problem('checksum-mismatch', 460), 'checksum-mismatch'],
  ])('%s', async (_what, behaviour, code) => {
    other.behave(behaviour);
    const piece = { id: anId(1), offset: 0, bytes: new ArrayBuffer(5), checksum: 'x' };
    expect(await createHttpTransport(other.url).uploadPiece(piece, { token: 'x', language: 'nl' })).toMatchObject({
      ok: false,
      problem: { code },
    });
  });

  it('and another offset is taken from the receiver only', async () => {
    const body = { type: `${PROBLEM_PREFIX}mismatching-upload-offset`, retryable: true, 'expected-offset': 12 };
    other.behave(answer(409, ['application/problem+json', JSON.stringify(body)]));
    const piece = { id: anId(1), offset: 0, bytes: new ArrayBuffer(5), checksum: 'x' };
    const answered = await createHttpTransport(other.url).uploadPiece(piece, { token: 'x', language: 'nl' });
    expect(answered).toMatchObject({
      ok: false,
      problem: { name: 'mismatching-upload-offset', expectedOffset: 12, retryable: true },
    });
  });
});

describe('reading takes nothing at its word', () => {
  const call = { token: 'x', language: 'nl' };

  it.each<readonly [string, Behaviour, string]>([
    ['a page instead of me', answer(200, ['text/html', '<p>']), 'not-the-receiver'],
    [
      'me without an owner',
      json({ organisation: '', displayName: '', limits: {}, capabilities: [], serverTime: '' }, 200),
      'unreadable-answer',
    ],
    [
      'limits of text',
      json(
        {
          owner: 'o',
          organisation: '',
          displayName: '',
          limits: { questions: 'many' },
          capabilities: [],
          serverTime: '',
        },
        200,
      ),
      'unreadable-answer',
    ],
    ['a cut-off me', answer(200, ['application/json', '{"owner":"o"']), 'unreadable-answer'],
    ['an expired token', problem('token-expired', 401), 'token-expired'],
  ])('%s', async (_what, behaviour, code) => {
    other.behave(behaviour);
    expect(await createHttpReading(other.url).me(call)).toMatchObject({ ok: false, problem: { code } });
  });

  it('fills in limits that the receiver does not name, and drops what it does not know', async () => {
    other.behave(
      json(
        {
          owner: 'o',
          organisation: '',
          displayName: '',
          limits: { questions: 3, sparkles: 9 },
          capabilities: [],
          serverTime: '',
          mood: 'fine',
        },
        200,
      ),
    );
    const me = await createHttpReading(other.url).me(call);
    expect(me).toMatchObject({ ok: true, value: { limits: { questions: 3, attachments: 10 } } });
    expect(JSON.stringify(me)).not.toMatch(/sparkles|mood/);
  });

  it.each([
    ['text/html', 'not-the-receiver'],
    ['image/svg+xml', 'not-the-receiver'],
  ])('shows no picture that is %s', async (type, code) => {
    other.behave(answer(200, [type, '<script>alert(1)</script>']));
    expect(await createHttpReading(other.url).attachmentContent(anId(1), call)).toMatchObject({
      ok: false,
      problem: { code },
    });
  });

  it('makes words of rich text that it does not know, so that a reply is never hidden', async () => {
    const message = { id: anId(2), seq: 1, at: '', from: { name: 'Noor', role: 'agent' }, own: false, attachments: [] };
    const content = [
      { t: 'script', c: ['alert(1)'] },
      {
        t: 'p',
        c: [
          { t: 'a', href: 'https://a.test', c: ['hier'] },
          { t: 'img', asset: 'x', alt: 'een plaatje' },
          { t: 'marquee', c: [{ t: 'em', c: ['zo'] }] },
          7,
          { t: 'br' },
        ],
      },
      null,
    ];
    other.behave(
      json(
        {
          id: anId(1),
          submission: anId(3),
          number: '24-1.1',
          status: 'answered',
          viewedBy: [],
          messages: [{ ...message, content }],
        },
        200,
      ),
    );
    const read = await createHttpReading(other.url).conversation(anId(1), call);
    expect(read.ok && read.value.messages[0]?.content).toEqual([
      'alert(1)',
      {
        t: 'p',
        c: [
          { t: 'a', href: 'https://a.test', c: ['hier'] },
          { t: 'img', asset: 'x', alt: 'een plaatje' },
          'zo',
          '',
          { t: 'br' },
        ],
      },
      '',
    ]);
  });

  it('follows the pages of the list, and stops when a page leads nowhere', async () => {
    other.behave(json({ items: [], next: 0, more: true }, 200));
    expect(await createHttpReading(other.url).submissions(0, call)).toEqual({ ok: true, value: [] });
    expect(other.requests).toBe(1);
  });

  it('stops when it is told to', async () => {
    other.behave(() => undefined);
    const stop = new AbortController();
    const reading = createHttpReading(other.url).changes(0, { ...call, signal: stop.signal });
    stop.abort();
    expect(await reading).toMatchObject({ ok: false, problem: { code: 'stopped' } });
  });
});
