import { Type } from 'typebox';
import { MAX_HINT_EVENTS, type HintHistory } from '../../../src/protocol/index';
import { Refusal } from '../problem';
import {
  HintContentSchema,
  HintEventBatchSchema,
  HintHistorySchema,
  HintIndexSchema,
  isOfItsKind,
} from '../schema/hints';
import { IdSchema, strict } from '../schema/primitives';
import { ENVIRONMENT, Place } from './hintPlace';
import { notFound, sendOutcome } from './outcome';
import { addRoute, headerOf, type RouteScope } from './route';

const Which = strict({ which: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}@[1-9]\\d{0,8}$' }) });

/** Adds getting hints, and telling what became of them. */
export function addHintRoutes(scope: RouteScope): void {
  addGetting(scope);
  addHistory(scope);
  addEvents(scope);
}

function addGetting(scope: RouteScope): void {
  const { store } = scope.ports;
  addRoute(
    scope,
    {
      method: 'GET',
      path: '/hints/index',
      summary: 'What decides about hints, without their words; ETag and If-None-Match',
      caller: 'asker',
      query: Place,
      answers: {
        200: { description: 'What is live', schema: HintIndexSchema },
        204: { description: 'Nothing was ever published here' },
        304: { description: 'Nothing has changed' },
      },
      problems: [],
    },
    async ({ caller, query: { env = ENVIRONMENT }, request, reply }) => {
      const tag = headerOf(request, 'if-none-match');
      const found = await store.hintIndex({ environment: env, ...(tag !== undefined && { tag }) }, caller);
      if (found === undefined) return reply.code(204).send();
      if (found === 'unchanged') return reply.code(304).header('etag', tag).send();
      return reply.header('etag', found.tag).type('application/json').send(found.json);
    },
  );

  addRoute(
    scope,
    {
      method: 'GET',
      path: '/hints/content/{which}',
      summary: 'The words of one hint, as `id@rev`: they never change',
      caller: 'asker',
      params: Which,
      query: Place,
      answers: { 200: { description: 'The words', schema: HintContentSchema } },
      problems: ['not-found'],
    },
    async ({ caller, params, query: { env = ENVIRONMENT }, reply }) => {
      const [hint = '', rev] = params.which.split('@');
      const found = await store.hintContent({ environment: env, hint, rev: Number(rev) }, caller);
      if (found === undefined) throw notFound();
      return reply.type('application/json').send(found);
    },
  );
}

function addHistory(scope: RouteScope): void {
  const { store } = scope.ports;
  addRoute(
    scope,
    {
      method: 'GET',
      path: '/hints/history',
      summary: 'What you did with hints',
      caller: 'asker',
      answers: { 200: { description: 'One record per hint', schema: HintHistorySchema } },
      problems: [],
    },
    async ({ caller }): Promise<HintHistory> => store.hintHistory(caller),
  );

  addRoute(
    scope,
    {
      method: 'PUT',
      path: '/hints/history',
      summary:
        'Join what a device knows with what is kept: latest moments, highest counts; repeat it as often as needed',
      caller: 'asker',
      body: HintHistorySchema,
      answers: { 200: { description: 'All of it', schema: HintHistorySchema } },
      problems: ['digest-mismatch'],
    },
    async ({ caller, body }): Promise<HintHistory> => {
      const merged = await store.mergeHintHistory(body, caller);
      if (merged === undefined) throw new Refusal('too-large', 'These are more hints than anybody has seen');
      return merged;
    },
  );
}

function addEvents(scope: RouteScope): void {
  addRoute(
    scope,
    {
      method: 'PUT',
      path: '/hints/events/{batch}',
      summary: 'Tell what happened with hints; a repeat counts once',
      caller: 'asker',
      params: strict({ batch: IdSchema }),
      body: HintEventBatchSchema,
      digest: 'needed',
      answers: { 201: { description: 'Kept' }, 200: { description: 'Kept before' } },
      problems: ['digest-mismatch', 'owner-mismatch', 'submission-conflict', 'rate-limited'],
    },
    async ({ caller, params, body, digest, reply }) => {
      if (body.owner !== caller.owner) throw new Refusal('owner-mismatch', 'These events are somebody else’s');
      if (body.events.length > MAX_HINT_EVENTS)
        throw new Refusal('too-large', `At most ${MAX_HINT_EVENTS} events at a time`, {
          extra: { limit: MAX_HINT_EVENTS },
        });
      if (!body.events.every(isOfItsKind))
        throw new Refusal('malformed', 'An event says which hint it is about, or what it is about instead');
      const batch = { id: params.batch, digest, events: body.events };
      sendOutcome(reply, await scope.ports.store.keepHintEvents(batch, caller));
      return {};
    },
  );
}
