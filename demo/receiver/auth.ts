import { createHash } from 'node:crypto';
import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  importJWK,
  jwtVerify,
  type JWTPayload,
  type ProtectedHeaderParameters,
} from 'jose';
import { HINT_ROLES, type HintRole } from './hintPort';
import { isMailAddress } from './domain/mailAddress';
import type { Agent, Asker } from './callers';
import type { Clock, Issuer, Settings } from './ports';
import { Refusal } from './problem';

/** Tells who calls from the `Authorization` header, or refuses. */
export interface TokenCheck {
  asker(authorization: string | undefined): Promise<Asker>;
  agent(authorization: string | undefined): Promise<Agent>;
}

const ASKER_TYPE = 'cliendo-support+jwt';
const AGENT_TYPE = 'cliendo-support-agent+jwt';
const AGENT_AUDIENCE = 'agent';
/** In the claim `roles` of an agent who may read the access log. */
const LOG_REVIEWER = 'logReviewer';
/** In the claim `roles` of an asker: what they may do with hints. */
const HINT_CLAIMS: Readonly<Record<HintRole, string>> = {
  viewer: 'hintViewer',
  designer: 'designer',
  publisher: 'hintPublisher',
  steward: 'hintSteward',
};
const MAX_TOKEN_BYTES = 4096;
const MAX_LIFE_SECONDS = 600;
const LEEWAY_SECONDS = 60;
/** Ways to prove a second factor (RFC 8176). */
const SECOND_FACTORS = new Set(['mfa', 'otp', 'hwk', 'swk', 'sms', 'fpt', 'face']);

/**
 * Creates the check of tokens (`security.md` §4).
 * A key is found by `kid` among the configured ones only: `jku`, `x5u` and `jwk` in a header are never looked at.
 */
export function createTokenCheck(settings: Settings, clock: Clock): TokenCheck {
  const verify = async (
    authorization: string | undefined,
    kind: TokenKind,
  ): Promise<{ claims: JWTPayload; issuer: Issuer }> => {
    const token = bearerOf(authorization);
    const issuer = issuerOf(token, kind);
    try {
      const { payload } = await jwtVerify(token, await importJWK(issuer.publicKey, issuer.algorithm), {
        algorithms: [issuer.algorithm],
        issuer: issuer.iss,
        audience: kind.audience,
        typ: kind.type,
        clockTolerance: LEEWAY_SECONDS,
        requiredClaims: ['sub', 'iat', 'exp', 'jti'],
        currentDate: new Date(clock.now()),
      });
      return { claims: payload, issuer };
    } catch (error) {
      throw error instanceof errors.JWTExpired
        ? refused('token-expired', 'exp has passed')
        : refused('token-invalid', reasonOf(error));
    }
  };

  const asker: TokenKind = { type: ASKER_TYPE, audience: settings.audience, issuers: settings.askerIssuers };
  const agent: TokenKind = { type: AGENT_TYPE, audience: AGENT_AUDIENCE, issuers: settings.agentIssuers };
  return {
    async asker(authorization) {
      const { claims, issuer } = await verify(authorization, asker);
      return askerOf(claims, issuer, clock);
    },
    async agent(authorization) {
      const { claims } = await verify(authorization, agent);
      return agentOf(claims, clock);
    },
  };
}

/** The hash under which everything of one person is kept: base64url(SHA-256(iss \n org \n sub)). */
export function ownerOf(iss: string, organisation: string, sub: string): string {
  return createHash('sha256').update(`${iss}\n${organisation}\n${sub}`).digest('base64url');
}

/** Until when a token that was checked is still taken. Milliseconds since 1970. */
export const checkedUntil = (authorization: string | undefined): number =>
  ((decodeJwt(bearerOf(authorization)).exp ?? 0) + LEEWAY_SECONDS) * 1000;

interface TokenKind {
  readonly type: string;
  readonly audience: string;
  readonly issuers: readonly Issuer[];
}

function bearerOf(authorization: string | undefined): string {
  if (authorization === undefined) throw refused('token-missing', 'The Authorization header is absent');
  const token = /^Bearer ([\w.-]+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw refused('token-invalid', 'The Authorization header holds no bearer token');
  if (token.length > MAX_TOKEN_BYTES) throw refused('token-invalid', 'The token is longer than 4 KiB');
  return token;
}

function issuerOf(token: string, kind: TokenKind): Issuer {
  const header = headerOf(token);
  const issuer = kind.issuers.find((known) => known.kid === header.kid && known.algorithm === header.alg);
  if (issuer === undefined) throw refused('token-invalid', 'No key is known for this kid and alg');
  return issuer;
}

function headerOf(token: string): ProtectedHeaderParameters {
  try {
    return decodeProtectedHeader(token);
  } catch {
    throw refused('token-invalid', 'The token can not be read');
  }
}

function askerOf(claims: JWTPayload, issuer: Issuer, clock: Clock): Asker {
  checkLife(claims, clock);
  const organisation = issuer.organisation;
  if (organisation === undefined || claims['org'] !== organisation.id)
    throw refused('token-invalid', 'The key does not speak for this organisation');
  const sub = textClaim(claims, 'sub');
  const hintRole = HINT_ROLES.filter((role) => rolesOf(claims).includes(HINT_CLAIMS[role])).at(-1);
  return {
    owner: ownerOf(issuer.iss, organisation.id, sub),
    organisation,
    name: textClaim(claims, 'name'),
    role: sub === organisation.contactPerson?.sub ? 'contactPerson' : 'user',
    ...(hintRole && { hintRole }),
    ...(isMailAddress(claims['email']) && { email: claims['email'] }), // another one is none: nobody is kept out for it
  };
}

function agentOf(claims: JWTPayload, clock: Clock): Agent {
  checkLife(claims, clock);
  const proofs: readonly unknown[] = Array.isArray(claims['amr']) ? claims['amr'] : [];
  if (!proofs.some((proof) => SECOND_FACTORS.has(String(proof))))
    throw refused('token-invalid', 'An agent needs a second factor');
  return {
    id: textClaim(claims, 'sub'),
    name: textClaim(claims, 'name'),
    ...(claims['on_behalf_of'] !== undefined && { onBehalfOf: textClaim(claims, 'on_behalf_of') }),
    reviewsLog: rolesOf(claims).includes(LOG_REVIEWER),
  };
}

const rolesOf = (claims: JWTPayload): readonly unknown[] => (Array.isArray(claims['roles']) ? claims['roles'] : []);

/** A token lives ten minutes at most and comes from the present. */
function checkLife({ iat = 0, exp = 0 }: JWTPayload, clock: Clock): void {
  if (exp - iat > MAX_LIFE_SECONDS) throw refused('token-invalid', 'The token lives longer than ten minutes');
  if (iat > clock.now() / 1000 + LEEWAY_SECONDS) throw refused('token-invalid', 'The token was issued in the future');
}

function textClaim(claims: JWTPayload, name: string): string {
  const value = claims[name];
  if (typeof value !== 'string' || value.trim() === '' || value.length > 200 || /[\0\p{Surrogate}]/u.test(value)) {
    throw refused('token-invalid', `The claim ${name} is not a short text`);
  }
  return value;
}

function reasonOf(error: unknown): string {
  return error instanceof errors.JWTClaimValidationFailed
    ? `The claim ${error.claim} is not as expected`
    : 'The token can not be trusted';
}

function refused(problem: 'token-missing' | 'token-expired' | 'token-invalid', detail: string): Refusal {
  const challenge =
    problem === 'token-missing' ? 'Bearer' : `Bearer error="invalid_token", error_description="${detail}"`;
  return new Refusal(problem, detail, { headers: { 'www-authenticate': challenge } });
}
