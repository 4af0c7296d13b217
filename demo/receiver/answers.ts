import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { ProblemName } from '../../src/protocol/index';
import type { Ports } from './ports';
import { isContentHost } from './contentHost';
import { problemBody, Refusal } from './problem';
import { troubleOf } from './troubles';

/** On every answer, also on refusals (`delivery.md` §4.1). */
const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
} as const;

const ALLOWED_HEADERS =
  'authorization, content-type, if-match, if-none-match, content-digest, upload-offset, upload-checksum, tus-resumable, last-event-id, accept-language, x-request-id';
const EXPOSED_HEADERS =
  'upload-offset, upload-length, upload-expires, retry-after, ratelimit, ratelimit-policy, date, etag, x-request-id';
const ALLOWED_METHODS = 'GET, HEAD, PUT, POST, PATCH, DELETE';

/** How many bytes of a refused body are read, so that the refusal arrives before the connection ends. */
const DRAIN_BYTES = 256 * 1_048_576;
const DRAIN_MS = 20_000;

/** What the operator must hear of: it is not the caller's doing. */
const UNEXPECTED: ReadonlySet<ProblemName> = new Set(['internal', 'maintenance', 'storage-full']);

/** Gives every answer its headers, every refusal its form, and the log its line. */
export function shapeAnswers(app: FastifyInstance, ports: Ports): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...HEADERS, 'x-request-id': request.id });
    if (isStray(request, ports.settings.contentOrigin)) throw new Refusal('not-found', 'Only granted content is here');
    if (isPreflight(admitOrigin(request, reply, ports.settings.origins))) {
      return reply
        .headers({
          'access-control-allow-methods': ALLOWED_METHODS,
          'access-control-allow-headers': ALLOWED_HEADERS,
          'access-control-max-age': '7200',
        })
        .code(204)
        .send();
    }
    return undefined;
  });
  app.addHook('onResponse', async (request, reply) => {
    ports.log.answered({
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      requestId: request.id,
    });
  });
  app.setErrorHandler(async (error, request, reply) => {
    const refusal = refusalOf(error, request.routeOptions.bodyLimit);
    if (UNEXPECTED.has(refusal.problem))
      ports.log.failed({
        requestId: request.id,
        what: refusal.problem === 'internal' ? nameOf(error) : refusal.problem,
        stack: framesOf(error),
      });
    await drain(request.raw);
    if (reply.raw.destroyed) return reply;
    const body = problemBody(refusal, { path: pathOf(request.url), requestId: request.id });
    return reply
      .code(body.status)
      .headers(refusal.more.headers ?? {})
      .type('application/problem+json')
      .send(body);
  });
  app.setNotFoundHandler(async () => {
    throw new Refusal('not-found', 'There is no such address');
  });
}

/** On the origin of content there is nothing but content: what is shown there can reach nothing else. */
const isStray = (request: FastifyRequest, contentOrigin: string): boolean =>
  contentOrigin !== '' &&
  isContentHost(contentOrigin, request.headers.host) &&
  request.routeOptions.url?.endsWith('/content/:secret') !== true;

/** Lets listed origins and our own in; pages of any other origin are refused. */
function admitOrigin(request: FastifyRequest, reply: FastifyReply, origins: readonly string[]): FastifyRequest {
  const origin = request.headers.origin;
  if (origin === undefined || hostOf(origin) === request.headers.host) return request;
  if (!origins.includes(origin)) throw new Refusal('forbidden-origin', 'Pages of this origin may not call');
  reply.headers({
    'access-control-allow-origin': origin,
    'access-control-expose-headers': EXPOSED_HEADERS,
    vary: 'origin',
  });
  return request;
}

const isPreflight = (request: FastifyRequest): boolean =>
  request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** What Fastify itself refuses, in our words. */
const FASTIFY: Readonly<Record<string, readonly [ProblemName, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', 'The body has more bytes than this address takes'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-type', 'This media type is not taken here'],
};

/** Turns whatever was thrown into a refusal. Nothing of an unexpected error reaches the caller. */
export function refusalOf(error: unknown, limit: number): Refusal {
  return error instanceof Refusal ? error : (troubleOf(error) ?? refusalOfServer(error, limit));
}

function refusalOfServer(error: unknown, limit: number): Refusal {
  const { code = '', statusCode = 500 } = (
    typeof error === 'object' && error !== null ? error : {}
  ) as Partial<FastifyError>; // Fastify's errors have both; others fall through
  const [problem, detail] =
    FASTIFY[code] ??
    (statusCode >= 400 && statusCode < 500
      ? (['malformed', 'The request can not be read'] as const)
      : (['internal', 'Something went wrong here; a repeat may help'] as const));
  return new Refusal(problem, detail, problem === 'too-large' ? { extra: { limit } } : {});
}

/** Reads away what is still coming: a connection that is cut while it sends may lose our answer. */
async function drain(source: Readable): Promise<void> {
  if (source.readableEnded || source.destroyed) return;
  const late = AbortSignal.timeout(DRAIN_MS);
  await new Promise<void>((resolve) => {
    let bytes = 0;
    for (const event of ['end', 'error', 'close', 'aborted']) source.once(event, resolve);
    late.addEventListener('abort', () => resolve());
    source.on('data', (chunk: Uint8Array) => {
      bytes += chunk.byteLength;
      if (bytes > DRAIN_BYTES) resolve();
    });
    source.resume();
  });
}

/** The address without what may be personal. */
const pathOf = (url: string): string => url.split('?')[0] ?? url;

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Where it went wrong, without the message: a message of the database repeats values. */
const framesOf = (error: unknown): readonly string[] =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((frame) => frame.startsWith('    at '))
        .slice(0, 8)
        .map((frame) => frame.trim())
    : [];
