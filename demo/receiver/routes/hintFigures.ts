import { Type } from 'typebox';
import type { HintActPage, HintReport } from '../../../src/protocol/index';
import { needs } from '../hintRoles';
import { HintActPageSchema, HintReportSchema } from '../schema/hintFigures';
import { strict } from '../schema/primitives';
import { ENVIRONMENT, place } from './hintPlace';
import { addRoute, type RouteScope } from './route';

/** Adds what became of hints: who did what to them, and how many people they came to. */
export function addHintFiguresRoutes(scope: RouteScope): void {
  const { store } = scope.ports;
  addRoute(
    scope,
    {
      method: 'GET',
      path: '/hints/audit',
      summary: 'Who published, went back, stopped or let go on, newest first; for who looks at hints',
      caller: 'asker',
      query: strict({ ...place, before: Type.Optional(Type.Integer({ minimum: 1 })) }),
      answers: {
        200: { description: 'At most 200, before the `place` that was asked for', schema: HintActPageSchema },
      },
      problems: ['role-missing'],
    },
    async ({ caller, query: { env = ENVIRONMENT, before } }): Promise<HintActPage> => {
      needs('viewer', caller);
      return store.hintActs({ environment: env, ...(before !== undefined && { before }) }, caller);
    },
  );

  addRoute(
    scope,
    {
      method: 'GET',
      path: '/hints/report',
      summary:
        'How many people hints came to in a month, and what they did; never fewer than five; for who looks at hints',
      caller: 'asker',
      query: strict({ ...place, month: Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' }) }),
      answers: { 200: { description: 'What came in and is still kept', schema: HintReportSchema } },
      problems: ['role-missing'],
    },
    async ({ caller, query: { env = ENVIRONMENT, month } }): Promise<HintReport> => {
      needs('viewer', caller);
      return store.hintReport({ environment: env, month }, caller);
    },
  );
}
