import { and, asc, eq, sql } from 'drizzle-orm';
import type { Id } from '../../../src/foundation/id';
import { parseContent, type Attachment, type Conversation, type ConversationMessage, type Person } from '../../../src/protocol/index';
import { plainContent } from '../domain/plainContent';
import type { Asker, ConversationStore, Identified, Outcome } from '../ports';
import type { Database } from './database';
import { areTaken, insertAttachments } from './insertAttachments';
import { lockQuestion, moveQuestion, type Move, type QuestionRow } from './moveQuestion';
import type { StoreContext } from './store';
import { attachmentView } from './submissionViews';
import { accessLog, action, attachment, message, question } from './tables';

type MessageRow = typeof message.$inferSelect;
type AttachmentRow = typeof attachment.$inferSelect;

/** Creates the asker's side of conversations. */
export function createConversationStore({ database, clock, signal }: StoreContext): ConversationStore {
  const once = async (item: Identified & { readonly question: Id }, asker: Asker, write: Write): Promise<Outcome<undefined>> => {
    const outcome = await database.transaction((tx) => writeOnce(tx, item, { asker, write }));
    signal.notify(asker.owner);
    return outcome;
  };

  return {
    async conversation(id, asker) {
      const [row] = await database.select().from(question).where(isOf(id, asker));
      return row && readConversation(database, row, asker);
    },

    addMessage: ({ message: body, ...item }, asker) =>
      once(item, asker, {
        table: message,
        attachments: body.attachments,
        async insert(tx, row) {
          const now = new Date(clock.now());
          const { organisationId, owner, submissionId } = row;
          await tx.insert(message).values({ id: item.id, organisationId, questionId: row.id, seq: row.lastSeq + 1, author: asker.owner, authorName: asker.name, authorRole: asker.role, text: body.text, digest: item.digest, at: now });
          await insertAttachments(tx, body.attachments, { organisationId, owner, submissionId, messageId: item.id, changedAt: now });
          return { act: { kind: 'followUp' }, now, speaks: true, byAsker: true };
        },
      }),

    act: ({ action: body, ...item }, asker) =>
      once(item, asker, {
        table: action,
        attachments: [],
        async insert(tx, row) {
          const now = new Date(clock.now());
          await tx.insert(action).values({ id: item.id, organisationId: row.organisationId, questionId: row.id, owner: asker.owner, type: body.type, value: body.value ?? null, digest: item.digest, at: now });
          return { act: { kind: 'action', type: body.type }, now, speaks: false, byAsker: true };
        },
      }),

    async markRead(id, upTo, asker) {
      const rows = await database
        .update(question)
        .set({ readSeq: sql`greatest(${question.readSeq}, least(${upTo}::integer, ${question.lastSeq}))` })
        .where(isOf(id, asker))
        .returning({ id: question.id });
      return rows.length > 0;
    },
  };
}

const isOf = (id: Id, asker: Asker) => and(eq(question.organisationId, asker.organisation.id), eq(question.owner, asker.owner), eq(question.id, id));

interface Write {
  readonly table: typeof message | typeof action;
  readonly attachments: readonly Attachment[];
  insert(tx: Database, row: QuestionRow): Promise<Move>;
}

/** Writes an item under its id, once. The question is locked first, so a repeat in the same moment waits and finds it. */
async function writeOnce(tx: Database, item: Identified & { readonly question: Id }, { asker, write }: { readonly asker: Asker; readonly write: Write }): Promise<Outcome<undefined>> {
  const row = await lockQuestion(tx, item.question);
  if (row === undefined || row.owner !== asker.owner || row.organisationId !== asker.organisation.id) return { state: 'missing' };
  const { table } = write;
  const [known] = await tx.select({ digest: table.digest, question: table.questionId }).from(table).where(eq(table.id, item.id));
  if (known !== undefined) return known.digest === item.digest && known.question === item.question ? { state: 'same', value: undefined } : { state: 'conflict' };
  if (await areTaken(tx, write.attachments)) return { state: 'conflict' };
  await moveQuestion(tx, row, await write.insert(tx, row));
  return { state: 'created', value: undefined };
}

async function readConversation(database: Database, row: QuestionRow, asker: Asker): Promise<Conversation> {
  const messages = await database.select().from(message).where(and(eq(message.organisationId, row.organisationId), eq(message.questionId, row.id))).orderBy(asc(message.seq));
  const attachments = await database.select().from(attachment).where(and(eq(attachment.organisationId, row.organisationId), eq(attachment.submissionId, row.submissionId))).orderBy(asc(attachment.position));
  const first: ConversationMessage = {
    id: row.id,
    seq: 1,
    at: row.receivedAt.toISOString(),
    from: { name: asker.name, role: asker.role },
    own: true,
    content: plainContent(row.body.text),
    attachments: attachments.filter(({ id, messageId }) => messageId === null && row.body.attachments.includes(id)).map(conversationAttachment),
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

const conversationMessage = (row: MessageRow, attachments: readonly AttachmentRow[], asker: Asker): ConversationMessage => ({
  id: row.id,
  seq: row.seq,
  at: row.at.toISOString(),
  from: { name: row.authorName, role: row.authorRole },
  own: row.author === asker.owner,
  content: row.authorRole === 'agent' ? parseContent(row.text) : plainContent(row.text),
  attachments: attachments.filter(({ messageId }) => messageId === row.id).map(conversationAttachment),
});

const conversationAttachment = (row: AttachmentRow): ConversationMessage['attachments'][number] => ({ ...attachmentView(row), kind: row.body.kind, type: row.body.type });

/** Who has seen the question, first one first; the access log knows. */
async function viewers(database: Database, row: QuestionRow): Promise<readonly Person[]> {
  const rows = await database
    .select({ name: accessLog.actorName, first: sql<number>`min(${accessLog.seq})` })
    .from(accessLog)
    .where(and(eq(accessLog.organisationId, row.organisationId), eq(accessLog.questionId, row.id), eq(accessLog.actorRole, 'agent')))
    .groupBy(accessLog.actor, accessLog.actorName)
    .orderBy(sql`min(${accessLog.seq})`);
  return rows.map(({ name }) => ({ name, role: 'agent' }));
}
