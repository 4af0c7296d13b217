import { Type, type Static } from 'typebox';
import type { HintDocument, HintFinding, HintRevision } from '../../../src/protocol/index';
import { judgeHints, type Judged } from '../domain/judgeHints';
import { rolledBack } from '../domain/rollBackHints';
import type { Publishing } from '../hintPort';
import { needs } from '../hintRoles';
import type { Asker } from '../callers';
import type { Ports } from '../ports';
import { Refusal } from '../problem';
import {
  HintCheckSchema,
  HintFindingsSchema,
  HintPausedSchema,
  HintPauseSchema,
  HintPublishSchema,
  HintRevisionSchema,
  HintRevisionsSchema,
  HintRollbackSchema,
} from '../schema/hints';
import { strict } from '../schema/primitives';
import { ENVIRONMENT, invalidHints, Place } from './hintPlace';
import { notFound, sendOutcome } from './outcome';
import { addRoute, headerOf, type Call, type RouteScope } from './route';

/** The largest document, and what JSON puts around it. */
const DOCUMENT_BYTES = 4_200_000;

/** Adds making hints, for who has the role: judging, publishing, stopping, going back. */
export function addHintDesignRoutes(scope: RouteScope): void {
  addJudging(scope);
  addPublishing(scope);
  addRollback(scope);
  addPausing(scope);
  addRevisions(scope);
}

function addJudging(scope: RouteScope): void {
  addRoute(
    scope,
    {
      method: 'POST',
      path: '/hints/validate',
      summary: 'What is wrong with a document, and what is doubtful; for designers',
      caller: 'asker',
      body: HintCheckSchema,
      maxBytes: DOCUMENT_BYTES,
      answers: { 200: { description: 'Everything that was found', schema: HintFindingsSchema } },
      problems: ['digest-mismatch', 'role-missing'],
    },
    async ({ caller, body }): Promise<{ readonly findings: readonly HintFinding[] }> => {
      needs('designer', caller);
      const { findings } = await judged(scope.ports, body.document, caller);
      return { findings };
    },
  );
}

function addPublishing(scope: RouteScope): void {
  addRoute(
    scope,
    {
      method: 'POST',
      path: '/hints/publish',
      summary: 'Publish the next revision; If-Match names the live one, "0" when there is none; for publishers',
      caller: 'asker',
      body: HintPublishSchema,
      maxBytes: DOCUMENT_BYTES,
      answers: { 201: { description: 'It is live', schema: HintRevisionSchema } },
      problems: ['digest-mismatch', 'role-missing', 'revision-changed', 'invalid-hints', 'rate-limited'],
    },
    async (call): Promise<HintRevision> => {
      needs('publisher', call.caller);
      const after = liveSeen(call);
      const { document, findings, isGood } = await judged(scope.ports, call.body.document, call.caller);
      if (document === undefined || !isGood || (findings.length > 0 && call.body.confirmed !== true))
        throw invalid(findings);
      return published(scope, call, { document, after, note: call.body.note, act: 'publish' });
    },
  );
}

function addRollback(scope: RouteScope): void {
  const { store } = scope.ports;
  addRoute(
    scope,
    {
      method: 'POST',
      path: '/hints/rollback',
      summary:
        'Publish one hint as it was, for publishers, or all of an earlier revision, for stewards; If-Match as with publishing',
      caller: 'asker',
      body: HintRollbackSchema,
      answers: { 201: { description: 'It is live, as a new revision', schema: HintRevisionSchema } },
      problems: ['digest-mismatch', 'role-missing', 'not-found', 'revision-changed', 'invalid-hints', 'rate-limited'],
    },
    async (call): Promise<HintRevision> => {
      const { environment, to, hint, note } = call.body;
      needs(hint === undefined ? 'steward' : 'publisher', call.caller);
      const after = liveSeen(call);
      const [live, earlier] = await Promise.all([
        store.hintDocument({ environment, revision: 'live' }, call.caller),
        store.hintDocument({ environment, revision: to }, call.caller),
      ]);
      if (live === undefined || earlier === undefined) throw notFound();
      const back = rolledBack(JSON.parse(live) as HintDocument, JSON.parse(earlier) as HintDocument, hint); // were judged before they were kept
      if (back === undefined) throw notFound();
      const { document, findings, isGood } = await judged(scope.ports, back, call.caller);
      if (document === undefined || !isGood) throw invalid(findings);
      return published(scope, call, { document, after, note, act: 'rollback' });
    },
  );
}

function addPausing(scope: RouteScope): void {
  addRoute(
    scope,
    {
      method: 'POST',
      path: '/hints/pause',
      summary: 'Stop hints at once, or let them go on; `*` is all of them; for publishers',
      caller: 'asker',
      body: HintPauseSchema,
      answers: { 200: { description: 'What is paused now', schema: HintPausedSchema } },
      problems: ['digest-mismatch', 'role-missing'],
    },
    async ({ caller, body: { paused, ...body } }): Promise<Static<typeof HintPausedSchema>> => {
      needs('publisher', caller);
      return { paused: [...(await scope.ports.store.pauseHints({ ...body, isPaused: paused }, caller))] };
    },
  );
}

function addRevisions(scope: RouteScope): void {
  const { store } = scope.ports;
  addRoute(
    scope,
    {
      method: 'GET',
      path: '/hints/revisions',
      summary: 'What was published, newest first; for who looks at hints',
      caller: 'asker',
      query: Place,
      answers: { 200: { description: 'Revisions', schema: HintRevisionsSchema } },
      problems: ['role-missing'],
    },
    async ({ caller, query: { env = ENVIRONMENT } }): Promise<{ readonly items: readonly HintRevision[] }> => {
      needs('viewer', caller);
      return { items: await store.hintRevisions({ environment: env }, caller) };
    },
  );

  addRoute(
    scope,
    {
      method: 'GET',
      path: '/hints/revisions/{revision}',
      summary: 'A document as it was published: the bytes of its digest; for who looks at hints',
      caller: 'asker',
      params: strict({ revision: Type.String({ pattern: '^[1-9]\\d{0,8}$' }) }),
      query: Place,
      answers: { 200: { description: 'The document', type: 'application/json' } },
      problems: ['role-missing', 'not-found'],
    },
    async ({ caller, params, query: { env = ENVIRONMENT }, reply }) => {
      needs('viewer', caller);
      const found = await store.hintDocument({ environment: env, revision: Number(params.revision) }, caller);
      if (found === undefined) throw notFound();
      return reply.type('application/json').send(found);
    },
  );
}

const judged = async ({ clock, store }: Ports, document: unknown, asker: Asker): Promise<Judged> =>
  judgeHints(document, {
    now: clock.now(),
    facts: asker.organisation.hintFacts,
    assets: await store.hintAssets(asker),
  });

const invalid = (findings: readonly HintFinding[]): Refusal =>
  invalidHints('The document has faults, or warnings that nobody has seen', findings);

type AnyCall = Pick<Call<'asker', unknown, unknown, unknown>, 'caller' | 'request' | 'reply'>;

/** The revision in `If-Match`. */
function liveSeen({ request }: AnyCall): number {
  const seen = /^"(\d{1,9})"$/.exec(headerOf(request, 'if-match') ?? '')?.[1];
  if (seen === undefined)
    throw new Refusal('malformed', 'If-Match names the live revision, as "3"', {
      extra: { errors: [{ pointer: '', code: 'if-match-missing' }] },
    });
  return Number(seen);
}

async function published(scope: RouteScope, { caller, reply }: AnyCall, publishing: Publishing): Promise<HintRevision> {
  const outcome = await scope.ports.store.publishHints(publishing, caller);
  if (outcome.state === 'changed')
    throw new Refusal('revision-changed', 'Somebody has just published; look at the newest first', {
      headers: { etag: `"${outcome.live}"` },
    });
  if (outcome.state === 'refused') throw invalid(outcome.findings);
  if (outcome.state === 'limited') return sendOutcome(reply, outcome);
  reply.code(201).header('etag', `"${outcome.revision.revision}"`);
  return outcome.revision;
}
