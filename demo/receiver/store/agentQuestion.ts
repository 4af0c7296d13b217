import { and, asc, eq } from 'drizzle-orm';
import type { Id } from '../../../src/foundation/id';
import { parseContent, type AgentMessage, type AgentQuestion } from '../../../src/protocol/index';
import { excerptOf, plainContent } from '../domain/plainContent';
import type { AgentRequest } from '../callers';
import { agentActor, logAccess } from './accessLog';
import type { Database } from './database';
import { inboxRow, inboxRows } from './inboxRows';
import type { QuestionRow } from './moveQuestion';
import { attachment, message, question, submission } from './tables';

/** Who reads, and when. */
export interface Reading {
  readonly by: AgentRequest;
  readonly at: Date;
}

/** Reads everything an agent sees of one question, and writes down that it was seen. */
export async function readAgentQuestion(tx: Database, id: Id, { by, at }: Reading): Promise<AgentQuestion | undefined> {
  const [found] = await inboxRows(tx).where(eq(question.id, id));
  if (found === undefined) return undefined;
  const row = found.question;
  const [parent] = await tx.select().from(submission).where(eq(submission.id, row.submissionId));
  if (parent === undefined) throw new Error('A question without a submission');
  const siblings = await tx
    .select()
    .from(question)
    .where(eq(question.submissionId, row.submissionId))
    .orderBy(asc(question.position));
  const attachments = await attachmentsOf(tx, row, siblings);
  const messages = await messagesOf(tx, row, { asker: found.asker, attachments });
  await logAccess(tx, {
    at,
    event: 'view',
    purpose: 'answering',
    actor: agentActor(by.agent),
    requestId: by.requestId,
    organisation: row.organisationId,
    submission: row.submissionId,
    question: row.id,
    clientRefs: row.body.client?.ref === undefined ? [] : [row.body.client.ref],
  });
  return {
    row: inboxRow(found),
    question: row.body,
    environment: parent.body.environment,
    reference: parent.reference,
    ...(parent.byMail && { byMail: true }),
    siblings: siblings.map((one) => ({
      id: one.id,
      number: one.number,
      status: one.status,
      excerpt: excerptOf(one.body.text),
    })),
    attachments: attachments.map((one) => one.view),
    messages,
  };
}

/** An attachment, and the message it came with when it was not the question itself. */
interface Placed {
  readonly message: Id | null;
  readonly view: AgentQuestion['attachments'][number];
}

/** Those of the question and of what was said in it; and those that no question of the bundle names, so that nothing stays unseen. */
async function attachmentsOf(
  tx: Database,
  row: QuestionRow,
  siblings: readonly QuestionRow[],
): Promise<readonly Placed[]> {
  const rows = await tx
    .select({ attachment, question: message.questionId })
    .from(attachment)
    .leftJoin(message, eq(message.id, attachment.messageId))
    .where(and(eq(attachment.organisationId, row.organisationId), eq(attachment.submissionId, row.submissionId)))
    .orderBy(asc(attachment.changedAt), asc(attachment.position));
  const named = new Set(siblings.flatMap(({ body }) => body.attachments));
  const belongs = (id: Id, saidIn: Id | null): boolean =>
    saidIn === null ? row.body.attachments.includes(id) || !named.has(id) : saidIn === row.id;
  return rows
    .filter((one) => belongs(one.attachment.id, one.question))
    .map(({ attachment: one }) => ({
      message: one.messageId,
      view: {
        ...one.body,
        state: one.state,
        offset: one.received,
        ...(one.reason !== null && { reason: one.reason }),
      },
    }));
}

async function messagesOf(
  tx: Database,
  row: QuestionRow,
  { asker, attachments }: { readonly asker: string; readonly attachments: readonly Placed[] },
): Promise<readonly AgentMessage[]> {
  const rows = await tx
    .select()
    .from(message)
    .where(and(eq(message.organisationId, row.organisationId), eq(message.questionId, row.id)))
    .orderBy(asc(message.seq));
  const first: AgentMessage = {
    id: row.id,
    seq: 1,
    at: row.receivedAt.toISOString(),
    author: { name: asker, role: 'user' },
    content: plainContent(row.body.text),
    attachments: attachments.filter((placed) => placed.message === null).map((placed) => placed.view.id),
  };
  return [
    first,
    ...rows.map((one): AgentMessage => {
      const isAgent = one.authorRole === 'agent';
      return {
        id: one.id,
        seq: one.seq,
        at: one.at.toISOString(),
        author: { name: one.authorName, role: isAgent ? 'agent' : 'user' },
        content: isAgent ? parseContent(one.text) : plainContent(one.text),
        attachments: attachments.filter((placed) => placed.message === one.id).map((placed) => placed.view.id),
      };
    }),
  ];
}
