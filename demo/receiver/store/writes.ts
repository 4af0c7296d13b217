import type { Action, AgentReply, Message } from '../../../src/protocol/index';
import type { Agent, Asker } from '../callers';
import type { Identified } from '../ports';
import { DEFAULT_QUOTAS, REPLIES_PER_HOUR, type StoreContext } from './context';
import { insertAttachments } from './insertAttachments';
import { floodOfWords, overfull, overfullByAgents } from './limits';
import type { QuestionRow } from './moveQuestion';
import { action, message } from './tables';
import type { Write } from './writeOnce';

type Limits = Pick<StoreContext, 'submissionsPerHour' | 'messagesPerHour' | 'repliesPerHour' | 'quotas'>;

const isOf =
  (asker: Asker) =>
  (row: QuestionRow): boolean =>
    row.owner === asker.owner && row.organisationId === asker.organisation.id;

/** A follow-up of the one who asked, with what goes along. */
export const followUp = (
  { id, digest }: Identified,
  body: Message,
  { asker, now, limits }: { asker: Asker; now: Date; limits: Limits },
): Write => ({
  table: message,
  writer: asker.owner,
  async tooMuch(tx, row) {
    const { messagesPerHour = limits.submissionsPerHour, quotas = DEFAULT_QUOTAS } = limits;
    const isUnsafe = row.body.kind === 'unsafe';
    const bucket = isUnsafe ? 'unsafe-messages' : 'messages';
    const many = await floodOfWords(tx, asker.owner, { bucket, perHour: messagesPerHour, now: now.getTime() });
    return many ?? (isUnsafe ? undefined : overfull(tx, asker, { attachments: body.attachments, quotas }));
  },
  attachments: body.attachments,
  isOpenTo: isOf(asker),
  async insert(tx, { id: questionId, organisationId, submissionId, lastSeq, owner }) {
    const author = { author: asker.owner, authorName: asker.name, authorRole: asker.role };
    await tx
      .insert(message)
      .values({ id, digest, organisationId, questionId, seq: lastSeq + 1, ...author, text: body.text, at: now });
    await insertAttachments(tx, body.attachments, {
      organisationId,
      owner,
      submissionId,
      messageId: id,
      agent: null,
      changedAt: now,
    });
    return { act: { kind: 'followUp' }, now, speaks: true, byAsker: true };
  },
});

/** Something the asker does without words. */
export const wordless = (
  { id, digest }: Identified,
  body: Action,
  { asker, now }: { asker: Asker; now: Date },
): Write => ({
  table: action,
  attachments: [],
  isOpenTo: isOf(asker),
  async insert(tx, { id: questionId, organisationId }) {
    const { type, value = null } = body;
    await tx
      .insert(action)
      .values({ id, digest, organisationId, questionId, owner: asker.owner, type, value, at: now });
    return { act: { kind: 'action', type }, now, speaks: false, byAsker: true };
  },
});

/** A reply of an agent, with what goes along: every question is open to agents. What an agent sends belongs to the asker, who sees it. */
export const replyOf = (
  { id, digest }: Identified,
  body: AgentReply,
  { agent, now, limits }: { agent: Agent; now: Date; limits: Limits },
): Write => ({
  table: message,
  writer: agent.id,
  async tooMuch(tx, { organisationId }) {
    const { repliesPerHour = REPLIES_PER_HOUR, quotas = DEFAULT_QUOTAS } = limits;
    const at = { now: now.getTime() };
    const many = await floodOfWords(tx, agent.id, { bucket: 'replies', perHour: repliesPerHour, ...at });
    return many ?? overfullByAgents(tx, organisationId, { attachments: body.attachments ?? [], quotas, ...at });
  },
  attachments: body.attachments ?? [],
  isOpenTo: () => true,
  async insert(tx, { id: questionId, organisationId, submissionId, lastSeq, owner }) {
    const author = { author: agent.id, authorName: agent.name, authorRole: 'agent' as const };
    await tx
      .insert(message)
      .values({ id, digest, organisationId, questionId, seq: lastSeq + 1, ...author, text: body.text, at: now });
    await insertAttachments(tx, body.attachments ?? [], {
      organisationId,
      owner,
      submissionId,
      messageId: id,
      agent: agent.id,
      changedAt: now,
    });
    return { act: { kind: 'reply', status: body.status }, now, speaks: true, byAsker: false };
  },
});
