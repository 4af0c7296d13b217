import type { Attachment, AttachmentView, Conversation, ConversationMessage, SubmissionView } from '@cliendo/support';
import type { Caller, Kept, Thread } from './keeper';

const EXCERPT_LENGTH = 120;

/** Gives a submission as its asker sees it. It is the receipt too: its digest is of the bytes that were kept. */
export function viewOf(kept: Kept): SubmissionView {
  const { id, reference, digest, receivedAt, cursor, submission } = kept;
  const attachments = submission.attachments.map((attachment) => attachmentView(kept, attachment));
  const isComplete = attachments.every(({ state }) => state === 'available' || state === 'erased');
  const questions = submission.questions.flatMap(({ text }, index) => {
    const thread = kept.threads[index];
    return thread ? [{ ...summaryOf(thread), excerpt: [...text].slice(0, EXCERPT_LENGTH).join('') }] : [];
  });
  return {
    id,
    reference,
    digest,
    receivedAt,
    cursor,
    delivery: isComplete ? 'complete' : 'received',
    questions,
    attachments,
  };
}

const summaryOf = ({ id, number, status, said, readTo }: Thread) => ({
  id,
  number,
  status,
  unread: said.filter(({ agent }, index) => agent !== undefined && index + 2 > readTo).length, // the question itself is 1
});

/** Gives a question with all that was said, as its asker reads it. */
export function conversationOf(kept: Kept, thread: Thread, asker: Caller): Conversation {
  const question = kept.submission.questions.find(({ id }) => id === thread.id);
  const own = kept.submission.attachments.filter(({ id }) => question?.attachments.includes(id));
  const first = { id: thread.id, at: kept.receivedAt, text: question?.text ?? '', attachments: own };
  const messages = [first, ...thread.said].map((said, index): ConversationMessage => {
    const agent = 'agent' in said ? said.agent : undefined;
    return {
      id: said.id,
      seq: index + 1,
      at: said.at,
      from: agent === undefined ? { name: asker.name, role: 'user' } : { name: agent, role: 'agent' },
      own: agent === undefined,
      content: [{ t: 'p', c: [said.text] }], // text only: there is no HTML anywhere
      attachments: said.attachments.map((attachment) => ({
        ...attachmentView(kept, attachment),
        kind: attachment.kind,
        type: attachment.type,
      })),
    };
  });
  return { id: thread.id, submission: kept.id, number: thread.number, status: thread.status, viewedBy: [], messages };
}

function attachmentView({ arrived }: Kept, { id, size }: Attachment): AttachmentView {
  const { size: offset, state } = arrived[id] ?? { size: 0, state: 'declared' };
  const shown = { declared: 'declared', coming: 'uploading', checked: 'available', erased: 'erased' } as const;
  return { id, state: shown[state], offset, size };
}

/** Every attachment that may come: with the questions and with what was said later. */
export const declaredIn = ({ submission, threads }: Pick<Kept, 'submission' | 'threads'>): readonly Attachment[] => [
  ...submission.attachments,
  ...threads.flatMap(({ said }) => said.flatMap(({ attachments }) => attachments)),
];
