import { and, eq, inArray, notExists } from 'drizzle-orm';
import type { Id } from '../../../src/foundation/id';
import type { Database } from './database';
import { deviceKey } from './deviceKeys';
import { eraseAttachments } from './eraseAttachments';
import { notePurge } from './purgeLog';
import { action, attachment, contentGrant, message, person, question, submission, tombstone } from './tables';

type SubmissionRow = typeof submission.$inferSelect;

/**
 * Erases one bundle whole. What stays is that its ids were used, so that a device that sends it again hears 410
 * and nothing comes back; and the access log, which never held a word of it. Gives how many questions went.
 */
export async function eraseConversation(tx: Database, id: Id, at: Date): Promise<number> {
  const [row] = await tx.select().from(submission).where(eq(submission.id, id)).for('update');
  if (row === undefined) return 0;
  await eraseAttachments(tx, id, at);
  const questions = await tx.select({ id: question.id }).from(question).where(eq(question.submissionId, id));
  const attachments = await tx.select({ id: attachment.id }).from(attachment).where(eq(attachment.submissionId, id));
  const [questionIds, attachmentIds] = [questions.map((one) => one.id), attachments.map((one) => one.id)];
  await bury(tx, row, { ids: [id, ...questionIds, ...attachmentIds], at });
  await tx.delete(contentGrant).where(inArray(contentGrant.attachmentId, attachmentIds));
  await tx.delete(attachment).where(eq(attachment.submissionId, id));
  await tx.delete(message).where(inArray(message.questionId, questionIds));
  await tx.delete(action).where(inArray(action.questionId, questionIds));
  await tx.delete(question).where(eq(question.submissionId, id));
  await tx.delete(submission).where(eq(submission.id, id));
  await forgetPerson(tx, row);
  await notePurge(tx, {
    at,
    organisation: row.organisationId,
    what: 'conversations',
    why: 'past their term',
    items: questions.length,
  });
  return questions.length;
}

async function bury(
  tx: Database,
  { organisationId, owner }: SubmissionRow,
  { ids, at }: { readonly ids: readonly Id[]; readonly at: Date },
): Promise<void> {
  await tx
    .insert(tombstone)
    .values(ids.map((id) => ({ id, organisationId, owner, reason: 'retention', at })))
    .onConflictDoNothing();
}

/** The name of somebody of whom nothing is left goes too. */
async function forgetPerson(tx: Database, { organisationId, owner }: SubmissionRow): Promise<void> {
  const isOf = (table: typeof submission | typeof deviceKey) =>
    tx
      .select({ owner: table.owner })
      .from(table)
      .where(and(eq(table.organisationId, organisationId), eq(table.owner, owner)));
  await tx
    .delete(person)
    .where(
      and(
        eq(person.organisationId, organisationId),
        eq(person.owner, owner),
        notExists(isOf(submission)),
        notExists(isOf(deviceKey)),
      ),
    );
}
