import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { ChangePage } from '../../../src/protocol/index';
import { count, strict } from '../schema/primitives';
import { ChangePageSchema } from '../schema/conversation';
import type { Feed } from '../events/tellChanges';
import { addRoute, type RouteScope } from './route';

const Query = strict({ after: Type.Optional(count()), wait: Type.Optional(Type.Integer({ minimum: 0, maximum: 25 })) });
const answers = { 200: { description: 'Ids of what changed', schema: ChangePageSchema } };

/** Adds what changed since a cursor, for askers and for agents. */
export function addChangesRoutes(scope: RouteScope): void {
  const { store } = scope.ports;
  addRoute(
    scope,
    {
      method: 'GET',
      path: '/changes',
      summary: 'What changed for you since a cursor',
      caller: 'asker',
      query: Query,
      answers,
      problems: [],
    },
    ({ caller, query, reply }) =>
      pageOrWait(
        { after: query.after, wait: query.wait, closing: closingOf(reply, scope) },
        { page: (after) => store.changes(after, caller), next: (enough) => store.nextChange(caller, enough) },
      ),
  );
  addRoute(
    scope,
    {
      method: 'GET',
      path: '/agent/changes',
      summary: 'What changed anywhere since a cursor',
      caller: 'agent',
      query: Query,
      answers,
      problems: [],
    },
    ({ query, reply }) =>
      pageOrWait(
        { after: query.after, wait: query.wait, closing: closingOf(reply, scope) },
        { page: (after) => store.inboxChanges(after), next: (enough) => store.nextInboxChange(enough) },
      ),
  );
}

interface Asked {
  readonly after: number | undefined;
  /** Seconds. */
  readonly wait: number | undefined;
  readonly closing: AbortSignal;
}

/** Answers at once when something changed, else when something does, or when it took long enough. */
async function pageOrWait({ after = 0, wait = 0, closing }: Asked, feed: Feed): Promise<ChangePage> {
  const next = feed.next(AbortSignal.any([closing, AbortSignal.timeout(wait * 1000)])); // listens before it reads, so that nothing falls in between
  const page = await feed.page(after);
  if (page.items.length > 0 || wait === 0) return page;
  await next;
  return feed.page(after);
}

/** Ends when the caller is gone or the receiver stops. */
function closingOf(reply: FastifyReply, scope: RouteScope): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return AbortSignal.any([gone.signal, scope.stopping]);
}
