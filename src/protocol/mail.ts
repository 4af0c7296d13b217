import { isId, type Id } from '../foundation/id';
import type { Submission } from './submission';

/** What a question that goes by ordinary mail may carry: nothing goes by mail, words only, or also pictures that we masked. */
export type MailContent = 'off' | 'text-only' | 'redacted';

/** Header of a mail that holds a submission. Mail programs may leave it out: the subject and the last line say it too. */
export const MAIL_HEADER = 'X-Submission-Id';

/** Media type and file name of the submission as data, attached to the mail. */
export const MAILED = { type: 'application/json', name: 'vraag.cliendo-support.json' } as const;

/** The submission as it travels in a mail: without what ordinary mail may not carry. */
export interface MailedSubmission {
  readonly schema: 1;
  readonly id: Id;
  readonly submission: Submission;
}

/** What ties a mail to a submission when nothing but its text is left. */
export interface MailTie {
  readonly submission: Id;
  /** The first question, so that a later whole one finds it. */
  readonly question: Id;
  readonly owner: string;
}

/** Stands in the subject, behind words of our own: never words of the person. */
export const subjectToken = (id: Id): string => `[${id}]`;

/** The last line of the text. */
export const tieLine = ({ submission, question, owner }: MailTie): string =>
  `cliendo-support:${submission}/${question}/${owner}`;

/** Finds the line in a text, also behind the marks of a forwarded or answered mail. */
export function readTie(text: string): MailTie | undefined {
  const [, submission, question, owner = ''] =
    /cliendo-support:([0-9a-f-]{36})\/([0-9a-f-]{36})\/([\w-]{43})(?![\w-])/.exec(text) ?? [];
  return isId(submission) && isId(question) ? { submission, question, owner } : undefined;
}

/** Finds the submission in a subject. */
export function readSubject(subject: string): Id | undefined {
  const token = /\[([0-9a-f-]{36})\]/.exec(subject)?.[1];
  return isId(token) ? token : undefined;
}
