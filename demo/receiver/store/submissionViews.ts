import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Id } from '../../../src/foundation/id';
import type { AttachmentView, QuestionView, SubmissionView } from '../../../src/protocol/index';
import { excerptOf } from '../domain/plainContent';
import type { Database } from './database';
import { attachment, message, question, type submission } from './tables';

type SubmissionRow = typeof submission.$inferSelect;
type AttachmentRow = typeof attachment.$inferSelect;

/** After this long without progress a picture counts as missing. */
const INCOMPLETE_AFTER_MS = 7 * 86_400_000;

/** Makes the views of submissions: what the asker's device shows, and the receipt. */
export async function submissionViews(
  database: Database,
  rows: readonly SubmissionRow[],
  now: number,
): Promise<readonly SubmissionView[]> {
  const ids = rows.map((row) => row.id);
  const organisationId = rows[0]?.organisationId;
  if (organisationId === undefined) return [];
  const questions = await questionViews(database, organisationId, ids);
  const attachments = await database
    .select()
    .from(attachment)
    .where(
      and(
        eq(attachment.organisationId, organisationId),
        inArray(attachment.submissionId, ids),
        isNull(attachment.messageId),
      ),
    )
    .orderBy(asc(attachment.position));
  return rows.map((row) => {
    const own = attachments.filter((one) => one.submissionId === row.id);
    return {
      id: row.id,
      reference: row.reference,
      digest: row.digest,
      receivedAt: row.receivedAt.toISOString(),
      cursor: row.cursor,
      delivery: deliveryOf(own, now),
      questions: questions.filter((one) => one.submission === row.id).map((one) => one.view),
      attachments: own.map(attachmentView),
    };
  });
}

/** One attachment as its asker sees it. */
export function attachmentView(row: AttachmentRow): AttachmentView {
  return {
    id: row.id,
    state: row.state,
    offset: row.received,
    size: row.size,
    ...(row.erasedAt && { erasedAt: row.erasedAt.toISOString() }),
    ...(row.reason !== null && { reason: row.reason }),
  };
}

/** Complete when every byte was stored with the declared digests; decided from rows only. */
function deliveryOf(attachments: readonly AttachmentRow[], now: number): SubmissionView['delivery'] {
  const open = attachments.filter(
    ({ state }) =>
      state === 'declared' || state === 'uploading' || state === 'stored' || state === 'checked' || state === 'expired',
  );
  if (open.length === 0) return 'complete';
  return open.some(({ changedAt }) => now - changedAt.getTime() > INCOMPLETE_AFTER_MS) ? 'incomplete' : 'received';
}

async function questionViews(
  database: Database,
  organisationId: string,
  submissions: readonly Id[],
): Promise<readonly { readonly submission: Id; readonly view: QuestionView }[]> {
  const rows = await database
    .select({
      submission: question.submissionId,
      id: question.id,
      number: question.number,
      status: question.status,
      body: question.body,
      unread: sql<number>`count(${message.id})`.mapWith(Number),
    })
    .from(question)
    .leftJoin(
      message,
      and(eq(message.questionId, question.id), eq(message.authorRole, 'agent'), gt(message.seq, question.readSeq)),
    )
    .where(and(eq(question.organisationId, organisationId), inArray(question.submissionId, [...submissions])))
    .groupBy(question.id)
    .orderBy(asc(question.submissionId), asc(question.position));
  return rows.map(({ submission: parent, id, number, status, body, unread }) => ({
    submission: parent,
    view: { id, number, status, unread, excerpt: excerptOf(body.text) },
  }));
}
