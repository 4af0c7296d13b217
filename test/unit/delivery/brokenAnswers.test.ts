import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpTransport, type OutboxItemView } from '../../../src/delivery';
import { createHttpReading } from '../../../src/delivery/reading';
import { PROBLEM_PREFIX, PROBLEMS, type ProblemName } from '../../../src/protocol';
import { anId } from '../../support/builders';
import { aDesk } from './desk';

/** What the other side does with one request. `digest` is that of the bytes we sent. */
type Behaviour = (response: ServerResponse, sent: { readonly id: string; readonly digest: string }) => void;

let behave: Behaviour = (response) => response.end();
let requests = 0;
const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  requests++;
  request.resume();
  request.on('end', () =>
    behave(response, { id: request.url?.split('/').at(-1) ?? '', digest: String(request.headers['content-digest']) }),
  );
});
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const answer =
  (status: number, type: string, body: string, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, { ...(type && { 'content-type': type }), ...headers }).end(body);

const json = (value: unknown, status = 201): Behaviour =>
  answer(status, 'application/json; charset=utf-8', JSON.stringify(value));

const problem = (
  name: string,
  status: number,
  more: { readonly headers?: Record<string, string>; readonly retryable?: unknown } = {},
): Behaviour => {
  const known = PROBLEMS[name as ProblemName] as readonly [number, boolean] | undefined;
  const body = {
    type: PROBLEM_PREFIX + name,
    title: '',
    status,
    detail: '',
    instance: '',
    requestId: '1',
    retryable: more.retryable ?? known?.[1] ?? false,
  };
  return answer(status, 'application/problem+json', JSON.stringify(body), more.headers);
};

/** A right receipt, then made wrong. */
const receipt =
  (change: Record<string, unknown>): Behaviour =>
  (response, { id, digest }) => {
    const view = {
      id,
      reference: '24-1',
      digest,
      receivedAt: '2026-03-12T09:00:00Z',
      cursor: 1,
      delivery: 'complete',
      questions: [],
      attachments: [],
      ...change,
    };
    return json(view)(response, { id, digest });
  };

const date = 'Thu, 12 Mar 2026 09:00:00 GMT';
const busy = (asked: string): Behaviour => problem('rate-limited', 429, { headers: { 'retry-after': asked, date } });

type Expected = { readonly problem: string; readonly state: OutboxItemView['state']; readonly waitMs?: number };
const again = (code: string, waitMs?: number): Expected => ({
  problem: code,
  state: 'backoff',
  ...(waitMs !== undefined && { waitMs }),
});
const attention = (code: string): Expected => ({ problem: code, state: 'attention' });

/** The draw is always 0.5, so the first wait of our own is half a second. */
const OWN_WAIT_MS = 500;

const ROWS: readonly (readonly [what: string, behaviour: Behaviour, expected: Expected])[] = [
  [
    'the sign-in page of a hotel (200, HTML)',
    answer(200, 'text/html', '<h1>Welkom in ons hotel</h1>'),
    again('not-the-receiver', OWN_WAIT_MS),
  ],
  ['an HTML page that says it was created', answer(201, 'text/html', '<p>ok</p>'), again('not-the-receiver')],
  ['JSON that is called text', answer(201, 'text/plain', '{"digest":"x"}'), again('not-the-receiver')],
  ['no media type at all', answer(201, '', '{}'), again('not-the-receiver')],
  ['an empty body that is called JSON', answer(201, 'application/json', ''), again('unreadable-answer')],
  ['JSON that was cut off', answer(201, 'application/json', '{"id":"'), again('unreadable-answer')],
  ['JSON with a null', json(null), again('unreadable-answer')],
  ['JSON with a list', json([]), again('unreadable-answer')],
  ['JSON with a text', json('ok'), again('unreadable-answer')],
  ['a receipt without a digest', receipt({ digest: undefined }), again('unreadable-answer')],
  ['a receipt whose digest is a number', receipt({ digest: 42 }), again('unreadable-answer')],
  ['a receipt for other bytes', receipt({ digest: 'sha-256=:AAAA:' }), again('receipt-differs')],
  ['a receipt for another submission', receipt({ id: anId(77) }), again('receipt-differs')],
  ['a receipt whose questions are an object', receipt({ questions: {} }), again('unreadable-answer')],
  [
    'a receipt with a status that does not exist',
    receipt({ questions: [{ id: anId(1), number: '1', status: 'lost', unread: 0, excerpt: '' }] }),
    again('unreadable-answer'),
  ],
  ['a receipt with a delivery that does not exist', receipt({ delivery: 'perhaps' }), again('unreadable-answer')],
  [
    'a receipt with an id that is none',
    receipt({ attachments: [{ id: '../etc', state: 'stored', offset: 0, size: 1 }] }),
    again('unreadable-answer'),
  ],
  [
    'a receipt with a negative offset',
    receipt({ attachments: [{ id: anId(1), state: 'stored', offset: -1, size: 1 }] }),
    again('unreadable-answer'),
  ],
  ['204 where a receipt is due', answer(204, '', ''), again('not-the-receiver')],
  ['a redirection that leads nowhere', answer(302, '', '', { location: 'http://127.0.0.1:1/' }), again('no-answer')],
  [
    'a connection that is cut before the answer',
    (response) => void response.destroy(),
    again('no-answer', OWN_WAIT_MS),
  ],
  [
    'a connection that is cut in the middle of the answer',
    (response) => {
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': '500' }).write('{"id":');
      setImmediate(() => response.destroy());
    },
    again('no-answer'),
  ],
  ['401 of a proxy', answer(401, 'text/html', 'log in'), again('not-the-receiver')],
  ['403 of a firewall', answer(403, 'text/html', 'blocked'), again('not-the-receiver')],
  ['404 of a load balancer', answer(404, 'text/plain', 'not found'), again('not-the-receiver')],
  ['413 of a proxy', answer(413, 'text/html', 'Request Entity Too Large'), again('proxy-too-large')],
  ['413 of the receiver', problem('too-large', 413), attention('too-large')],
  ['429 with seconds', busy('120'), again('rate-limited', 120_000)],
  ['429 with a date', busy('Thu, 12 Mar 2026 09:01:00 GMT'), again('rate-limited', 60_000)],
  ['429 with rubbish', busy('tomorrow'), again('rate-limited', OWN_WAIT_MS)],
  ['429 with a day', busy('86400'), again('rate-limited', 3_600_000)],
  ['429 with zero', busy('0'), again('rate-limited', 1000)],
  ['500 of a crash', answer(500, 'text/html', '<pre>Error: at db.js</pre>'), again('not-the-receiver')],
  ['500 of the receiver', problem('internal', 500), again('internal', OWN_WAIT_MS)],
  ['502 without a body', answer(502, '', ''), again('not-the-receiver')],
  [
    '503 with a wait, of a proxy',
    answer(503, 'text/html', 'maintenance', { 'retry-after': '30', date }),
    again('not-the-receiver', 30_000),
  ],
  ['507 of the receiver', problem('storage-full', 507), again('storage-full')],
  ['a problem that was cut off', answer(400, 'application/problem+json', '{"type":"urn:'), again('unreadable-answer')],
  ['a problem that is not an object', answer(400, 'application/problem+json', '"no"'), again('unreadable-answer')],
  [
    'a problem that does not say whether to repeat',
    problem('malformed', 400, { retryable: 'perhaps' }),
    again('unreadable-answer'),
  ],
  ['a problem of a later version', problem('too-blue', 422), attention('too-blue')],
  ['a problem whose name is not a name', problem('<b>', 422), attention('refused')],
  [
    'a problem of somebody else',
    answer(418, 'application/problem+json', '{"type":"about:blank","retryable":false}'),
    attention('refused'),
  ],
  ['a conflict', problem('submission-conflict', 409), attention('submission-conflict')],
  ['a refusal of the shape', problem('malformed', 400), attention('malformed')],
  ['a refusal of the origin', problem('forbidden-origin', 403), attention('forbidden-origin')],
  ['another owner', problem('owner-mismatch', 403), { problem: 'owner-mismatch', state: 'waitingAuth' }],
  ['a token that is never good', problem('token-invalid', 401), { problem: 'token-invalid', state: 'waitingAuth' }],
];

describe('a question stays on the device, with a code, when the answer is', () => {
  for (const [what, behaviour, expected] of ROWS) {
    it(what, async () => {
      behave = behaviour;
      const desk = await aDesk();
      const outbox = desk.tab({ backend: createHttpTransport(url) });
      await outbox.flush();
      const question = desk.submission('Deze mag niet weg');
      await outbox.submit(question);
      await firstProblem(outbox.items);
      const [item] = outbox.items.value;
      expect({ problem: item?.problem, state: item?.state }).toEqual({
        problem: expected.problem,
        state: expected.state,
      });
      if (expected.waitMs !== undefined) expect((item?.retryAt ?? 0) - desk.clock.now()).toBe(expected.waitMs);
      expect(item).not.toHaveProperty('reference');
      expect(await outbox.content(question.id)).toEqual({ ok: true, value: question.submission });
      outbox.end();
    });
  }

  it('…and the right answer ends it', async () => {
    behave = receipt({});
    const desk = await aDesk();
    const outbox = desk.tab({ backend: createHttpTransport(url) });
    await outbox.submit(desk.submission('Deze wel'));
    await outbox.flush();
    expect(outbox.items.value).toMatchObject([{ state: 'done', reference: '24-1' }]);
    outbox.end();
  });

  it('one request is one request: nothing below the outbox repeats it', async () => {
    behave = answer(503, 'text/html', '');
    requests = 0;
    const [call] = [{ token: 'x', language: 'nl' }];
    await createHttpTransport(url).submission(anId(1), call);
    expect(requests).toBe(1);
  });
});

describe('a picture is not called sent when the answer is', () => {
  it.each<readonly [string, Behaviour, string]>([
    ['a page instead of an offset', answer(200, 'text/html', ''), 'not-the-receiver'],
    ['no offset', answer(200, '', ''), 'not-the-receiver'],
    ['an offset that is no number', answer(200, '', '', { 'upload-offset': 'many' }), 'not-the-receiver'],
    ['an offset below zero', answer(200, '', '', { 'upload-offset': '-1' }), 'not-the-receiver'],
    ['404 of the receiver, which says nothing to HEAD', answer(404, 'application/problem+json', ''), 'not-found'],
    ['404 of a proxy', answer(404, 'text/html', ''), 'not-the-receiver'],
    ['423 of the receiver, which is only worth a wait', answer(423, 'application/problem+json', ''), 'internal'],
  ])('%s', async (_what, behaviour, code) => {
    behave = behaviour;
    const call = { token: 'x', language: 'nl' };
    expect(await createHttpTransport(url).uploadOffset(anId(1), call)).toMatchObject({ ok: false, problem: { code } });
  });

  it.each<readonly [string, Behaviour, string]>([
    ['200 instead of 204', answer(200, 'text/html', '', { 'upload-offset': '5' }), 'not-the-receiver'],
    ['204 without an offset', answer(204, '', ''), 'not-the-receiver'],
    ['a damaged piece', problem('checksum-mismatch', 460), 'checksum-mismatch'],
  ])('%s', async (_what, behaviour, code) => {
    behave = behaviour;
    const piece = { id: anId(1), offset: 0, bytes: new ArrayBuffer(5), checksum: 'x' };
    expect(await createHttpTransport(url).uploadPiece(piece, { token: 'x', language: 'nl' })).toMatchObject({
      ok: false,
      problem: { code },
    });
  });

  it('and another offset is taken from the receiver only', async () => {
    const body = { type: `${PROBLEM_PREFIX}mismatching-upload-offset`, retryable: true, 'expected-offset': 12 };
    behave = answer(409, 'application/problem+json', JSON.stringify(body));
    const piece = { id: anId(1), offset: 0, bytes: new ArrayBuffer(5), checksum: 'x' };
    const answered = await createHttpTransport(url).uploadPiece(piece, { token: 'x', language: 'nl' });
    expect(answered).toMatchObject({
      ok: false,
      problem: { name: 'mismatching-upload-offset', expectedOffset: 12, retryable: true },
    });
  });
});

describe('reading takes nothing at its word', () => {
  const call = { token: 'x', language: 'nl' };

  it.each<readonly [string, Behaviour, string]>([
    ['a page instead of me', answer(200, 'text/html', '<p>'), 'not-the-receiver'],
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
    ['a cut-off me', answer(200, 'application/json', '{"owner":"o"'), 'unreadable-answer'],
    ['an expired token', problem('token-expired', 401), 'token-expired'],
  ])('%s', async (_what, behaviour, code) => {
    behave = behaviour;
    expect(await createHttpReading(url).me(call)).toMatchObject({ ok: false, problem: { code } });
  });

  it('fills in limits that the receiver does not name, and drops what it does not know', async () => {
    behave = json(
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
    );
    const me = await createHttpReading(url).me(call);
    expect(me).toMatchObject({ ok: true, value: { limits: { questions: 3, attachments: 10 } } });
    expect(JSON.stringify(me)).not.toMatch(/sparkles|mood/);
  });

  it.each([
    ['text/html', 'not-the-receiver'],
    ['image/svg+xml', 'not-the-receiver'],
  ])('shows no picture that is %s', async (type, code) => {
    behave = answer(200, type, '<script>alert(1)</script>');
    expect(await createHttpReading(url).attachmentContent(anId(1), call)).toMatchObject({
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
    behave = json(
      {
        id: anId(1),
        submission: anId(3),
        number: '24-1.1',
        status: 'answered',
        viewedBy: [],
        messages: [{ ...message, content }],
      },
      200,
    );
    const read = await createHttpReading(url).conversation(anId(1), call);
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
    requests = 0;
    behave = json({ items: [], next: 0, more: true }, 200);
    expect(await createHttpReading(url).submissions(0, call)).toEqual({ ok: true, value: [] });
    expect(requests).toBe(1);
  });

  it('stops when it is told to', async () => {
    behave = () => undefined;
    const stop = new AbortController();
    const reading = createHttpReading(url).changes(0, { ...call, signal: stop.signal });
    stop.abort();
    expect(await reading).toMatchObject({ ok: false, problem: { code: 'stopped' } });
  });
});

/** Resolves when the only item has met its problem. */
function firstProblem(items: {
  subscribe(listener: (value: readonly OutboxItemView[]) => void): () => void;
}): Promise<void> {
  return new Promise((resolve) => {
    items.subscribe(([item]) => item?.problem !== undefined && resolve());
  });
}
