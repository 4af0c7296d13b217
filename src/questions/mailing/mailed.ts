import type { Id } from '../../foundation/id';
import { type MailContent, type MailedSubmission, type MailTie } from '../../protocol/mail';
import type { Attachment, Submission } from '../../protocol';

/** What waits on the device, as the outbox has it. */
export interface Waiting {
  readonly id: Id;
  readonly submission: Submission;
}

/** Pictures together at most, in bytes: in base64 that is as much as most mail servers take. */
export const PICTURE_BYTES = 10_000_000;

/** Takes out what ordinary mail may not carry: the reference of a client, what the page noticed, and every attachment. */
export const mailedSubmission = ({ id, submission }: Waiting): MailedSubmission => ({
  schema: 1,
  id,
  submission: {
    ...submission,
    attachments: [],
    questions: submission.questions.map(({ client, ...question }) => ({
      ...question,
      ...(client && { client: { scope: client.scope } }),
      steps: [],
      errors: [],
      failedRequests: [],
      attachments: [],
    })),
  },
});

/** Lists the pictures that may go along: only what was masked by us before there were pixels, as far as there is room. */
export function mailablePictures({ attachments }: Submission, content: MailContent): readonly Attachment[] {
  if (content !== 'redacted') return [];
  let room = PICTURE_BYTES;
  return attachments.filter(({ kind, redaction, size }) => {
    const fits = kind === 'screenshot' && redaction.mode === 'masked' && size <= room;
    if (fits) room -= size;
    return fits;
  });
}

/** What ties the mail to the submission; nothing when it holds no question. */
export function tieOf({ id, submission }: Waiting): MailTie | undefined {
  const [first] = submission.questions;
  return first && { submission: id, question: first.id, owner: submission.owner };
}
