import type { Id } from '../../foundation/id';
import { accepted, refused, same } from './expectations';
import { aMessage, anId, aSubmission, sealed } from './samples';
import { rule, ruleWithReply, type BackendUnderTest, type ContractRule } from './subject';

/** What holds for what is said about a question. */
export const conversationRules: readonly ContractRule[] = [
  rule('begins a conversation with the question itself', async (subject) => {
    const { question, submission } = await asked(subject);
    const conversation = accepted(await subject.backend.conversation(question, subject.asker.call), 'the conversation');
    same([conversation.id, conversation.submission], [question, submission], 'whose conversation it is');
    same(
      conversation.messages.map(({ own, from }) => [own, from.role]),
      [[true, 'user']],
      'the messages',
    );
  }),
  rule('shows a message once, however often it was sent', async (subject) => {
    const { backend, asker } = subject;
    const { question } = await asked(subject);
    const message = { ...(await sealed(aMessage(asker.owner, 'Nog steeds'))), question };
    accepted(await backend.putMessage(message, asker.call), 'a message');
    accepted(await backend.putMessage(message, asker.call), 'the same message again');
    const { messages } = accepted(await backend.conversation(question, asker.call), 'the conversation');
    same(
      messages.slice(1).map(({ id, own }) => [id, own]),
      [[message.id, true]],
      'the messages after the question',
    );
  }),
  rule('refuses another message under the same id', async (subject) => {
    const { backend, asker } = subject;
    const { question } = await asked(subject);
    const first = { ...(await sealed(aMessage(asker.owner, 'Dit'))), question };
    const other = { ...(await sealed(aMessage(asker.owner, 'Dat'), first.id)), question };
    accepted(await backend.putMessage(first, asker.call), 'a message');
    refused(await backend.putMessage(other, asker.call), { status: 409 }, 'another message under its id');
  }),
  rule('refuses a message that was damaged, or written by somebody else', async (subject) => {
    const { backend, asker, stranger } = subject;
    const { question } = await asked(subject);
    const message = { ...(await sealed(aMessage(asker.owner, 'Beschadigd'))), question };
    const { digest } = await sealed('something else');
    refused(
      await backend.putMessage({ ...message, digest }, asker.call),
      { status: 400, name: 'digest-mismatch' },
      'a damaged message',
    );
    const foreign = { ...(await sealed(aMessage(stranger.owner, 'Van een ander'))), question };
    refused(
      await backend.putMessage(foreign, asker.call),
      { status: 403, name: 'owner-mismatch' },
      "another owner's message",
    );
  }),
  rule('keeps a conversation from everybody else', async (subject) => {
    const { backend, stranger } = subject;
    const { question } = await asked(subject);
    refused(await backend.conversation(question, stranger.call), { status: 404 }, 'a stranger reading');
    const message = { ...(await sealed(aMessage(stranger.owner, 'Mag ik meedoen?'))), question };
    refused(await backend.putMessage(message, stranger.call), { status: 404 }, 'a stranger writing');
    refused(await backend.conversation(anId(), subject.asker.call), { status: 404 }, 'a question that nobody asked');
  }),
  rule('closes a question that is solved, also when it hears so twice, and opens it again', async (subject) => {
    const { backend, asker } = subject;
    const { question } = await asked(subject);
    const act = async (type: 'solved' | 'reopen') => ({ ...(await sealed({ owner: asker.owner, type })), question });
    const solved = await act('solved');
    accepted(await backend.putAction(solved, asker.call), 'solved');
    accepted(await backend.putAction(solved, asker.call), 'solved again');
    same(accepted(await backend.conversation(question, asker.call), 'the conversation').status, 'closed', 'the status');
    accepted(await backend.putAction(await act('reopen'), asker.call), 'reopen');
    same(
      accepted(await backend.conversation(question, asker.call), 'the conversation').status === 'closed',
      false,
      'whether it is closed',
    );
  }),
  rule('tells what changed since a cursor, and then nothing more', async (subject) => {
    const { backend, asker } = subject;
    const before = accepted(await backend.changes(0, asker.call), 'the changes');
    const { submission } = await asked(subject);
    const page = accepted(await backend.changes(before.next, asker.call), 'the changes since');
    same(
      page.items.some(({ sid }) => sid === submission),
      true,
      'whether the new submission is among them',
    );
    same(
      accepted(await backend.changes(page.next, asker.call), 'the changes after that').items,
      [],
      'the changes after that',
    );
  }),
  ruleWithReply("counts an agent's reply as unread until it is read", async (subject) => {
    const { backend, asker, reply } = subject;
    const { question, submission } = await asked(subject);
    await reply(question, 'Klik op **Bewaren**.');
    const unread = async () =>
      accepted(await backend.submission(submission, asker.call), 'the submission').questions[0]?.unread;
    same(await unread(), 1, 'the count of unread replies');
    const { messages } = accepted(await backend.conversation(question, asker.call), 'the conversation');
    const last = messages.at(-1);
    same([last?.own, last?.from.role], [false, 'agent'], 'who answered');
    accepted(await backend.markRead(question, last?.seq ?? 0, asker.call), 'reading');
    accepted(await backend.markRead(question, 0, asker.call), 'an older reading that comes late');
    same(await unread(), 0, 'the count of unread replies');
  }),
];

async function asked({ backend, asker }: BackendUnderTest): Promise<{ question: Id; submission: Id }> {
  const submission = aSubmission(asker.owner, ['Waar staat de agenda?']);
  const item = await sealed(submission);
  accepted(await backend.putSubmission(item, asker.call), 'a submission');
  const [first] = submission.questions;
  if (!first) throw new Error('The sample has one question.');
  return { question: first.id, submission: item.id };
}
