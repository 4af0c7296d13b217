import type { AccessCheck, AccessPage, PurgeList } from '../../../src/protocol/index';
import type { Agent } from '../callers';
import { AccessCheckSchema, AccessFilterSchema, AccessPageSchema, PurgeListSchema } from '../schema/access';
import { notFound } from './outcome';
import { addRoute, type RouteScope } from './route';

/** Adds the access log, for agents who look after it. For everybody else it is not there. */
export function addAccessRoutes(scope: RouteScope): void {
  const { store } = scope.ports;
  addPurges(scope);

  addRoute(
    scope,
    {
      method: 'POST',
      path: '/agent/access/search',
      summary: 'Who saw what, newest first; reading it is logged',
      caller: 'agent',
      body: AccessFilterSchema,
      answers: { 200: { description: 'A page of the access log', schema: AccessPageSchema } },
      problems: ['digest-mismatch', 'not-found'],
    },
    async ({ caller, body, request }): Promise<AccessPage> =>
      store.accesses(body, { agent: reviewer(caller), requestId: request.id }),
  );

  addRoute(
    scope,
    {
      method: 'GET',
      path: '/agent/access/check',
      summary: 'Whether every row of the access log is still what was written',
      caller: 'agent',
      answers: { 200: { description: 'The chain of each organisation', schema: AccessCheckSchema } },
      problems: ['not-found'],
    },
    async ({ caller }): Promise<AccessCheck> => {
      reviewer(caller);
      return store.checkAccesses();
    },
  );
}

function addPurges(scope: RouteScope): void {
  addRoute(
    scope,
    {
      method: 'GET',
      path: '/agent/access/purges',
      summary: 'What was erased because its time was over: counts, never content',
      caller: 'agent',
      answers: { 200: { description: 'The purge log, oldest first', schema: PurgeListSchema } },
      problems: ['not-found'],
    },
    async ({ caller }): Promise<PurgeList> => {
      reviewer(caller);
      return { items: await scope.ports.store.purges() };
    },
  );
}

function reviewer(agent: Agent): Agent {
  if (!agent.reviewsLog) throw notFound();
  return agent;
}
