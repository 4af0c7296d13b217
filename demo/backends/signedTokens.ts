import { jwtVerify, type CryptoKey, type JWK, type KeyObject } from 'jose';
import type { Claims, EdgeOptions } from './edge/edge';

/** What a token has to say to be taken. */
export interface SignedTokensOptions {
  /** `iss`: your own back end, which signs. */
  readonly issuer: string;
  /** `aud`: this backend. */
  readonly audience: string;
  /** The public half of the key that signs. */
  readonly publicKey: CryptoKey | KeyObject | JWK;
}

/** Creates the check of tokens as the reference receiver does it: signed by one known key, for here, of this kind, ten minutes old at most. */
export const createSignedTokens =
  ({ issuer, audience, publicKey }: SignedTokensOptions): EdgeOptions['whoIs'] =>
  async (token) => {
    try {
      const { payload } = await jwtVerify(token, publicKey, {
        issuer,
        audience,
        algorithms: ['EdDSA', 'ES256'],
        typ: 'cliendo-support+jwt',
        maxTokenAge: '10 minutes',
        clockTolerance: '1 minute',
        requiredClaims: ['exp', 'sub', 'org'],
      });
      const { org, sub, name } = payload;
      if (typeof org !== 'string' || !org || !sub) return undefined;
      return { iss: issuer, org, sub, name: typeof name === 'string' ? name : '' } satisfies Claims;
    } catch {
      return undefined; // why it is not good is nobody's business
    }
  };
