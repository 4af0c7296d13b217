import { DEFAULT_LIMITS, type Conversation } from '../../../src/protocol/index';
import { messageProblem } from '../domain/submissionProblems';
import { IdSchema, strict } from '../schema/primitives';
import { ActionSchema, ConversationSchema, MessageSchema, ReadSchema } from '../schema/conversation';
import { goneOrNotFound, sendOutcome } from './outcome';
import { addRoute, type RouteScope } from './route';
import { mustOwn, refuseItem } from './submissions';

const accepted = { 201: { description: 'Received' }, 200: { description: 'Received before' } };

/** Adds the asker's side of a conversation. */
export function addQuestionRoutes(scope: RouteScope): void {
  const { store } = scope.ports;

  addRoute(
    scope,
    {
      method: 'GET',
      path: '/questions/{qid}',
      summary: 'One question with everything said about it',
      caller: 'asker',
      params: strict({ qid: IdSchema }),
      answers: { 200: { description: 'The conversation', schema: ConversationSchema } },
      problems: ['not-found', 'gone'],
    },
    async ({ caller, params, request }): Promise<Conversation> => {
      const found = await store.conversation(params.qid, caller, request.id);
      if (found === undefined) throw await goneOrNotFound(store, params.qid, caller);
      return found;
    },
  );

  addRoute(
    scope,
    {
      method: 'PUT',
      path: '/questions/{qid}/read',
      summary: 'Say how far you have read',
      caller: 'asker',
      params: strict({ qid: IdSchema }),
      body: ReadSchema,
      answers: { 204: { description: 'Noted' } },
      problems: ['digest-mismatch', 'not-found', 'gone'],
    },
    async ({ caller, params, body, reply }) => {
      if (!(await store.markRead(params.qid, body.upTo, caller))) throw await goneOrNotFound(store, params.qid, caller);
      return reply.code(204).send();
    },
  );

  addWritingRoutes(scope);
}

function addWritingRoutes(scope: RouteScope): void {
  const { store } = scope.ports;

  addRoute(
    scope,
    {
      method: 'PUT',
      path: '/questions/{qid}/messages/{mid}',
      summary: 'Say something more',
      caller: 'asker',
      params: strict({ qid: IdSchema, mid: IdSchema }),
      body: MessageSchema,
      digest: 'needed',
      answers: accepted,
      problems: [
        'owner-mismatch',
        'digest-mismatch',
        'not-found',
        'gone',
        'submission-conflict',
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
    async ({ caller, params, body, digest, reply }) => {
      mustOwn(body.owner, caller.owner);
      refuseItem(messageProblem(body, DEFAULT_LIMITS));
      sendOutcome(
        reply,
        await store.addMessage({ id: params.mid, digest, question: params.qid, message: body }, caller),
      );
      return {};
    },
  );

  addRoute(
    scope,
    {
      method: 'PUT',
      path: '/questions/{qid}/actions/{id}',
      summary: 'Say without words that it is solved, or that it is not',
      caller: 'asker',
      params: strict({ qid: IdSchema, id: IdSchema }),
      body: ActionSchema,
      digest: 'needed',
      answers: accepted,
      problems: ['owner-mismatch', 'digest-mismatch', 'not-found', 'gone', 'submission-conflict'],
    },
    async ({ caller, params, body, digest, reply }) => {
      mustOwn(body.owner, caller.owner);
      sendOutcome(reply, await store.act({ id: params.id, digest, question: params.qid, action: body }, caller));
      return {};
    },
  );
}
