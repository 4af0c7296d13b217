import { request as requestByHttp } from 'node:http';
import { request as requestByHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopback, isPublic, resolveBySystem, type Address, type Resolve } from './publicAddress';
import { timeLimit, whenEnded, type TimeLimit } from './timeLimit';

/** Where a receiver may go when it goes out by itself. */
export interface Outside {
  readonly resolve: Resolve;
  /** For development and tests only: this computer too, without TLS as well. */
  readonly toLoopback: boolean;
  /** For all of it: finding the address, connecting, sending and hearing the answer. */
  readonly timeLimitMs: number;
  /** Who is believed to vouch for a server, as PEM, and nobody else. Default: whom Node knows. */
  readonly ca?: readonly string[];
}

/** To any computer on the internet that has a certificate. */
export const OUTSIDE: Outside = { resolve: resolveBySystem, toLoopback: false, timeLimitMs: 10_000 };

/** What was answered, or why nothing was. */
export type Answer =
  | { readonly status: number; readonly retryAfter?: string }
  /** In kebab-case. */
  | { readonly failure: string };

interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Breaks it off. */
  readonly signal: AbortSignal;
}

/** As much of an answer is read: its words do not matter. */
const ANSWER_BYTES = 16_384;

/**
 * Posts to an address that somebody set, without becoming a way into the network that the receiver stands in.
 * The name is looked up once, each address is judged, and the connection goes to one of those very addresses: a name
 * that answers something else a moment later changes nothing. A redirect is an answer like any other and is not followed.
 */
export async function postOut({ signal, url, ...given }: Post, outside: Outside): Promise<Answer> {
  const target = new URL(url);
  const limit = timeLimit(signal, outside.timeLimitMs);
  try {
    const found = await Promise.race([addressesOf(target, outside), whenEnded(limit.signal, () => broken(limit))]);
    if ('failure' in found) return found;
    if (!found.addresses.every(({ address }) => mayBeTold(address, target.protocol, outside)))
      return { failure: 'address-refused' };
    const { ca } = outside;
    return await post(target, { ...given, limit, lookup: only(found.addresses), ...(ca && { ca: [...ca] }) });
  } finally {
    limit.release();
  }
}

type Found = { readonly addresses: readonly Address[] } | { readonly failure: string };

async function addressesOf({ hostname }: URL, { resolve }: Outside): Promise<Found> {
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) > 0) return { addresses: [{ address: literal, family: isIP(literal) }] };
  try {
    const addresses = await resolve(hostname);
    return addresses.length > 0 ? { addresses } : { failure: 'name-not-found' };
  } catch {
    return { failure: 'name-not-found' };
  }
}

const mayBeTold = (address: string, protocol: string, { toLoopback }: Outside): boolean =>
  toLoopback && isLoopback(address) ? true : protocol === 'https:' && isPublic(address);

/** A look-up that knows these addresses only, whatever the name. */
const only =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, { all }, done) => {
    const [first] = addresses;
    if (all === true) done(null, [...addresses]);
    else done(null, first?.address ?? '', first?.family ?? 0);
  };

type Request = Omit<Post, 'url' | 'signal'> & {
  readonly limit: TimeLimit;
  readonly lookup: LookupFunction;
  readonly ca?: string[];
};

function post(target: URL, { headers, body, limit, ...connecting }: Request): Promise<Answer> {
  const start = target.protocol === 'https:' ? requestByHttps : requestByHttp;
  return new Promise((resolve) => {
    const request = start(target, {
      method: 'POST',
      agent: false,
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      ...connecting,
      signal: limit.signal,
      maxHeaderSize: ANSWER_BYTES,
    });
    let answer: Answer | undefined;
    request.on('error', (error) => resolve(answer ?? { failure: failureOf(error, limit) })); // cut off behind the status: that was said
    request.on('response', (response) => {
      const { statusCode = 0, headers: answered } = response;
      const retryAfter = answered['retry-after'];
      answer = { status: statusCode, ...(retryAfter !== undefined && { retryAfter }) };
      let bytes = 0;
      response.on('data', (part: Uint8Array) => {
        bytes += part.length;
        if (bytes > ANSWER_BYTES) response.destroy();
      });
      response.on('error', () => undefined); // see above
      response.on('close', () => answer && resolve(answer));
    });
    request.end(body);
  });
}

const broken = (limit: TimeLimit): { readonly failure: string } => ({
  failure: limit.isOver() ? 'timed-out' : 'stopped',
});

/** A word for each way to fail. Never the error's own text: it may hold names and addresses. */
function failureOf(error: unknown, limit: TimeLimit): string {
  if (limit.signal.aborted) return broken(limit).failure;
  const { code = '' } = error as { readonly code?: string }; // errors of a connection have one
  if (code === 'ECONNREFUSED') return 'connection-refused';
  if (/CERT|TLS|SSL|SIGNATURE|ISSUER/.test(code)) return 'not-trusted';
  return 'connection-broken';
}
