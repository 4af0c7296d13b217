import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { checkedUntil } from '../auth';
import { createPlaces } from '../events/places';
import { pour } from '../events/pour';
import { tellChanges, type Feed } from '../events/tellChanges';
import { Refusal } from '../problem';
import { addRoute, headerOf, type RouteScope } from './route';

/** Browsers and devices of one person that listen at this receiver at a time; each opens one stream, however many tabs it has. */
export const STREAMS_PER_OWNER = 8;
/** When to try again, once all are taken. Seconds. */
const LATER = 60;

const Headers = Type.Object({ 'last-event-id': Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })) });

/** What keeps everything on the way from storing, packing or holding back the stream. */
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
} as const;

/** Adds the stream of changes: what `GET /changes` tells, as it happens. */
export function addEventsRoute(scope: RouteScope): void {
  const { store } = scope.ports;
  const places = createPlaces(STREAMS_PER_OWNER);
  addRoute(
    scope,
    {
      method: 'GET',
      path: '/events',
      summary: 'What changes for you, as it happens, after the cursor in Last-Event-ID; ends when the token does',
      caller: 'asker',
      headers: Headers,
      answers: { 200: { description: 'Events named change; data is a Change', type: 'text/event-stream' } },
      problems: ['rate-limited'],
    },
    async ({ caller, request, reply }) => {
      const leave = places.take(caller.owner);
      if (!leave) throw tooMany();
      try {
        return await stream(
          { request, reply, scope, leave },
          { page: (after) => store.changes(after, caller), next: (enough) => store.nextChange(caller, enough) },
        );
      } catch (error) {
        leave();
        throw error;
      }
    },
  );
}

interface Streaming {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly scope: RouteScope;
  leave(): void;
}

/** Begins the stream once its first text is there: until then a refusal is an answer like any other. */
async function stream({ request, reply, scope, leave }: Streaming, feed: Feed): Promise<FastifyReply> {
  const end = endOf(request, reply, scope);
  const telling = tellChanges(feed, { after: Number(headerOf(request, 'last-event-id') ?? 0), ended: end.signal });
  const first = await telling.next().catch((error: unknown) => {
    end.release();
    throw error;
  });
  reply.hijack();
  const headers = { ...reply.getHeaders(), ...HEADERS };
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) reply.raw.setHeader(name, value);
  pour(startingWith(first.value ?? '', telling), reply.raw, end.signal)
    .catch((error: unknown) => {
      reply.raw.destroy(); // the reader comes back, to whichever receiver can answer
      const what = error instanceof Error ? error.name : 'unknown';
      scope.ports.log.failed({ requestId: request.id, what, stack: [] });
    })
    .finally(() => {
      end.release();
      leave();
    });
  return reply;
}

async function* startingWith(first: string, rest: AsyncGenerator<string, void>): AsyncGenerator<string, void> {
  yield first;
  yield* rest;
}

/** Ends when the caller is gone, the receiver stops, or the token is no longer taken. */
function endOf(
  request: FastifyRequest,
  reply: FastifyReply,
  scope: RouteScope,
): { readonly signal: AbortSignal; release(): void } {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  const leftMs = checkedUntil(request.headers.authorization) - scope.ports.clock.now();
  const timer = setTimeout(end, Math.max(0, leftMs));
  scope.stopping.addEventListener('abort', end);
  if (scope.stopping.aborted) end();
  reply.raw.once('close', end);
  return {
    signal: ended.signal,
    release() {
      clearTimeout(timer);
      scope.stopping.removeEventListener('abort', end);
      end();
    },
  };
}

const tooMany = (): Refusal =>
  new Refusal('rate-limited', 'Too many streams of yours are open; look for changes now and again instead', {
    headers: { 'retry-after': String(LATER) },
  });
