/** What a token says about the person. For display and for the name of a database only: nobody here can tell whether it is true. */
export interface TokenClaims {
  readonly issuer: string;
  readonly organisation: string;
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** How long it is good for, by the clock of who made it. */
  readonly lifetimeMs: number | undefined;
}

/** Reads the claims out of a token's decoded payload; nothing when it names nobody. */
export function readClaims(payload: unknown): TokenClaims | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const { iss, org, sub, name, roles, iat, exp } = payload as Readonly<Record<string, unknown>>; // an object: each member is still unknown
  if (typeof sub !== 'string' || !sub) return undefined;
  return {
    issuer: textOr(iss),
    organisation: textOr(org),
    subject: sub,
    name: textOr(name),
    roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
    lifetimeMs: typeof exp === 'number' && typeof iat === 'number' ? (exp - iat) * 1000 : undefined,
  };
}

const textOr = (value: unknown): string => (typeof value === 'string' ? value : '');
