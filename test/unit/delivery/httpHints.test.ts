import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpHints } from '../../../src/delivery/hints';
import { fail, succeed } from '../../../src/foundation/result';
import { anId } from '../../support/builders';
import { answer, json, problem, startOtherSide, type Behaviour, type OtherSide } from './otherSide';

let other: OtherSide;
beforeAll(async () => {
  other = await startOtherSide();
});
afterAll(() => other.close());

const call = { token: 'hers', language: 'nl' };
const INDEX = { format: 'cliendo.hints.index', version: 1, hints: [], later: true };

describe('asking a receiver what is live', () => {
  it.each<readonly [string, Behaviour, string | undefined, unknown]>([
    [
      'an index, as it is',
      answer(200, ['application/json', JSON.stringify(INDEX)], { etag: '"4"' }),
      undefined,
      succeed({ is: 'index', tag: '"4"', index: INDEX }),
    ],
    ['nothing published', answer(204, ['', '']), undefined, succeed({ is: 'nothing' })],
    ['nothing new', answer(304, ['', '']), '"4"', succeed({ is: 'unchanged' })],
    ['nothing new for who has nothing', answer(304, ['', '']), undefined, { problem: { code: 'not-the-receiver' } }],
    ['a page', answer(200, ['text/html', '<p>']), '"4"', { problem: { code: 'not-the-receiver' } }],
    ['a list', json([], 200), '"4"', { problem: { code: 'unreadable-answer' } }],
    [
      'half an index',
      answer(200, ['application/json', '{"format":']),
      '"4"',
      { problem: { code: 'unreadable-answer' } },
    ],
    ['an older receiver', problem('not-found', 404), '"4"', { problem: { code: 'not-found' } }],
  ])('%s', async (_what, behaviour, known, expected) => {
    other.behave(behaviour);
    expect(await createHttpHints(other.url).hintIndex(known, call)).toMatchObject(expected as object);
  });

  it('says what the device has, with the token in a header', async () => {
    const asked: [string, RequestInit][] = [];
    const fetch: typeof globalThis.fetch = async (url, init = {}) => {
      asked.push([String(url), init]);
      return new Response(null, { status: 304 });
    };
    await createHttpHints('https://support.example/', fetch).hintIndex('"4"', call);
    expect(asked).toMatchObject([
      [
        'https://support.example/v1/hints/index',
        { headers: { authorization: 'Bearer hers', 'if-none-match': '"4"' }, cache: 'no-store', credentials: 'omit' },
      ],
    ]);
  });
});

describe('words and what was done', () => {
  it.each<readonly [string, Behaviour, unknown]>([
    ['words, as they are', json({ hint: 'uitleg', rev: 1, later: [] }, 200), { value: { rev: 1, later: [] } }],
    ['words that are a text', json('Opslaan', 200), { problem: { code: 'unreadable-answer' } }],
    ['a hint that nobody published', problem('not-found', 404), { problem: { code: 'not-found' } }],
  ])('%s', async (_what, behaviour, expected) => {
    other.behave(behaviour);
    expect(await createHttpHints(other.url).hintContent('uitleg', 1, call)).toMatchObject(expected as object);
  });

  it.each<readonly [string, unknown, unknown]>([
    [
      'with what a later version adds',
      { records: [{ hint: 'a', shown: 1, later: 1 }], more: 1 },
      [{ hint: 'a', shown: 1 }],
    ],
    ['with a count that is none', { records: [{ hint: 'a', shown: -1 }] }, 'unreadable-answer'],
    ['with a time that is none', { records: [{ hint: 'a', shown: 1, neverAt: 'gisteren' }] }, 'unreadable-answer'],
    ['that is a list', [], 'unreadable-answer'],
  ])('a history %s', async (_what, body, expected) => {
    other.behave(json(body as object, 200));
    for (const asked of [
      await createHttpHints(other.url).hintHistory(call),
      await createHttpHints(other.url).joinHintHistory({ records: [] }, call),
    ])
      expect(asked.ok ? asked.value.records : asked.problem.code).toEqual(expected);
  });

  it.each<readonly [string, Behaviour, unknown]>([
    ['kept', json({}, 201), succeed(undefined)],
    ['kept before', json({}, 200), succeed(undefined)],
    ['a page that says 200', answer(200, ['text/html', '']), { problem: { code: 'not-the-receiver' } }],
    ['refused', problem('submission-conflict', 409), { problem: { code: 'submission-conflict' } }],
  ])('a batch: %s', async (_what, behaviour, expected) => {
    other.behave(behaviour);
    const batch = { id: anId(1), body: new TextEncoder().encode('{}'), digest: 'sha-256=:AAAA:' };
    expect(await createHttpHints(other.url).putHintEvents(batch, call)).toMatchObject(expected as object);
  });

  it.each<readonly [string, Behaviour, unknown]>([
    ['a picture', answer(200, ['image/webp', 'RIFF']), { value: { type: 'image/webp' } }],
    ['a drawing with a script', answer(200, ['image/svg+xml', '<svg/>']), { problem: { code: 'unreadable-answer' } }],
    ['a page', answer(200, ['text/html', '<p>']), { problem: { code: 'unreadable-answer' } }],
    ['more than is kept', answer(200, ['image/png', 'x'.repeat(500_001)]), { problem: { code: 'unreadable-answer' } }],
    ['a picture that nobody sent', problem('not-found', 404), { problem: { code: 'not-found', status: 404 } }],
    ['an older receiver', answer(404, ['text/html', '']), { problem: { code: 'not-the-receiver' } }],
  ])('a picture: %s', async (_what, behaviour, expected) => {
    other.behave(behaviour);
    expect(await createHttpHints(other.url).hintAsset?.('plan', call)).toMatchObject(expected as object);
  });

  it('asks for a picture with the token in a header, whatever its name is', async () => {
    const asked: [string, RequestInit][] = [];
    const fetch: typeof globalThis.fetch = async (url, init = {}) => {
      asked.push([String(url), init]);
      return new Response('', { status: 404 });
    };
    await createHttpHints('https://support.example', fetch).hintAsset?.('../me?x', call);
    expect(asked).toMatchObject([
      ['https://support.example/v1/hints/assets/..%2Fme%3Fx', { headers: { authorization: 'Bearer hers' } }],
    ]);
  });

  it('is no answer when nobody is there', async () => {
    const lost: typeof globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await createHttpHints('/support', lost).hintHistory(call)).toMatchObject(fail({ code: 'no-answer' }));
  });
});
