import type { Id } from '../foundation/id';
import type { ContentNode } from './content';
import type { Person } from './session';
import type { Attachment, AttachmentView, QuestionStatus } from './submission';

/** A follow-up in a conversation, as the asker sends it. */
export interface Message {
  readonly schema: 1;
  readonly owner: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** What the asker does to a question without words. */
export interface Action {
  readonly owner: string;
  readonly type: 'solved' | 'reopen' | 'answered' | 'satisfaction' | 'sendDirect';
  readonly value?: boolean;
}

/** One question with everything said about it. */
export interface Conversation {
  readonly id: Id;
  readonly submission: Id;
  /** `24-118.1` */
  readonly number: string;
  readonly status: QuestionStatus;
  readonly viewedBy: readonly Person[];
  /** The first one is the question itself. */
  readonly messages: readonly ConversationMessage[];
}

/** One message in a conversation. */
export interface ConversationMessage {
  readonly id: Id;
  readonly seq: number;
  readonly at: string;
  readonly from: Person;
  /** Whether the person who reads wrote it. */
  readonly own: boolean;
  readonly content: readonly ContentNode[];
  readonly attachments: readonly (AttachmentView & { readonly kind: Attachment['kind']; readonly type: string })[];
}

/** Something changed: ids only, the content is fetched. */
export interface Change {
  readonly seq: number;
  readonly type: 'submission' | 'question' | 'message' | 'attachment';
  readonly sid: Id;
  readonly qid?: Id;
}

/** Answer of `GET /changes`. */
export interface ChangePage {
  readonly items: readonly Change[];
  readonly next: number;
  readonly more: boolean;
}
