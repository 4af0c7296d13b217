import {
  decodeHintDraft,
  finding,
  HINT_DRAFT_BYTES,
  type HintDraft,
  type HintDraftEntry,
  type HintDraftState,
} from '../../../src/protocol/index';
import type { DraftKept, Overtaken } from '../hintPort';
import { needs } from '../hintRoles';
import { Refusal } from '../problem';
import { HintDraftSchema, HintDraftsSchema, HintDraftStateSchema, KeptHintDraftSchema } from '../schema/hintDrafts';
import { HintNameSchema } from '../schema/hints';
import { strict } from '../schema/primitives';
import { ENVIRONMENT, invalidHints, Place } from './hintPlace';
import { notFound, sendOutcome } from './outcome';
import { addRoute, headerOf, type Call, type RouteScope } from './route';

const PATH = '/hints/drafts/{id}';
const Which = strict({ id: HintNameSchema });

/** Adds hints that are being made: kept as often as somebody changes one, and never over what somebody else did meanwhile. */
export function addHintDraftRoutes(scope: RouteScope): void {
  addReading(scope);
  addKeeping(scope);
  addRemoving(scope);
}

function addReading(scope: RouteScope): void {
  const { store } = scope.ports;
  addRoute(
    scope,
    {
      method: 'GET',
      path: '/hints/drafts',
      summary: 'Hints that are being made, by name; for who looks at hints',
      caller: 'asker',
      query: Place,
      answers: { 200: { description: 'What each is, and who changed it last', schema: HintDraftsSchema } },
      problems: ['role-missing'],
    },
    async ({ caller, query: { env = ENVIRONMENT } }): Promise<{ readonly items: readonly HintDraftEntry[] }> => {
      needs('viewer', caller);
      return { items: await store.hintDrafts({ environment: env }, caller) };
    },
  );

  addRoute(
    scope,
    {
      method: 'GET',
      path: PATH,
      summary: 'A hint that is being made, by the id of the hint; for who looks at hints',
      caller: 'asker',
      params: Which,
      query: Place,
      answers: { 200: { description: 'The draft; ETag', schema: KeptHintDraftSchema } },
      problems: ['role-missing', 'not-found'],
    },
    async ({ caller, params: { id }, query: { env = ENVIRONMENT }, reply }) => {
      needs('viewer', caller);
      const found = await store.hintDraft({ environment: env, hint: id }, caller);
      if (found === undefined) throw notFound();
      reply.header('etag', `"${found.etag}"`);
      return found;
    },
  );
}

function addKeeping(scope: RouteScope): void {
  addRoute(
    scope,
    {
      method: 'PUT',
      path: PATH,
      summary:
        'Keep a draft. If-Match names the one that you changed, If-None-Match: * says that it is new; repeat it as often as needed; for designers',
      caller: 'asker',
      params: Which,
      query: Place,
      body: HintDraftSchema,
      maxBytes: HINT_DRAFT_BYTES,
      answers: {
        200: { description: 'Kept; ETag', schema: HintDraftStateSchema },
        201: { description: 'Kept, and new; ETag', schema: HintDraftStateSchema },
      },
      problems: [
        'digest-mismatch',
        'role-missing',
        'draft-changed',
        'invalid-hints',
        'quota-organisation',
        'rate-limited',
      ],
    },
    async (call): Promise<HintDraftState> => {
      const { caller, params, query, body, reply } = call;
      needs('designer', caller);
      const saving = {
        environment: query.env ?? ENVIRONMENT,
        after: draftSeen(call),
        draft: readDraft(body, params.id),
      };
      const { state, value } = kept(await scope.ports.store.keepHintDraft(saving, caller), call);
      reply.code(state === 'created' ? 201 : 200).header('etag', `"${value.etag}"`);
      return value;
    },
  );
}

function addRemoving(scope: RouteScope): void {
  addRoute(
    scope,
    {
      method: 'DELETE',
      path: PATH,
      summary: 'Throw a draft away, if it is still the one that If-Match names; for designers',
      caller: 'asker',
      params: Which,
      query: Place,
      answers: { 204: { description: 'There is no such draft any more' } },
      problems: ['role-missing', 'draft-changed'],
    },
    async (call) => {
      const { caller, params, query, reply } = call;
      needs('designer', caller);
      const after = draftSeen(call);
      if (after === undefined) throw unsaid();
      const which = { environment: query.env ?? ENVIRONMENT, hint: params.id, after };
      const outcome = await scope.ports.store.removeHintDraft(which, caller);
      if (outcome.state === 'overtaken') throw overtaken(outcome);
      return reply.code(204).send();
    },
  );
}

function readDraft(body: unknown, id: string): HintDraft {
  const decoded = decodeHintDraft(body);
  if (!decoded.ok) throw invalidHints('The draft can not be read', decoded.problem);
  if (decoded.value.hint.id !== id)
    throw invalidHints('The draft is of another hint', [
      finding('V01', '/hint/id', 'This should be the name in the address.'),
    ]);
  return decoded.value;
}

type AnyCall = Pick<Call<'asker', unknown, unknown, unknown>, 'request' | 'reply'>;

/** The state in `If-Match`; nothing for one that is new. */
function draftSeen({ request }: AnyCall): string | undefined {
  const [match, none] = [headerOf(request, 'if-match'), headerOf(request, 'if-none-match')];
  if (match === undefined && none === '*') return undefined;
  const seen = /^"([0-9a-f]{64})"$/.exec(match ?? '')?.[1];
  if (seen === undefined || none !== undefined) throw unsaid();
  return seen;
}

const unsaid = (): Refusal =>
  new Refusal(
    'malformed',
    'If-Match names the draft that was changed, by its ETag; If-None-Match: * says that it is new',
    {
      extra: { errors: [{ pointer: '', code: 'if-match-missing' }] },
    },
  );

function kept(outcome: DraftKept, { reply }: AnyCall): Extract<DraftKept, { readonly value: HintDraftState }> {
  switch (outcome.state) {
    case 'overtaken':
      throw overtaken(outcome);
    case 'many':
      throw new Refusal('quota-organisation', 'There is no room for more drafts of hints', {
        extra: { limit: outcome.limit },
      });
    case 'limited':
      return sendOutcome(reply, outcome);
    default:
      return outcome;
  }
}

const overtaken = ({ present }: Overtaken): Refusal =>
  present === undefined
    ? new Refusal('draft-changed', 'The draft was thrown away meanwhile')
    : new Refusal('draft-changed', 'Somebody has changed the draft meanwhile; look at it first', {
        extra: { etag: present.etag, changedAt: present.changedAt, changedBy: present.changedBy },
        headers: { etag: `"${present.etag}"` },
      });
