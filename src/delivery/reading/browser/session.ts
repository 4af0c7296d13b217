import type { Clock } from '../../../foundation/clock';
import type { Log } from '../../../foundation/log';
import { fail, succeed, type Result } from '../../../foundation/result';
import { textHash } from '../../../storage';
import { deliveryProblem, type DeliveryProblem } from '../../deliveryProblem';
import type { TokenSource } from '../../ports';
import { inTime } from '../inTime';
import { readClaims, type TokenClaims } from '../token';

/** Who is asking, as the token says. For display only: the receiver decides. */
export interface Subject {
  /** base64url SHA-256 of `iss \n org \n sub`; stands in the body of every item. */
  readonly owner: string;
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly string[];
}

/** The token of the person who is logged in: memory only, asked from the host when it is needed. */
export interface Session extends TokenSource {
  /** Gives a token, asking the host when there is none or it ends within a minute. */
  token(): Promise<Result<string, DeliveryProblem>>;
  /** Gives another one than the `refused`; asks the host once, however many ask here. */
  renew(refused?: string): Promise<Result<string, DeliveryProblem>>;
  /** Who the last token was for; nothing before the first one. */
  readonly subject: Subject | undefined;
  /** Drops the token. The next call asks the host with `start`. */
  forget(): void;
}

/** What a session needs. */
export interface SessionDeps {
  auth(request: { readonly reason: 'start' | 'expired' | 'renew' }): Promise<string>;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when a token is for another person than the one before: to be treated as a sign-out. */
  onSubjectChanged?(subject: Subject): void;
}

const RENEW_BEFORE_MS = 60_000;
/** A host that never answers must not hold up the outbox. */
const AUTH_LIMIT_MS = 15_000;
/** The longest a token lives (security.md §4); also for one that does not say. */
const LONGEST_LIFE_MS = 600_000;

interface Held {
  readonly token: string;
  /** Both are measured from its arrival, because the device's clock may be a day off. */
  readonly renewAt: number;
  readonly endsAt: number;
}

/** Creates a session. It asks the host nothing until somebody wants a token. */
export function createSession({ auth, clock, log, onSubjectChanged }: SessionDeps): Session {
  let held: Held | undefined;
  let subject: Subject | undefined;
  let asking: Promise<Result<string, DeliveryProblem>> | undefined;
  let generation = 0;

  const take = async (reason: 'start' | 'expired' | 'renew'): Promise<Result<string, DeliveryProblem>> => {
    const mine = generation;
    const late = () => fail(authFailed('`auth` gave no answer.'));
    const read = await inTime<Result<ReadToken, DeliveryProblem>>(
      readToken(() => auth({ reason })),
      { clock, limitMs: AUTH_LIMIT_MS, late },
    );
    if (mine !== generation) return fail(authFailed('The person signed out while a token was asked for.'));
    if (!read.ok) {
      log.warn('auth-failed', read.problem.message);
      return read;
    }
    const { token, claims, owner } = read.value;
    const previous = subject;
    held = hold(token, clock.now(), claims.lifetimeMs ?? LONGEST_LIFE_MS);
    subject = { owner, name: claims.name, organisation: claims.organisation, roles: claims.roles };
    if (previous && previous.owner !== owner) onSubjectChanged?.(subject);
    return succeed(token);
  };

  const once = (reason: 'start' | 'expired' | 'renew') => {
    if (asking) return asking;
    const mine = (asking = take(reason).finally(() => {
      if (asking === mine) asking = undefined;
    }));
    return mine;
  };

  return {
    get subject() {
      return subject;
    },
    async token() {
      if (!held) return once('start');
      const { token, renewAt, endsAt } = held;
      if (clock.now() < renewAt) return succeed(token);
      const renewed = await once('renew');
      return renewed.ok || clock.now() >= endsAt || !held ? renewed : succeed(token);
    },
    async renew(refused) {
      return held && refused !== undefined && held.token !== refused ? succeed(held.token) : once('expired');
    },
    forget() {
      generation++;
      held = subject = asking = undefined;
    },
  };
}

function hold(token: string, now: number, lifetimeMs: number): Held {
  return { token, renewAt: now + lifetimeMs - Math.min(RENEW_BEFORE_MS, lifetimeMs / 2), endsAt: now + lifetimeMs };
}

interface ReadToken {
  readonly token: string;
  readonly claims: TokenClaims;
  readonly owner: string;
}

async function readToken(ask: () => Promise<string>): Promise<Result<ReadToken, DeliveryProblem>> {
  try {
    const token: unknown = await ask();
    const claims = typeof token === 'string' ? readClaims(payloadOf(token)) : undefined;
    if (typeof token !== 'string' || !claims)
      return fail(authFailed('`auth` gave something that is not a token with a `sub`.'));
    const owner = await textHash([claims.issuer, claims.organisation, claims.subject].join('\n'));
    return succeed({ token, claims, owner });
  } catch (cause) {
    return fail(authFailed('`auth` gave no token.', cause));
  }
}

const authFailed = (message: string, cause?: unknown): DeliveryProblem =>
  deliveryProblem('auth-failed', { message, cause });

function payloadOf(token: string): unknown {
  const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0))));
}
