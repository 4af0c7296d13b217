import { Type } from 'typebox';
import type { ContentGrant } from '../../../src/protocol/index';
import { isContentHost } from '../contentHost';
import { ContentGrantSchema } from '../schema/agent';
import { IdSchema, strict } from '../schema/primitives';
import { sendContent } from './content';
import { notFound } from './outcome';
import { addRoute, headerOf, type RouteScope } from './route';

/** Adds how agents see evidence: an address that works once and briefly, behind a row in the access log. */
export function addAgentContentRoutes(scope: RouteScope): void {
  const { store, blobs, settings } = scope.ports;

  addRoute(
    scope,
    {
      method: 'POST',
      path: '/agent/attachments/{aid}/grant',
      summary: 'Ask to see an attachment; this is logged',
      caller: 'agent',
      params: strict({ aid: IdSchema }),
      query: strict({ use: Type.Optional(Type.Enum(['view', 'play', 'download'])) }),
      answers: { 200: { description: 'Where, and until when', schema: ContentGrantSchema } },
      problems: ['not-found'],
    },
    async ({ caller, params, query: { use = 'download' }, request }): Promise<ContentGrant> => {
      const granted = await store.grant(params.aid, { agent: caller, requestId: request.id, use });
      if (granted === undefined) throw notFound();
      return { url: `${settings.contentOrigin}/v1/content/${granted.secret}`, expiresAt: granted.expiresAt };
    },
  );

  addRoute(
    scope,
    {
      method: 'GET',
      path: '/content/{secret}',
      summary: 'Granted bytes',
      caller: 'anyone',
      params: strict({ secret: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) }),
      answers: { 200: { description: 'The bytes', type: '*/*' }, 206: { description: 'A range of them', type: '*/*' } },
      problems: ['not-found', 'range-not-satisfiable'],
    },
    async ({ params, request, reply }) => {
      if (!isContentHost(settings.contentOrigin, request.headers.host)) throw notFound();
      const attachment = await store.redeem(params.secret);
      if (attachment === undefined) throw notFound();
      return sendContent(reply, { attachment, blobs, range: headerOf(request, 'range') });
    },
  );
}
