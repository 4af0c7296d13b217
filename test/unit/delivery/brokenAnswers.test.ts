import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpTransport, type OutboxItemView } from '../../../src/delivery';
import { anId } from '../../support/builders';
import { aDesk } from './desk';
import { answer, json, problem, receipt, startOtherSide, type Behaviour, type OtherSide } from './otherSide';

let other: OtherSide;
beforeAll(async () => {
  other = await startOtherSide();
});
afterAll(() => other.close());

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
    answer(200, ['text/html', '<h1>Welkom in ons hotel</h1>']),
    again('not-the-receiver', OWN_WAIT_MS),
  ],
  ['an HTML page that says it was created', answer(201, ['text/html', '<p>ok</p>']), again('not-the-receiver')],
  ['JSON that is called text', answer(201, ['text/plain', '{"digest":"x"}']), again('not-the-receiver')],
  ['no media type at all', answer(201, ['', '{}']), again('not-the-receiver')],
  ['an empty body that is called JSON', answer(201, ['application/json', '']), again('unreadable-answer')],
  ['JSON that was cut off', answer(201, ['application/json', '{"id":"']), again('unreadable-answer')],
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
  ['204 where a receipt is due', answer(204, ['', '']), again('not-the-receiver')],
  ['a redirection that leads nowhere', answer(302, ['', ''], { location: 'http://127.0.0.1:1/' }), again('no-answer')],
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
  ['401 of a proxy', answer(401, ['text/html', 'log in']), again('not-the-receiver')],
  ['403 of a firewall', answer(403, ['text/html', 'blocked']), again('not-the-receiver')],
  ['404 of a load balancer', answer(404, ['text/plain', 'not found']), again('not-the-receiver')],
  ['413 of a proxy', answer(413, ['text/html', 'Request Entity Too Large']), again('proxy-too-large')],
  ['413 of the receiver', problem('too-large', 413), attention('too-large')],
  ['429 with seconds', busy('120'), again('rate-limited', 120_000)],
  ['429 with a date', busy('Thu, 12 Mar 2026 09:01:00 GMT'), again('rate-limited', 60_000)],
  ['429 with rubbish', busy('tomorrow'), again('rate-limited', OWN_WAIT_MS)],
  ['429 with a day', busy('86400'), again('rate-limited', 3_600_000)],
  ['429 with zero', busy('0'), again('rate-limited', 1000)],
  ['500 of a crash', answer(500, ['text/html', '<pre>Error: at db.js</pre>']), again('not-the-receiver')],
  ['500 of the receiver', problem('internal', 500), again('internal', OWN_WAIT_MS)],
  ['502 without a body', answer(502, ['', '']), again('not-the-receiver')],
  [
    '503 with a wait, of a proxy',
    answer(503, ['text/html', 'maintenance'], { 'retry-after': '30', date }),
    again('not-the-receiver', 30_000),
  ],
  ['507 of the receiver', problem('storage-full', 507), again('receiver-full')],
  [
    'a problem that was cut off',
    answer(400, ['application/problem+json', '{"type":"urn:']),
    again('unreadable-answer'),
  ],
  ['a problem that is not an object', answer(400, ['application/problem+json', '"no"']), again('unreadable-answer')],
  [
    'a problem that does not say whether to repeat',
    problem('malformed', 400, { retryable: 'perhaps' }),
    again('unreadable-answer'),
  ],
  ['a problem of a later version', problem('too-blue', 422), attention('too-blue')],
  ['a problem whose name is not a name', problem('<b>', 422), attention('refused')],
  [
    'a problem of somebody else',
    answer(418, ['application/problem+json', '{"type":"about:blank","retryable":false}']),
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
      other.behave(behaviour);
      const desk = await aDesk();
      const outbox = desk.tab({ backend: createHttpTransport(other.url) });
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
    other.behave(receipt({}));
    const desk = await aDesk();
    const outbox = desk.tab({ backend: createHttpTransport(other.url) });
    await outbox.submit(desk.submission('Deze wel'));
    await outbox.flush();
    expect(outbox.items.value).toMatchObject([{ state: 'done', reference: '24-1' }]);
    outbox.end();
  });

  it('one request is one request: nothing below the outbox repeats it', async () => {
    other.behave(answer(503, ['text/html', '']));
    const [call] = [{ token: 'x', language: 'nl' }];
    await createHttpTransport(other.url).submission(anId(1), call);
    expect(other.requests).toBe(1);
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
