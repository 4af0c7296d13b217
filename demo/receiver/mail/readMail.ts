import PostalMime, { type Email } from 'postal-mime';
import { isId, type Id } from '../../../src/foundation/id';
import {
  DEFAULT_LIMITS,
  MAIL_HEADER,
  MAILED,
  readSubject,
  readTie,
  type MailTie,
  type Submission,
} from '../../../src/protocol/index';
import { parseJson } from '../jsonBody';
import { Refusal } from '../problem';
import { MailedSubmissionSchema } from '../schema/mail';
import { createValidator } from '../validator';

/** A submission as a mail brought it. */
export interface MailedIn {
  readonly id: Id;
  readonly submission: Submission;
}

/** What a mail holds: a submission, or only the id of one that is known already. */
export type MailFound = MailedIn | { readonly id: Id; readonly submission: undefined };

/** A mail in a mail in a mail is nobody's question. */
const NESTING = { maxNestingDepth: 16, maxRfc822NestingDepth: 1, maxHeadersSize: 65_536 };

/** Reads a mail that anybody may have sent: everything in it is a claim, and claims that differ are refused. */
export async function readMail(bytes: Uint8Array, now: number): Promise<MailFound> {
  const mail = await parse(bytes);
  const text = (mail.text ?? '').replace(/\r\n?/g, '\n');
  const tie = readTie(text);
  const file = fileIn(mail);
  const id = oneId([file?.id, tie?.submission, readSubject(mail.subject ?? ''), headerOf(mail)]);
  if (file !== undefined) {
    if (tie !== undefined && tie.owner !== file.submission.owner) throw differs();
    return file;
  }
  return { id, submission: tie && fromWords(tie, wordsOf(text), now) };
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, NESTING);
  } catch {
    throw new Refusal('malformed', 'This is no mail that can be read');
  }
}

function headerOf({ headers }: Email): Id | undefined {
  const value = headers.find(({ key }) => key === MAIL_HEADER.toLowerCase())?.value.trim();
  return isId(value) ? value : undefined;
}

const checkMailed = createValidator(MailedSubmissionSchema, 'body');

/** Reads the attached submission; a mail without one still has its last line. */
function fileIn({ attachments }: Email): MailedIn | undefined {
  const found = attachments.filter(({ filename }) => filename === MAILED.name);
  if (found.length > 1) throw differs();
  const content = found[0]?.content;
  if (content === undefined) return undefined;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  if (bytes.byteLength > DEFAULT_LIMITS.bodyBytes)
    throw new Refusal('too-large', 'The attached submission is too large', {
      extra: { limit: DEFAULT_LIMITS.bodyBytes },
    });
  const checked = checkMailed(parseJson(bytes));
  if ('error' in checked) throw checked.error;
  const { id, submission } = checked.value as MailedIn; // validated with the schema of this very shape
  if (submission.attachments.length > 0) throw new Refusal('content-mismatch', 'A mail brings words only');
  return { id, submission };
}

/** Gives the id that every place in the mail agrees on. */
function oneId(claims: readonly (Id | undefined)[]): Id {
  const [id, ...others] = new Set(claims.filter((claim) => claim !== undefined));
  if (id === undefined) throw new Refusal('not-found', 'The mail does not say to which question it belongs');
  if (others.length > 0) throw differs();
  return id;
}

const differs = (): Refusal => new Refusal('content-mismatch', 'The mail contradicts itself about where it belongs');

/** What stands above the signature: a reply below it is not the question. */
const wordsOf = (text: string): string => (text.split(/^(?:[>|] ?)*-- ?$/m)[0] ?? '').trim();

/** Makes one question of a mail that lost its file. What the device sends later takes its place. */
function fromWords({ question, owner, submission }: MailTie, text: string, now: number): Submission {
  const at = new Date(now).toISOString();
  if (text === '' || [...text].length > DEFAULT_LIMITS.textLength || /[\0\p{Surrogate}]/u.test(text))
    throw new Refusal('invalid-question', 'The mail has no words that can be a question', {
      extra: { errors: [{ pointer: '/text', code: 'invalid-question' }] },
    });
  return {
    schema: 1,
    owner,
    device: submission, // nobody knows which; an id is needed
    deviceTime: at,
    timeZone: 'UTC',
    questions: [
      { id: question, kind: 'problem', text, steps: [], errors: [], failedRequests: [], fields: {}, attachments: [] },
    ],
    attachments: [],
    environment: null,
    consent: { version: 'mail', reviewed: true, at },
    deflection: { shown: [], opened: [] },
    colleagues: [],
  };
}
