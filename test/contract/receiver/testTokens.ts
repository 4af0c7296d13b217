import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { ownerOf } from '../../../demo/receiver/auth';
import type { Issuer, Settings } from '../../../demo/receiver/ports';

/** Somebody with a token. */
export interface Caller {
  readonly owner: string;
  readonly token: string;
}

/** What a test changes about a token. */
export interface TokenChange {
  readonly claims?: JWTPayload;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: 'wrong';
}

/** Two organisations, the agents, and a stranger who has a key under a known kid. */
export interface TestTokens {
  readonly settings: Settings;
  asker(sub?: string, change?: TokenChange): Promise<Caller>;
  agent(change?: TokenChange): Promise<string>;
  /** An agent who looks after the access log. */
  reviewer(): Promise<string>;
}

const ISS = 'https://voorbeeldzorg.example';
const AGENT_ISS = 'https://inbox.example';
const AUDIENCE = 'cliendo-support';
const ORGANISATION = {
  id: 'voorbeeldzorg',
  name: 'Voorbeeldzorg',
  contactPerson: { sub: 'p-ingrid', name: 'Ingrid Visser' },
};

interface Key {
  readonly issuer: Omit<Issuer, 'iss' | 'organisation'>;
  readonly privateKey: CryptoKey;
}

/** Makes keys, and tokens that are good at `time` unless a test changes them. */
export async function createTestTokens(time: { readonly now: number }): Promise<TestTokens> {
  const here = await newKey('voorbeeldzorg-1');
  const elsewhere = await newKey('elders-1');
  const agents = await newKey('inbox-1');
  const stranger = await newKey('voorbeeldzorg-1');

  const sign = async (
    key: Key,
    claims: JWTPayload,
    { typ, change }: { typ: string; change: TokenChange },
  ): Promise<string> => {
    const iat = Math.floor(time.now / 1000);
    const all = { iat, nbf: iat, exp: iat + 600, jti: 'one', ...claims, ...change.claims };
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    return new SignJWT(given)
      .setProtectedHeader({ alg: 'EdDSA', typ, kid: key.issuer.kid, ...change.header })
      .sign(change.key === 'wrong' ? stranger.privateKey : key.privateKey, { crit: { x: true } });
  };

  const agentToken = (change: TokenChange = {}): Promise<string> =>
    sign(
      agents,
      { iss: AGENT_ISS, aud: 'agent', sub: 'a-noor', name: 'Noor', amr: ['pwd', 'otp'] },
      { typ: 'cliendo-support-agent+jwt', change },
    );

  return {
    settings: {
      audience: AUDIENCE,
      askerIssuers: [
        { iss: ISS, ...here.issuer, organisation: ORGANISATION },
        { iss: ISS, ...elsewhere.issuer, organisation: { id: 'elders', name: 'Zorg Elders' } },
      ],
      agentIssuers: [{ iss: AGENT_ISS, ...agents.issuer }],
      origins: ['https://host.example'],
      contentOrigin: '',
    },
    async asker(sub = 'p-sanne', change = {}) {
      const org = change.claims?.['org'] === 'elders' ? 'elders' : 'voorbeeldzorg';
      const claims = { iss: ISS, aud: AUDIENCE, org, sub, name: 'Sanne de Wit' };
      const token = await sign(org === 'elders' ? elsewhere : here, claims, { typ: 'cliendo-support+jwt', change });
      return { owner: ownerOf(ISS, org, sub), token };
    },
    agent: agentToken,
    reviewer: () => agentToken({ claims: { sub: 'a-ruben', name: 'Ruben', roles: ['logReviewer'] } }),
  };
}

async function newKey(kid: string): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { issuer: { kid, algorithm: 'EdDSA', publicKey: { ...(await exportJWK(publicKey)) } }, privateKey };
}
