import { Type } from 'typebox';
import type { ChangePage } from '../../../src/protocol/index';
import { count, strict } from '../schema/common';
import { ChangePageSchema } from '../schema/conversation';
import { addRoute, type RouteScope } from './route';

/** Adds what changed since a cursor. With `wait` the answer comes when something does, or after that many seconds. */
export function addChangesRoute(scope: RouteScope): void {
  const { store } = scope.ports;
  addRoute(
    scope,
    {
      method: 'GET',
      path: '/changes',
      summary: 'What changed since a cursor',
      caller: 'asker',
      query: strict({ after: Type.Optional(count()), wait: Type.Optional(Type.Integer({ minimum: 0, maximum: 25 })) }),
      answers: { 200: { description: 'Ids of what changed', schema: ChangePageSchema } },
      problems: [],
    },
    async ({ caller, query: { after = 0, wait = 0 }, reply }): Promise<ChangePage> => {
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const enough = AbortSignal.any([gone.signal, scope.stopping, AbortSignal.timeout(wait * 1000)]);
      const next = store.nextChange(caller, enough); // listens before it reads, so that nothing falls in between
      const page = await store.changes(after, caller);
      if (page.items.length > 0 || wait === 0) return page;
      await next;
      return store.changes(after, caller);
    },
  );
}
