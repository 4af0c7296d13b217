import { and, asc, eq, sql } from 'drizzle-orm';
import { parseContent, type Conversation, type ConversationMessage, type Person } from '../../../src/protocol/index';
import { plainContent } from '../domain/plainContent';
import type { Asker } from '../callers';
import type { Database } from './database';
import type { QuestionRow } from './moveQuestion';
import { attachmentView } from './submissionViews';
import { accessLog, attachment, message } from './tables';

type MessageRow = typeof message.$inferSelect;
type AttachmentRow = typeof attachment.$inferSelect;

/** Reads one question with everything said about it, as its asker sees it. */
export async function readConversation(database: Database, row: QuestionRow, asker: Asker): Promise<Conversation> {
  const messages = await database
    .select()
    .from(message)
    .where(and(eq(message.organisationId, row.organisationId), eq(message.questionId, row.id)))
    .orderBy(asc(message.seq));
  const attachments = await database
    .select()
    .from(attachment)
    .where(and(eq(attachment.organisationId, row.organisationId), eq(attachment.submissionId, row.submissionId)))
    .orderBy(asc(attachment.position));
  const first: ConversationMessage = {
    id: row.id,
    seq: 1,
    at: row.receivedAt.toISOString(),
    from: { name: asker.name, role: asker.role },
    own: true,
    content: plainContent(row.body.text),
    attachments: attachments
      .filter(({ id, messageId }) => messageId === null && row.body.attachments.includes(id))
      .map(conversationAttachment),
  };
  return {
    id: row.id,
    submission: row.submissionId,
    number: row.number,
    status: row.status,
    viewedBy: await viewers(database, row),
    messages: [first, ...messages.map((one) => conversationMessage(one, attachments, asker))],
  };
}

const conversationMessage = (
  row: MessageRow,
  attachments: readonly AttachmentRow[],
  asker: Asker,
): ConversationMessage => ({
  id: row.id,
  seq: row.seq,
  at: row.at.toISOString(),
  from: { name: row.authorName, role: row.authorRole },
  own: row.author === asker.owner,
  content: row.authorRole === 'agent' ? parseContent(row.text) : plainContent(row.text),
  attachments: attachments.filter(({ messageId }) => messageId === row.id).map(conversationAttachment),
});

const conversationAttachment = (row: AttachmentRow): ConversationMessage['attachments'][number] => ({
  ...attachmentView(row),
  kind: row.body.kind,
  type: row.body.type,
});

/** Who has seen the question, first one first; the access log knows. */
async function viewers(database: Database, row: QuestionRow): Promise<readonly Person[]> {
  const rows = await database
    .select({ name: accessLog.actorName, first: sql<number>`min(${accessLog.seq})` })
    .from(accessLog)
    .where(
      and(
        eq(accessLog.organisationId, row.organisationId),
        eq(accessLog.questionId, row.id),
        eq(accessLog.actorRole, 'agent'),
      ),
    )
    .groupBy(accessLog.actor, accessLog.actorName)
    .orderBy(sql`min(${accessLog.seq})`);
  return rows.map(({ name }) => ({ name, role: 'agent' }));
}
