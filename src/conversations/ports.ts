import type { Id } from '../foundation/id';
import type { Undo } from '../foundation/lifetime';
import type { Result } from '../foundation/result';
import type { Action, Conversation, SubmissionView } from '../protocol';
import type { WaitingSubmission } from './conversation';

/** Where questions and replies are read, and where what the person says goes. */
export interface ConversationFeed {
  list(): Promise<Result<readonly SubmissionView[]>>;
  /** What is on this device and not yet confirmed by the receiver. */
  waiting(): readonly WaitingSubmission[];
  open(question: Id): Promise<Result<Conversation>>;
  /** Succeeds when the words are saved in the outbox. */
  reply(question: Id, text: string): Promise<Result<void>>;
  /** Succeeds when it is saved in the outbox. */
  act(question: Id, type: Action['type'], value?: boolean): Promise<Result<void>>;
  markRead(question: Id, upTo: number): Promise<Result<void>>;
  picture(attachment: Id): Promise<Result<Blob>>;
  /** Tells that something may be different now: at the receiver, or in the outbox. */
  changed(listener: () => void): Undo;
}

/** Keeps replies that are being written between visits. */
export interface ReplyDrafts {
  load(): Promise<Result<Readonly<Record<string, string>> | undefined>>;
  save(drafts: Readonly<Record<string, string>>): Promise<Result<void>>;
}
