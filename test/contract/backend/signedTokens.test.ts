import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { createSignedTokens } from '../../../demo/backends/signedTokens';

const [issuer, audience] = ['https://app.example', 'support'];
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const whoIs = createSignedTokens({ issuer, audience, publicKey });

interface Given {
  readonly claims?: Record<string, unknown>;
  readonly typ?: string;
  readonly ageSeconds?: number;
  readonly lifeSeconds?: number;
  readonly key?: typeof privateKey;
}

const sign = ({ claims, typ = 'cliendo-support+jwt', ageSeconds = 0, lifeSeconds = 600, key = privateKey }: Given) => {
  const issuedAt = Math.floor(Date.now() / 1000) - ageSeconds;
  return new SignJWT({ iss: issuer, aud: audience, sub: 'p-1', org: 'o-1', name: 'Sanne', ...claims })
    .setProtectedHeader({ alg: 'EdDSA', typ })
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifeSeconds)
    .sign(key);
};

it('knows a person by a token of the host', async () => {
  expect(await whoIs(await sign({}))).toEqual({ iss: issuer, org: 'o-1', sub: 'p-1', name: 'Sanne' });
});

it.each<[string, Given]>([
  ['of another issuer', { claims: { iss: 'https://elders.example' } }],
  ['for somebody else', { claims: { aud: 'elders' } }],
  ['of another kind', { typ: 'JWT' }],
  ['whose time is over', { ageSeconds: 700 }],
  ['that would last for days', { ageSeconds: 700, lifeSeconds: 1_000_000 }],
  ['of no organisation', { claims: { org: undefined } }],
  ['of an organisation that is no text', { claims: { org: 1 } }],
  ['of nobody', { claims: { sub: '' } }],
  ['with another key', { key: generateKeyPairSync('ed25519').privateKey }],
])('takes no token %s', async (_what, given) => {
  expect(await whoIs(await sign(given))).toBeUndefined();
});

it('takes no token that nobody signed', async () => {
  const [, claims] = (await sign({})).split('.');
  const head = Buffer.from('{"alg":"none","typ":"cliendo-support+jwt"}').toString('base64url');
  expect(await whoIs(`${head}.${claims}.`)).toBeUndefined();
  expect(await whoIs('not-a-token')).toBeUndefined();
});
