import { Type } from 'typebox';
import { DEFAULT_LIMITS, type AgentQuestion, type InboxPage } from '../../../src/protocol/index';
import { replyProblem } from '../domain/submissionProblems';
import { AgentQuestionSchema, AgentReplySchema, AgentStatusSchema, InboxPageSchema } from '../schema/agent';
import { IdSchema, strict } from '../schema/primitives';
import { notFound, sendOutcome } from './outcome';
import { addRoute, type RouteScope } from './route';
import { refuseItem } from './submissions';

const Question = strict({ qid: IdSchema });

/** Adds the agent's side: the inbox, one question, replying, and the status. */
export function addAgentQuestionRoutes(scope: RouteScope): void {
  const { store } = scope.ports;

  addRoute(
    scope,
    {
      method: 'GET',
      path: '/agent/questions',
      summary: 'The inbox; reading it is logged',
      caller: 'agent',
      query: strict({ filter: Type.Optional(Type.Enum(['unanswered', 'open', 'all'])) }),
      answers: { 200: { description: 'Questions, oldest first when unanswered', schema: InboxPageSchema } },
      problems: [],
    },
    async ({ caller, query: { filter = 'unanswered' }, request }): Promise<InboxPage> =>
      store.inbox(filter, { agent: caller, requestId: request.id }),
  );

  addRoute(
    scope,
    {
      method: 'GET',
      path: '/agent/questions/{qid}',
      summary: 'One question; reading it is logged',
      caller: 'agent',
      params: Question,
      answers: { 200: { description: 'The question with its evidence', schema: AgentQuestionSchema } },
      problems: ['not-found'],
    },
    async ({ caller, params, request }): Promise<AgentQuestion> => {
      const found = await store.openQuestion(params.qid, { agent: caller, requestId: request.id });
      if (found === undefined) throw notFound();
      return found;
    },
  );

  addAnswering(scope);
}

function addAnswering(scope: RouteScope): void {
  const { store } = scope.ports;

  addRoute(
    scope,
    {
      method: 'PUT',
      path: '/agent/questions/{qid}/replies/{mid}',
      summary: 'Reply; the question gets the status that is given',
      caller: 'agent',
      params: strict({ qid: IdSchema, mid: IdSchema }),
      body: AgentReplySchema,
      answers: { 201: { description: 'Sent' }, 200: { description: 'Sent before' } },
      problems: [
        'digest-mismatch',
        'not-found',
        'submission-conflict',
        'too-large',
        'too-many-attachments',
        'pixel-limit',
        'unsupported-type',
        'invalid-question',
        'rate-limited',
        'quota-organisation',
      ],
    },
    async ({ caller, params, body, digest, reply }) => {
      refuseItem(replyProblem(body, DEFAULT_LIMITS));
      sendOutcome(reply, await store.reply({ id: params.mid, digest, question: params.qid, reply: body }, caller));
      return {};
    },
  );

  addRoute(
    scope,
    {
      method: 'PUT',
      path: '/agent/questions/{qid}/status',
      summary: 'Change the status; closing needs a reply',
      caller: 'agent',
      params: Question,
      body: AgentStatusSchema,
      answers: { 200: { description: 'Changed' } },
      problems: ['digest-mismatch', 'not-found', 'not-answered'],
    },
    async ({ params, body, reply }) => {
      sendOutcome(reply, await store.setStatus(params.qid, body.status));
      return {};
    },
  );
}
