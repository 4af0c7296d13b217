import type { Id } from '../foundation/id';
import type { Conversation, ConversationMessage, QuestionStatus, SubmissionView } from '../protocol';
import type { MessageKey } from '../locale/messages';

/**
 * How far something is on this device. `queued`: it is saved and goes by itself. `held`: only this page has it. `signedOut`: it waits for
 * its own person. `attention`: it goes no further by itself. `received`: the receiver has answered.
 */
export type DeviceState = 'queued' | 'held' | 'signedOut' | 'sending' | 'attention' | 'received';

/** Where a question stands for the person: as the receiver says, or how far it is on this device. */
export type RowStatus = QuestionStatus | DeviceState;

/** Attachments that the receiver does not have completely. */
export interface MediaOnItsWay {
  /** By the bytes that the receiver has committed. */
  readonly percent: number;
  /** It goes no further by itself. */
  readonly isStuck: boolean;
}

/** A submission on this device that is not finished, or that the receiver has not listed yet. */
export interface WaitingSubmission {
  readonly id: Id;
  /** When it was saved in ms, or when it was received in RFC 3339. */
  readonly at: number | string;
  readonly state: DeviceState;
  /** Present while the receiver has the text and not all that belongs to it. */
  readonly media?: MediaOnItsWay;
  /** Its questions; their words may be out of reach after a reload. They have a number once they were received. */
  readonly questions: readonly { readonly id: Id; readonly excerpt: string; readonly number?: string }[];
}

/** A reply on this device that the receiver does not have, or has had for a day at most. */
export interface WaitingReply {
  readonly id: Id;
  readonly question: Id;
  readonly state: DeviceState;
  /** Empty when it is out of reach. */
  readonly text: string;
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
  /** Present while not all that belongs to it has arrived. */
  readonly media?: MediaOnItsWay;
  /** Its words are on this device and out of reach now: one row stands for the whole submission. */
  readonly isSealed?: boolean;
}

/** Joins what the receiver knows with what still waits here: waiting first, then by the last change. Questions of a bundle stay in order. */
export function mergeList(
  views: readonly SubmissionView[],
  waiting: readonly WaitingSubmission[],
): readonly QuestionRow[] {
  const known = new Set(views.map(({ id }) => id));
  return [
    ...waiting.filter(({ id }) => !known.has(id)).flatMap(waitingRows),
    ...[...views].sort((a, b) => b.cursor - a.cursor).flatMap((view) => knownRows(view, waiting)),
  ];
}

function waitingRows(waiting: WaitingSubmission): readonly QuestionRow[] {
  const { id: submission, at, state: status, media, questions } = waiting;
  const row = { submission, status, unread: 0, at, ...(media && { media }) };
  if (questions.length === 0 && isWaiting(row)) return [{ ...row, id: submission, excerpt: '', isSealed: true }];
  return questions.map((question) => ({ ...question, ...row }));
}

function knownRows(view: SubmissionView, waiting: readonly WaitingSubmission[]): readonly QuestionRow[] {
  const { id: submission, receivedAt: at, questions } = view;
  const media = waiting.find(({ id }) => id === submission)?.media;
  return questions.map((question) => ({ ...question, submission, at, ...(media && { media }) }));
}

/** Tells whether a question is still going on. */
export const isOpen = ({ status }: Pick<QuestionRow, 'status'>): boolean => status !== 'closed';

/** Tells whether the receiver does not have a question yet. */
export const isWaiting = ({ status }: Pick<QuestionRow, 'status'>): boolean => UNSENT.includes(status);

const UNSENT: readonly RowStatus[] = ['queued', 'held', 'signedOut', 'sending', 'attention'];

/** Counts the replies that were not read. */
export const unreadIn = (rows: readonly QuestionRow[]): number => rows.reduce((sum, { unread }) => sum + unread, 0);

const STATUS_TEXTS: Readonly<Record<RowStatus, MessageKey>> = {
  queued: 'mine.s.queued',
  held: 'mine.s.held',
  signedOut: 'mine.s.login',
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

/** A reply that was handed over here and does not stand in the conversation yet. */
export interface PendingReply {
  readonly id: Id;
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

/** A reply as it stands below the conversation. */
export type ShownReply = Pick<PendingReply, 'id' | 'text'> & { readonly state: DeviceState };

/** Joins the replies of this visit, each with how far it is, with those that an earlier visit left on the device. */
export function shownReplies(
  question: Id | undefined,
  { pending, waiting }: { readonly pending: readonly PendingReply[]; readonly waiting: readonly WaitingReply[] },
): readonly ShownReply[] {
  const mine = pending.filter((reply) => reply.question === question);
  const stateOf = (id: Id): DeviceState => waiting.find((reply) => reply.id === id)?.state ?? 'sending'; // neither kept nor received is certain yet
  const before = waiting.filter(
    (reply) => reply.question === question && reply.state !== 'received' && !mine.some(({ id }) => id === reply.id),
  );
  return [...before, ...mine.map(({ id, text }) => ({ id, text, state: stateOf(id) }))];
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
