import type { Id } from '../foundation/id';
import type { Undo } from '../foundation/lifetime';
import type { Result } from '../foundation/result';
import type { Action, Conversation, SubmissionView } from '../protocol';
import type { WaitingReply, WaitingSubmission } from './conversation';

/** Where questions and replies are read, and where what the person says goes. */
export interface ConversationFeed {
  list(): Promise<Result<readonly SubmissionView[]>>;
  /** What is on this device and not finished, or not yet listed by the receiver. */
  waiting(): readonly WaitingSubmission[];
  /** Replies that are on this device, and those that left it lately. */
  waitingReplies(): readonly WaitingReply[];
  /** Tries again what goes no further by itself. */
  retry(item: Id): Promise<void>;
  open(question: Id): Promise<Result<Conversation>>;
  /** Succeeds when the outbox has the words; gives the id under which it keeps them. */
  reply(question: Id, text: string): Promise<Result<Id>>;
  /** Succeeds when it is saved in the outbox. */
  act(question: Id, type: Action['type'], value?: boolean): Promise<Result<void>>;
  markRead(question: Id, upTo: number): Promise<Result<void>>;
  picture(attachment: Id): Promise<Result<Blob>>;
  /** Tells that something may be different now: only how far it is on this device (`here`), or also what the receiver would say. */
  changed(listener: (where: 'here' | 'there') => void): Undo;
}

/** Keeps replies that are being written between visits. */
export interface ReplyDrafts {
  load(): Promise<Result<Readonly<Record<string, string>> | undefined>>;
  save(drafts: Readonly<Record<string, string>>): Promise<Result<void>>;
}
