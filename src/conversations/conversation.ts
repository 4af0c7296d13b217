import type { Id } from '../foundation/id';
import type { Conversation, ConversationMessage, QuestionStatus, SubmissionView } from '../protocol';
import type { MessageKey } from '../locale/messages';

/** Where a question stands for the person: as the receiver says, or how far it is on this device. */
export type RowStatus = QuestionStatus | 'queued' | 'sending' | 'attention';

/** A submission on this device that the receiver has not confirmed. */
export interface WaitingSubmission {
  readonly id: Id;
  /** When it was saved, in ms. */
  readonly at: number;
  readonly state: 'queued' | 'sending' | 'attention';
  /** Its questions; their words may be out of reach after a reload. */
  readonly questions: readonly { readonly id: Id; readonly excerpt: string }[];
}

/** One question in "Mijn vragen". */
export interface QuestionRow {
  readonly id: Id;
  readonly submission: Id;
  /** Absent until the receiver has answered. */
  readonly number?: string;
  readonly status: RowStatus;
  readonly unread: number;
  readonly excerpt: string;
  /** When it was sent or saved: RFC 3339 or ms. */
  readonly at: string | number;
}

/** Joins what the receiver knows with what still waits here: waiting first, then by the last change. Questions of a bundle stay in order. */
export function mergeList(
  views: readonly SubmissionView[],
  waiting: readonly WaitingSubmission[],
): readonly QuestionRow[] {
  const known = new Set(views.map(({ id }) => id));
  return [
    ...waiting.filter(({ id }) => !known.has(id)).flatMap(waitingRows),
    ...[...views].sort((a, b) => b.cursor - a.cursor).flatMap(knownRows),
  ];
}

const waitingRows = ({ id: submission, at, state: status, questions }: WaitingSubmission): readonly QuestionRow[] =>
  questions.map(({ id, excerpt }) => ({ id, submission, status, unread: 0, excerpt, at }));

const knownRows = ({ id: submission, receivedAt: at, questions }: SubmissionView): readonly QuestionRow[] =>
  questions.map((question) => ({ ...question, submission, at }));

/** Tells whether a question is still going on. */
export const isOpen = ({ status }: Pick<QuestionRow, 'status'>): boolean => status !== 'closed';

/** Tells whether the receiver does not have a question yet. */
export const isWaiting = ({ status }: Pick<QuestionRow, 'status'>): boolean =>
  status === 'queued' || status === 'sending' || status === 'attention';

/** Counts the replies that were not read. */
export const unreadIn = (rows: readonly QuestionRow[]): number => rows.reduce((sum, { unread }) => sum + unread, 0);

const STATUS_TEXTS: Readonly<Record<RowStatus, MessageKey>> = {
  queued: 'mine.s.queued',
  sending: 'mine.s.sending',
  attention: 'mine.s.attention',
  withContact: 'mine.s.withcontact',
  received: 'mine.s.sent',
  inProgress: 'mine.s.busy',
  needsInfo: 'mine.s.needinfo',
  answered: 'mine.s.answered',
  closed: 'mine.s.closed',
};

/** Names the words for a status. */
export const statusText = (status: RowStatus): MessageKey => STATUS_TEXTS[status];

/** Tells whether to ask "Is je vraag beantwoord?": after an answer, until the asker has said so. */
export const asksIfSolved = ({ status, messages }: Conversation): boolean =>
  status === 'answered' && messages.some(({ own }) => !own);

/** The last sequence number in a conversation: what was read up to. */
export const lastSeq = (messages: readonly ConversationMessage[]): number =>
  messages.reduce((last, { seq }) => Math.max(last, seq), 0);

/** A reply that is saved here and does not stand in the conversation yet. */
export interface PendingReply {
  readonly question: Id;
  readonly text: string;
  /** What the conversation had when it was written. */
  readonly afterSeq: number;
}

/** Leaves out the replies that have arrived: of those written after the same message, each own message is one. */
export function stillPending(pending: readonly PendingReply[], conversation: Conversation): readonly PendingReply[] {
  const arrived = new Map<number, number>();
  return pending.filter((reply) => {
    if (reply.question !== conversation.id) return true;
    const own = conversation.messages.filter((message) => message.own && message.seq > reply.afterSeq).length;
    const taken = arrived.get(reply.afterSeq) ?? 0;
    arrived.set(reply.afterSeq, taken + 1);
    return taken >= own;
  });
}

/** What a failure to read leaves the person with. */
export type Trouble = 'offline' | 'signedOut' | 'denied' | 'failed';

const TROUBLES: Readonly<Record<string, Trouble>> = {
  offline: 'offline',
  'no-answer': 'offline',
  'session-lost': 'signedOut',
  'auth-failed': 'signedOut',
  'token-missing': 'signedOut',
  'token-expired': 'signedOut',
  'token-invalid': 'signedOut',
  'owner-differs': 'signedOut',
  'owner-mismatch': 'denied',
  'forbidden-origin': 'denied',
  'not-found': 'denied',
};

/** Sorts a problem code by what the person can do about it. */
export const troubleOf = (code: string): Trouble => TROUBLES[code] ?? 'failed';
