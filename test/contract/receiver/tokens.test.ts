import { createHmac } from 'node:crypto';
import { SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Me } from '../../../src/protocol/index';
import { startReceiver, type ReceiverUnderTest } from './receiverUnderTest';
import type { TokenChange } from './testTokens';
import { nextId, refusalOf } from './wire';

let receiver: ReceiverUnderTest;
let seconds: number;

beforeAll(async () => {
  receiver = await startReceiver();
  seconds = Math.floor(receiver.time.now / 1000);
});
afterAll(() => receiver.close());

const me = (token: string) => receiver.get('/v1/me', { token });
const withClaims = async (claims: JWTPayload): Promise<string> =>
  refusalOf(await me((await receiver.asker('p-sanne', { claims })).token));
const withHeader = async (change: TokenChange) => me((await receiver.asker('p-sanne', change)).token);

test('knows the person of a good token, their organisation and its contact person', async () => {
  const sanne = await receiver.asker();
  expect((await me(sanne.token)).json<Me>()).toMatchObject({
    owner: sanne.owner,
    organisation: 'Voorbeeldzorg',
    displayName: 'Sanne de Wit',
    contact: { name: 'Ingrid Visser', role: 'contactPerson' },
    serverTime: '2024-03-12T09:00:00.000Z',
  });
});

test('gives one person of two organisations two owners', async () => {
  const [here, there] = [await receiver.asker(), await receiver.asker('p-sanne', { claims: { org: 'elders' } })];
  const owners = [(await me(here.token)).json<Me>().owner, (await me(there.token)).json<Me>().owner];
  expect(owners).toEqual([here.owner, there.owner]);
  expect(new Set(owners).size).toBe(2);
});

test('asks for a token where there is none', async () => {
  const answer = await receiver.send({ method: 'GET', url: '/v1/me' });
  expect(refusalOf(answer)).toBe('401 token-missing');
  expect(answer.headers['www-authenticate']).toBe('Bearer');
});

test('tells an expired token from a bad one, so that the host is asked for a new one', async () => {
  expect(await withClaims({ iat: seconds - 900, exp: seconds - 300 })).toBe('401 token-expired');
});

test.each([
  ['55 seconds too late', { iat: -600, exp: -55 }, '200 without a problem'],
  ['61 seconds too late', { iat: -600, exp: -61 }, '401 token-expired'],
  ['not valid for another 55 seconds', { iat: 0, nbf: 55, exp: 600 }, '200 without a problem'],
  ['not valid for another 65 seconds', { iat: 0, nbf: 65, exp: 600 }, '401 token-invalid'],
  ['issued in two minutes', { iat: 120, exp: 600 }, '401 token-invalid'],
  ['a life of ten minutes', { iat: 0, exp: 600 }, '200 without a problem'],
  ['a life of ten minutes and a second', { iat: 0, exp: 601 }, '401 token-invalid'],
  ['a life of a day', { iat: 0, exp: 86_400 }, '401 token-invalid'],
])('judges clocks with a minute of leeway: %s', async (_what, shifts: Readonly<Record<string, number>>, refusal) => {
  expect(
    await withClaims(Object.fromEntries(Object.entries(shifts).map(([claim, shift]) => [claim, seconds + shift]))),
  ).toBe(refusal);
});

test.each([
  ['another issuer', { iss: 'https://evil.example' }],
  ['no issuer', { iss: undefined }],
  ['another audience', { aud: 'agent' }],
  ['no audience', { aud: undefined }],
  ['an organisation that the key does not speak for', { org: 'elders-2' }],
  ['no organisation', { org: undefined }],
  ['no subject', { sub: undefined }],
  ['an empty subject', { sub: '' }],
  ['no name', { name: undefined }],
  ['a name of 201 characters', { name: 'a'.repeat(201) }],
  ['a name with a NUL', { name: 'a\0b' }],
  ['no id', { jti: undefined }],
  ['no time of issue', { iat: undefined }],
  ['no end', { exp: undefined }],
  ['an end that is no number', { exp: 'later' }],
])('refuses a token with %s', async (_what, claims) => {
  expect(await withClaims(claims as JWTPayload)).toBe('401 token-invalid');
});

test.each([
  ['another key under a known kid', { key: 'wrong' as const }],
  ['a kid that is not configured', { header: { kid: 'voorbeeldzorg-2' } }],
  ['no kid', { header: { kid: undefined } }],
  ['another typ', { header: { typ: 'JWT' } }],
  ['no typ', { header: { typ: undefined } }],
  ['the typ of agents', { header: { typ: 'cliendo-support-agent+jwt' } }],
  ['an unknown critical header', { header: { crit: ['x'], x: true } }],
])('refuses a token with %s', async (_what, change) => {
  expect(refusalOf(await withHeader(change))).toBe('401 token-invalid');
});

test('never fetches or believes a key that the token brings along', async () => {
  const { publicKey } = receiver.ports.settings.agentIssuers[0] ?? {};
  const header = { jku: 'https://evil.example/keys', x5u: 'https://evil.example/cert', jwk: publicKey };
  expect((await withHeader({ header })).statusCode).toBe(200); // signed with the right key: the rest is not looked at
  expect(refusalOf(await withHeader({ header, key: 'wrong' }))).toBe('401 token-invalid');
});

test('refuses a token without a signature', async () => {
  const { token } = await receiver.asker();
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as JWTPayload; // we made it ourselves
  const none = new UnsecuredJWT(claims).encode();
  const stripped = `${token.split('.').slice(0, 2).join('.')}.`;
  expect([refusalOf(await me(none)), refusalOf(await me(stripped))]).toEqual([
    '401 token-invalid',
    '401 token-invalid',
  ]);
});

test('refuses a symmetric signature made with the public key', async () => {
  const { publicKey } = receiver.ports.settings.askerIssuers[0] ?? {};
  const secret = createHmac('sha256', JSON.stringify(publicKey)).digest();
  const token = await new SignJWT({ org: 'voorbeeldzorg', name: 'Sanne' })
    .setProtectedHeader({ alg: 'HS256', typ: 'cliendo-support+jwt', kid: 'voorbeeldzorg-1' })
    .setSubject('p-sanne')
    .setExpirationTime('5m')
    .sign(secret);
  expect(refusalOf(await me(token))).toBe('401 token-invalid');
});

test('refuses a token that was changed in any place', async () => {
  const { token } = await receiver.asker();
  for (let at = 0; at < token.length - 2; at += 17) {
    const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    expect(refusalOf(await me(changed)), `place ${at}`).toBe('401 token-invalid');
  }
});

test('refuses what is no token at all, also a very long one', async () => {
  for (const header of [
    'Basic abc',
    'Bearer',
    'Bearer a b',
    'Bearer é',
    `Bearer ${'a'.repeat(5000)}`,
    'Bearer ..',
    'Bearer e30.e30.',
  ]) {
    const answer = await receiver.send({ method: 'GET', url: '/v1/me', headers: { authorization: header } });
    expect(refusalOf(answer), header.slice(0, 20)).toBe('401 token-invalid');
  }
});

test('keeps askers and agents apart', async () => {
  const [asker, agent] = [(await receiver.asker()).token, await receiver.agent()];
  expect(refusalOf(await me(agent))).toBe('401 token-invalid');
  expect(refusalOf(await receiver.get('/v1/agent/questions', { token: asker }))).toBe('401 token-invalid');
  expect((await receiver.get('/v1/agent/questions', { token: agent })).statusCode).toBe(200);
});

test.each([[undefined], [[]], [['pwd']], ['otp']])(
  'asks agents for a second factor: amr %s is not enough',
  async (amr) => {
    const token = await receiver.agent({ claims: { amr } });
    expect(refusalOf(await receiver.get('/v1/agent/questions', { token }))).toBe('401 token-invalid');
  },
);

test('asks for a token on every address but the three that are open', async () => {
  const { paths } = (await receiver.send({ method: 'GET', url: '/v1/openapi.json' })).json<{
    paths: Record<string, Record<string, unknown>>;
  }>();
  const open: string[] = [];
  for (const [path, operations] of Object.entries(paths)) {
    for (const method of Object.keys(operations)) {
      const url = `/v1${path.replace('{secret}', 'a'.repeat(43)).replace(/\{\w+\}/g, () => nextId())}`;
      const answer = await receiver.app.inject({ method: method.toUpperCase() as 'GET', url });
      if (answer.statusCode !== 401) open.push(`${method} ${path}`);
    }
  }
  expect(open).toEqual(['options /attachments', 'get /content/{secret}', 'get /openapi.json']);
});

test('says why in the answer without naming what the token held', async () => {
  const answer = await me((await receiver.asker('p-sanne', { claims: { name: 'x'.repeat(300) } })).token);
  expect(answer.headers['www-authenticate']).toContain('error="invalid_token"');
  expect(answer.body).not.toContain('xxx');
});
