import { describe, expect, it, test } from 'vitest';
import { isSecret, signedHeaders } from '../../../demo/receiver/outgoing/signature';
import { readWebhooks } from '../../../demo/receiver/outgoing/webhook';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const GOOD = { id: 'desk', organisation: 'voorbeeldzorg', url: 'https://desk.example/hook', secrets: [SECRET] };
const read = (value: unknown, toLoopback = false) => readWebhooks(JSON.stringify(value), { toLoopback });

test('a signature is the one that Standard Webhooks gives for its own example', () => {
  const at = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', atMs: 1_614_265_330_000, body: '{"test": 2432232314}' };
  expect(signedHeaders(at, [SECRET])).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('a secret has 24 to 64 bytes', () => {
  const ofBytes = (count: number): string => `whsec_${Buffer.alloc(count, 7).toString('base64')}`;
  expect([24, 32, 64].map(ofBytes).every(isSecret)).toBe(true);
  expect([0, 23, 65].map(ofBytes).some(isSecret)).toBe(false);
  expect(['', 'whsec_', SECRET.slice(6), `${SECRET} `, `${SECRET}\n`, `whsec_${'é'.repeat(40)}`].some(isSecret)).toBe(
    false,
  );
});

describe('the setting of webhooks', () => {
  it('may be empty, and without events means all', () => {
    expect(read([])).toEqual([]);
    expect(read([GOOD])).toMatchObject([{ id: 'desk', events: { length: 4 } }]);
    expect(read([{ ...GOOD, events: ['message.added'], secrets: [SECRET, SECRET] }])).toMatchObject([
      { events: ['message.added'], secrets: { length: 2 } },
    ]);
  });

  it.each([
    ['http to elsewhere', { url: 'http://desk.example/hook' }],
    ['http to this computer', { url: 'http://127.0.0.1:1/hook' }],
    ['another protocol', { url: 'file:///etc/passwd' }],
    ['a password in the address', { url: 'https://a:b@desk.example/hook' }],
    ['no address', { url: 'desk' }],
    ['no secret', { secrets: [] }],
    ['a short secret', { secrets: [SECRET, 'whsec_c2hvcnQ='] }],
    ['an event that there is not', { events: ['question.read'] }],
    ['no event', { events: [] }],
    ['a name that is none', { id: 'desk 1' }],
    ['a setting that there is not', { timeout: 5 }],
  ])('is refused with %s, in a sentence without the secret', (_what, change) => {
    const told = read([GOOD, { ...GOOD, id: 'two', ...change }]);
    expect(told).toMatch(/^Webhook 2: .*\.$/);
    expect(told).not.toContain(SECRET.slice(8));
  });

  it('is refused when it is no list, no JSON, or says an id twice', () => {
    expect(read({})).toBe('The webhooks are not a list.');
    expect(readWebhooks('[', { toLoopback: false })).toBe('The webhooks are not JSON.');
    expect(read([GOOD, GOOD])).toBe('Webhook 2: its id is used twice.');
    expect(read([null])).toMatch(/^Webhook 1: /);
  });

  it('lets this computer be told without TLS where that is asked for, and no other', () => {
    expect(read([{ ...GOOD, url: 'http://127.0.0.1:1/hook' }], true)).toHaveLength(1);
    expect(read([{ ...GOOD, url: 'http://[::1]:1/hook' }], true)).toHaveLength(1);
    expect(read([{ ...GOOD, url: 'http://localhost:1/hook' }], true)).toHaveLength(1);
    expect(read([{ ...GOOD, url: 'http://10.0.0.1/hook' }], true)).toMatch(/^Webhook 1: /);
    expect(read([{ ...GOOD, url: 'http://127.0.0.1.example/hook' }], true)).toMatch(/^Webhook 1: /);
  });
});
