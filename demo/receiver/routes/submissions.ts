import { Type } from 'typebox';
import { DEFAULT_LIMITS, type SubmissionPage, type SubmissionView } from '../../../src/protocol/index';
import { submissionProblem, type ItemProblem } from '../domain/submissionProblems';
import { Refusal } from '../problem';
import { count, IdSchema, strict } from '../schema/primitives';
import { SubmissionPageSchema, SubmissionSchema, SubmissionViewSchema } from '../schema/submission';
import { goneOrNotFound, sendOutcome } from './outcome';
import { addRoute, type RouteScope } from './route';

const Params = strict({ sid: IdSchema });
const view = { description: 'The receipt', schema: SubmissionViewSchema };

/** Adds sending, reading and listing of submissions. */
export function addSubmissionRoutes(scope: RouteScope): void {
  const { store } = scope.ports;
  addPutSubmission(scope);

  addRoute(
    scope,
    {
      method: 'GET',
      path: '/submissions/{sid}',
      summary: 'One submission of yours',
      caller: 'asker',
      params: Params,
      answers: { 200: view },
      problems: ['not-found', 'gone'],
    },
    async ({ caller, params }): Promise<SubmissionView> => {
      const found = await store.view(params.sid, caller);
      if (found === undefined) throw await goneOrNotFound(store, params.sid, caller);
      return found;
    },
  );

  addRoute(
    scope,
    {
      method: 'GET',
      path: '/submissions',
      summary: 'Your submissions that changed since a cursor',
      caller: 'asker',
      query: strict({
        after: Type.Optional(count()),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      }),
      answers: { 200: { description: 'A page', schema: SubmissionPageSchema } },
      problems: [],
    },
    async ({ caller, query: { after = 0, limit = 50 } }): Promise<SubmissionPage> =>
      store.list({ after, limit }, caller),
  );
}

/** The order matters: a repeat of what was accepted once is never refused by a limit. */
function addPutSubmission(scope: RouteScope): void {
  const { store } = scope.ports;
  addRoute(
    scope,
    {
      method: 'PUT',
      path: '/submissions/{sid}',
      summary: 'Send a bundle of questions; repeat it as often as needed',
      caller: 'asker',
      params: Params,
      body: SubmissionSchema,
      digest: 'needed',
      answers: { 201: view, 200: { ...view, description: 'It was received before: the receipt' } },
      problems: [
        'owner-mismatch',
        'digest-mismatch',
        'submission-conflict',
        'gone',
        'too-large',
        'too-many-attachments',
        'pixel-limit',
        'unsupported-type',
        'invalid-question',
        'rate-limited',
        'quota-owner',
        'quota-organisation',
      ],
    },
    async ({ caller, params, body, digest, reply }): Promise<SubmissionView> => {
      mustOwn(body.owner, caller.owner);
      const item = { id: params.sid, digest, submission: body };
      const problem = submissionProblem(body, DEFAULT_LIMITS);
      if (problem === undefined) return sendOutcome(reply, await store.accept(item, caller));
      const repeated = await store.repeated(item, caller);
      if (repeated === undefined) throw itemRefusal(problem);
      return sendOutcome(reply, repeated);
    },
  );
}

/** Refuses an item that was made for somebody else: a shared computer, another login. */
export function mustOwn(owner: string, caller: string): void {
  if (owner !== caller) throw new Refusal('owner-mismatch', 'The item was made by somebody else than the token says');
}

/** Refuses an item in which a rule found something. */
export function refuseItem(problem: ItemProblem | undefined): void {
  if (problem !== undefined) throw itemRefusal(problem);
}

function itemRefusal({ name, detail, pointer, limit, detected }: ItemProblem): Refusal {
  const extra = {
    errors: [{ pointer, code: name }],
    ...(limit !== undefined && { limit }),
    ...(detected !== undefined && { detected }),
  };
  return new Refusal(name, detail, { extra });
}
