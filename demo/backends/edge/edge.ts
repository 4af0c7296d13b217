import { createHash } from 'node:crypto';
import type { Me } from '@cliendo/support';
import { isId, LIMITS } from './bodies';
import type { Caller, Keeper } from './keeper';
import { answerNo, Refusal } from './refusal';
import { ROUTES } from './routes';

/** What an edge is made with. */
export interface EdgeOptions {
  readonly keeper: Keeper;
  /** Checks a token and says whom it is for; nothing when it is not good. Signature, audience and time are all to be checked here. */
  whoIs(token: string): Promise<Claims | undefined>;
  /** Told what went wrong that was nobody's fault outside. Default: nobody is told. */
  onFailed?(error: unknown): void;
}

/** What a token says about a person. */
export interface Claims {
  readonly iss: string;
  readonly org: string;
  readonly sub: string;
  readonly name: string;
}

/**
 * Creates the edge of a backend: the wire protocol as a function from a request to an answer, with no framework.
 * What it lets through is whole, is the caller's own, and is about something that the caller may see.
 */
export function createEdge({ keeper, whoIs, onFailed }: EdgeOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const caller = await callerOf(request, whoIs);
      return await answerOf(request, caller, keeper);
    } catch (error) {
      if (error instanceof Refusal) return answerNo(error);
      onFailed?.(error);
      return answerNo(new Refusal('internal')); // nothing of the error leaves
    }
  };
}

async function answerOf(request: Request, caller: Caller, keeper: Keeper): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const [path = ''] = /\/v1\/.*$/.exec(pathname) ?? []; // whatever it is mounted under
  if (path === '/v1/me') return Response.json(meOf(caller), { headers: { 'cache-control': 'no-store' } });
  const after = Number(searchParams.get('after'));
  for (const [method, pattern, act] of ROUTES) {
    const ids = method === request.method ? pattern.exec(path)?.slice(1) : undefined;
    if (ids?.every(isId)) return act({ keeper, caller, request, ids, after });
  }
  throw new Refusal('not-found');
}

async function callerOf(request: Request, whoIs: EdgeOptions['whoIs']): Promise<Caller> {
  const [, token] = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '') ?? [];
  if (!token) throw new Refusal('token-missing');
  const claims = await whoIs(token);
  if (!claims) throw new Refusal('token-invalid');
  const { iss, org, sub, name } = claims;
  const owner = createHash('sha256').update([iss, org, sub].join('\n')).digest('base64url');
  return { owner, name, organisation: org };
}

const meOf = ({ owner, name, organisation }: Caller): Me => ({
  owner,
  organisation,
  displayName: name,
  limits: LIMITS,
  capabilities: [],
  serverTime: new Date().toISOString(),
});
