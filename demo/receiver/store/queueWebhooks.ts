import { and, asc, eq, sql } from 'drizzle-orm';
import type { Change, Question } from '../../../src/protocol/index';
import type { ChangeFacts, WebhookEvent } from '../outgoingPort';
import type { Database } from './database';
import type { Happening } from './happening';
import { outgoing, webhook } from './outgoingTables';
import { question, submission } from './tables';

/** How a webhook is called among everything that is told. */
export const webhookTarget = (id: string): string => `webhook:${id}`;

const EVENTS: Readonly<Record<Change['type'], WebhookEvent>> = {
  submission: 'submission.received',
  question: 'question.changed',
  message: 'message.added',
  attachment: 'attachment.changed',
};

/** Writes down, in the transaction of a change, who is to be told of it. Costs one look where nobody is. */
export async function queueWebhooks(tx: Database, happening: Happening, change: number): Promise<void> {
  const event = EVENTS[happening.type];
  const wanted = await tx
    .select({ id: webhook.id })
    .from(webhook)
    .where(and(eq(webhook.organisationId, happening.organisation), sql`${event} = any (${webhook.events})`));
  if (wanted.length === 0) return;
  const body = await changeFacts(tx, happening, change);
  const { organisation: organisationId, at } = happening;
  await tx.insert(outgoing).values(
    wanted.map(({ id }) => ({
      id: crypto.randomUUID(),
      organisationId,
      target: webhookTarget(id),
      event,
      body,
      at,
      nextAt: at,
    })),
  );
}

/** As it is at this moment; the one question that changed, or every one of a submission that came in. */
async function changeFacts(tx: Database, happening: Happening, change: number): Promise<ChangeFacts> {
  const { submission: id, question: questionId, type, by } = happening;
  const [found] = await tx.select({ reference: submission.reference }).from(submission).where(eq(submission.id, id));
  const questions = await tx
    .select({
      id: question.id,
      number: question.number,
      kind: sql<Question['kind']>`${question.body} ->> 'kind'`,
      status: question.status,
    })
    .from(question)
    .where(questionId === undefined ? eq(question.submissionId, id) : eq(question.id, questionId))
    .orderBy(asc(question.position));
  return {
    event: crypto.randomUUID(),
    change,
    ...(by && { by }),
    submission: { id, reference: found?.reference ?? '' },
    questions: type === 'attachment' ? [] : questions,
  };
}
