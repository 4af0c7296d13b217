import { createHmac, createPublicKey, generateKeyPairSync, sign as signBytes, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReceiver, type ReceiverUnderTest } from './receiverUnderTest';
import { refusalOf } from './wire';

type Json = Record<string, unknown>;

let receiver: ReceiverUnderTest;
/** A good token, taken apart. */
let good: { readonly head: Json; readonly claims: Json; readonly token: string };
let publicKey: KeyObject;

beforeAll(async () => {
  receiver = await startReceiver();
  const { token } = await receiver.asker();
  const [head = '', claims = ''] = token.split('.');
  good = { head: readPart(head), claims: readPart(claims), token };
  publicKey = createPublicKey({ key: receiver.ports.settings.askerIssuers[0]?.publicKey ?? {}, format: 'jwk' });
});
afterAll(() => receiver.close());

const readPart = (part: string): Json => JSON.parse(Buffer.from(part, 'base64url').toString()) as Json; // our own token
const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const stranger = generateKeyPairSync('ed25519');
const strangerJwk = stranger.publicKey.export({ format: 'jwk' });

/** Signs with a key of the attacker. */
const forged = (head: unknown, claims: unknown = good.claims): string => {
  const signed = `${part(head)}.${part(claims)}`;
  return `${signed}.${signBytes(null, Buffer.from(signed), stranger.privateKey).toString('base64url')}`;
};
/** Signs with a secret that the attacker chose. */
const hashed = (head: Json, secret: string | Buffer): string => {
  const signed = `${part({ ...good.head, ...head })}.${part(good.claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
};
/** The signature of a good token on something else. */
const moved = (head: unknown, claims: unknown = good.claims): string =>
  `${part(head)}.${part(claims)}.${good.token.split('.')[2]}`;
const unsigned = (alg: unknown, signature = ''): string =>
  `${part({ ...good.head, alg })}.${part(good.claims)}.${signature}`;

const pem = (): string => publicKey.export({ type: 'spki', format: 'pem' }).toString();
const der = (): Buffer => publicKey.export({ type: 'spki', format: 'der' });
const jwk = (): Json => ({ ...receiver.ports.settings.askerIssuers[0]?.publicKey });

const ALGORITHMS = ['none', 'None', 'NONE', 'nOnE', '', ' none', 'none\0', null, 0, true, [], ['none'], {}, undefined];
const KIDS = [
  '../../../../dev/null',
  '/dev/null',
  '..\\..\\windows\\win.ini',
  'file:///etc/passwd',
  'https://evil.example/key.pem',
  "x' UNION SELECT 'secret",
  "voorbeeldzorg-1' --",
  '| whoami',
  '$(id)',
  'voorbeeldzorg-1\0',
  'voorbeeldzorg-1 ',
  ' voorbeeldzorg-1',
  'VOORBEELDZORG-1',
  'voorbeeldzorg-1\n',
  'voorbeeldzorg',
  'elders-1',
  'inbox-1',
  '__proto__',
  'constructor',
  'toString',
  '',
  ['voorbeeldzorg-1'],
  { kid: 'voorbeeldzorg-1' },
  1,
  null,
  true,
];
const KEY_HEADERS = (): Readonly<Record<string, Json>> => ({
  'a key in the header': { jwk: strangerJwk },
  'an address of keys': { jku: 'https://evil.example/keys' },
  'an address of keys on this machine': { jku: 'http://127.0.0.1:1/keys' },
  'an address of a certificate': { x5u: 'https://evil.example/cert' },
  'a certificate': { x5c: ['MIIB'] },
  'the sum of a certificate': { 'x5t#S256': 'AAAA' },
  'all of them': {
    jwk: strangerJwk,
    jku: 'https://evil.example/keys',
    x5u: 'https://evil.example/cert',
    x5c: ['MIIB'],
  },
  'packed content': { zip: 'DEF' },
  'content that is not encoded': { b64: false, crit: ['b64'] },
  'a need that nobody knows': { crit: ['evil'], evil: true },
  'an empty list of needs': { crit: [] },
  'needs that are no list': { crit: 'exp' },
  'a token in a token': { cty: 'JWT' },
});

/** Every attack, made when the receiver is there: its name and the token. */
function attacks(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const alg of ALGORITHMS) {
    found.set(`alg ${JSON.stringify(alg)} without a signature`, unsigned(alg));
    found.set(`alg ${JSON.stringify(alg)} with the signature of another`, unsigned(alg, good.token.split('.')[2]));
  }
  for (const alg of ['HS256', 'HS384', 'HS512'])
    for (const [what, secret] of [
      ['PEM', pem()],
      ['DER', der()],
      ['JWK', JSON.stringify(jwk())],
      ['x', String(jwk()['x'])],
      ['nothing', ''],
    ] as const)
      found.set(`${alg} with the public key as secret: ${what}`, hashed({ alg }, secret));
  for (const alg of [
    'RS256',
    'PS256',
    'ES256',
    'ES384',
    'ES512',
    'Ed448',
    'EdDSA ',
    'eddsa',
    'ES256K',
    'dir',
    'A128KW',
    'ECDH-ES',
  ])
    found.set(`alg ${alg} by a stranger`, forged({ ...good.head, alg }));
  for (const kid of KIDS) {
    found.set(`kid ${JSON.stringify(kid)} by a stranger`, forged({ ...good.head, kid }));
    found.set(`kid ${JSON.stringify(kid)} with the signature of another`, moved({ ...good.head, kid }));
  }
  for (const [what, header] of Object.entries(KEY_HEADERS())) {
    found.set(`${what}, by a stranger`, forged({ ...good.head, ...header }));
    found.set(`${what}, added to a good token`, moved({ ...good.head, ...header }));
  }
  for (const [claim, value] of [
    ['sub', 'p-ingrid'],
    ['name', 'Ingrid'],
    ['exp', 9e9],
    ['org', 'elders'],
    ['roles', ['logReviewer']],
    ['aud', ['cliendo-support', 'agent']],
  ] as const)
    found.set(
      `another ${claim} under the signature of a good token`,
      moved(good.head, { ...good.claims, [claim]: value }),
    );
  for (const [what, token] of misshapen()) found.set(what, token);
  return found;
}

function misshapen(): readonly (readonly [string, string])[] {
  const [head = '', claims = '', signature = ''] = good.token.split('.');
  const text = JSON.stringify(good.claims);
  return [
    ['a stranger with a good head', forged(good.head)],
    ['no signature', `${head}.${claims}.`],
    ['two parts', `${head}.${claims}`],
    ['one part', head],
    ['four parts', `${good.token}.${signature}`],
    ['five parts, as a locked token has', `${head}.${claims}.${signature}.${signature}.${signature}`],
    ['empty parts', '..'],
    ['a signature of zeros', `${head}.${claims}.${Buffer.alloc(64).toString('base64url')}`],
    ['half a signature', `${head}.${claims}.${signature.slice(0, 40)}`],
    ['a signature twice', `${head}.${claims}.${signature}${signature}`],
    ['a head that is no JSON', `${part('{')}.${claims}.${signature}`],
    ['a head that is a list', `${part([])}.${claims}.${signature}`],
    ['a head that is nothing', `${part(null)}.${claims}.${signature}`],
    ['claims that are no JSON', forged(good.head, '{')],
    ['claims that are a list', forged(good.head, [])],
    ['claims that are nothing', forged(good.head, null)],
    ['claims twice, the last one bad', moved(good.head, text.replace('{', '{"sub":"p-ingrid",'))],
    ['claims twice, by a stranger', forged(good.head, text.replace('{', '{"sub":"p-ingrid",'))],
    ['a prototype in the claims', forged(good.head, '{"__proto__":{"sub":"p-ingrid"}}')],
    ['a head of 100 kB', forged({ ...good.head, more: 'a'.repeat(100_000) })],
    ['claims of 100 kB', forged(good.head, { ...good.claims, more: 'a'.repeat(100_000) })],
    ['claims of 5 kB under a good signature', moved(good.head, { ...good.claims, more: 'a'.repeat(5000) })],
    ['filling behind a part', `${head}=.${claims}.${signature}`],
    ['a plus in the signature', `${head}.${claims}.${signature.slice(0, -1)}+`],
    ['the other alphabet', `${head}.${claims}.${signature.replace(/[-_]/g, '/')}/`],
  ];
}

test('no forged token comes in, in 120 ways and more, and none makes the receiver stumble or call anybody', async () => {
  const all = attacks();
  expect(all.size).toBeGreaterThan(120);
  for (const [what, token] of all)
    for (const url of ['/v1/me', '/v1/agent/questions']) {
      const answer = await receiver.app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } });
      expect(refusalOf(answer), what).toBe('401 token-invalid');
    }
  expect(receiver.logged.filter((line) => line.includes('"stack"'))).toEqual([]);
});

test('a good token comes in: the control', async () => {
  expect((await receiver.get('/v1/me', { token: good.token })).statusCode).toBe(200);
});

test.each([
  ['twice in one header', (token: string) => `Bearer ${token}, Bearer ${token}`],
  ['behind another scheme', (token: string) => `Basic ${token}`],
  ['without a scheme', (token: string) => token],
  ['behind a space too many', (token: string) => `Bearer  ${token}`],
  ['with words behind it', (token: string) => `Bearer ${token} or else`],
])('a good token is refused %s', async (_what, header) => {
  const headers = { authorization: header(good.token) };
  expect(refusalOf(await receiver.app.inject({ method: 'GET', url: '/v1/me', headers }))).toBe('401 token-invalid');
});

test('a token in the address or in a cookie is not looked at', async () => {
  const answer = await receiver.app.inject({
    method: 'GET',
    url: `/v1/me?access_token=${good.token}`,
    headers: { cookie: `token=${good.token}` },
  });
  expect(refusalOf(answer)).toBe('401 token-missing');
});
