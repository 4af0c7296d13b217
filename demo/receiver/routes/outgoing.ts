import type { Outgoing } from '../outgoingPort';
import {
  AgainCountSchema,
  AgainSchema,
  OutgoingFilterSchema,
  OutgoingListSchema,
  type OutgoingList,
} from '../schema/webhook';
import { addRoute, type RouteScope } from './route';

/** Adds what others were told, or could not be: ids and times, so every agent may see it. */
export function addOutgoingRoutes(scope: RouteScope): void {
  const { store } = scope.ports;
  addRoute(
    scope,
    {
      method: 'GET',
      path: '/agent/outgoing',
      summary: 'What others were told, or are still to be: the newest 200',
      caller: 'agent',
      query: OutgoingFilterSchema,
      answers: { 200: { description: 'A list, newest first', schema: OutgoingListSchema } },
      problems: [],
    },
    async ({ query }): Promise<OutgoingList> => ({ items: (await store.outgoing(query.state)).map(line) }),
  );
  addRoute(
    scope,
    {
      method: 'POST',
      path: '/agent/outgoing/again',
      summary: 'Tell again, under the same id: one of them, or every webhook since a moment',
      caller: 'agent',
      body: AgainSchema,
      answers: { 200: { description: 'How many will be told again', schema: AgainCountSchema } },
      problems: ['digest-mismatch'],
    },
    async ({ body }) => ({
      items: await store.sendAgain('id' in body ? body : { since: new Date(body.since) }),
    }),
  );
}

const line = ({ body: _facts, at, nextAt, ...item }: Outgoing): OutgoingList['items'][number] => ({
  ...item,
  at: at.toISOString(),
  ...(item.state === 'waiting' && { nextAt: nextAt.toISOString() }),
});
