import type { Id } from '../foundation/id';
import type { ContentNode } from './content';
import type { Person } from './session';
import type { Attachment, AttachmentView, QuestionStatus } from './submission';

/** A follow-up in a conversation, as the asker sends it. */
export interface Message {
  /** Version of this shape. */
  readonly schema: 1;
  /** base64url(SHA-256(iss \n org \n sub)) of who writes. */
  readonly owner: string;
  /** At most 10,000 code points. */
  readonly text: string;
  /** The manifest; the bytes follow by PATCH. */
  readonly attachments: readonly Attachment[];
}

/** What the asker does to a question without words. */
export interface Action {
  /** base64url(SHA-256(iss \n org \n sub)) of who acts. */
  readonly owner: string;
  /** What is done: `solved` closes the question, `reopen` opens it again, the others tell what the person found of it. */
  readonly type: 'solved' | 'reopen' | 'answered' | 'satisfaction' | 'sendDirect';
  /** What the person found; absent where there is nothing to find. */
  readonly value?: boolean;
}

/** One question with everything said about it. */
export interface Conversation {
  /** The question. */
  readonly id: Id;
  /** The submission it came in. */
  readonly submission: Id;
  /** `24-118.1` */
  readonly number: string;
  /** Where it stands. */
  readonly status: QuestionStatus;
  /** Who of the team has opened it, as far as the receiver tells. */
  readonly viewedBy: readonly Person[];
  /** The first one is the question itself. */
  readonly messages: readonly ConversationMessage[];
}

/** One message in a conversation. */
export interface ConversationMessage {
  /** Made where the message was written. */
  readonly id: Id;
  /** Order within the conversation, rising. */
  readonly seq: number;
  /** RFC 3339, the receiver's clock. */
  readonly at: string;
  /** Who wrote it. */
  readonly from: Person;
  /** Whether the person who reads wrote it. */
  readonly own: boolean;
  /** The words as a typed tree; never HTML. */
  readonly content: readonly ContentNode[];
  /** What came with it and how far its bytes are. */
  readonly attachments: readonly (AttachmentView & { readonly kind: Attachment['kind']; readonly type: string })[];
}

/** Something changed: ids only, the content is fetched. */
export interface Change {
  /** Place in the feed of the organisation, rising. */
  readonly seq: number;
  /** What changed. */
  readonly type: 'submission' | 'question' | 'message' | 'attachment';
  /** The submission. */
  readonly sid: Id;
  /** The question, when it is about one. */
  readonly qid?: Id;
}

/** Answer of `GET /changes`. */
export interface ChangePage {
  /** Oldest first. */
  readonly items: readonly Change[];
  /** The cursor for the next call. */
  readonly next: number;
  /** Whether more is ready now. */
  readonly more: boolean;
}
