import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import type { Issuer } from '../receiver/ports';

/** Signs tokens for the receiver, as the back end of a host does. */
export interface TokenIssuer {
  /** What the receiver must be told to believe this issuer. */
  readonly issuer: Omit<Issuer, 'organisation'>;
  sign(
    claims: Readonly<Record<string, unknown>>,
    more: { readonly type: string; readonly audience: string; readonly subject: string },
  ): Promise<string>;
}

const LIFE = '10 minutes';

/** Opens the issuer called `name`: its Ed25519 key is made once and kept in `folder`. */
export async function openIssuer(folder: string, name: string): Promise<TokenIssuer> {
  const text = await keptSecret(join(folder, `${name}.json`), async () => JSON.stringify(await newKey(name)));
  const jwk = JSON.parse(text) as JWK; // written by the line above
  const { d: _secret, ...publicKey } = jwk;
  const key = await importJWK(jwk, 'EdDSA');
  const iss = `https://${name}.example`;
  const kid = jwk.kid ?? name;
  return {
    issuer: { iss, kid, algorithm: 'EdDSA', publicKey },
    sign: (claims, { type, audience, subject }) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'EdDSA', typ: type, kid })
        .setIssuer(iss)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt()
        .setNotBefore('0 seconds')
        .setExpirationTime(LIFE)
        .setJti(crypto.randomUUID())
        .sign(key),
  };
}

/** Gives the secret that signs session cookies, made once and kept. */
export const openCookieSecret = (folder: string): Promise<string> =>
  keptSecret(join(folder, 'cookie.txt'), async () => randomBytes(32).toString('base64url'));

async function newKey(name: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { ...(await exportJWK(privateKey)), kid: `${name}-${randomBytes(4).toString('hex')}` };
}

/** Reads a secret, or makes one and keeps it, readable by this user only. */
async function keptSecret(path: string, make: () => Promise<string>): Promise<string> {
  if (existsSync(path)) return readFileSync(path, 'utf8');
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  const fresh = `${path}.${process.pid}`;
  const descriptor = openSync(fresh, 'w', 0o600);
  writeSync(descriptor, await make());
  fsyncSync(descriptor);
  closeSync(descriptor);
  try {
    linkSync(fresh, path); // a receiver that started at the same moment may be first: its secret counts
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // file calls throw errors with a code
  }
  rmSync(fresh);
  return readFileSync(path, 'utf8');
}
