import type { Id } from '../foundation/id';
import type { ContentNode } from './content';
import type { Attachment, AttachmentView, Environment, Question, QuestionStatus } from './submission';

/** One row of the agent's inbox. */
export interface InboxRow {
  readonly id: Id;
  readonly number: string;
  readonly status: QuestionStatus;
  readonly kind: Question['kind'];
  readonly excerpt: string;
  readonly organisation: string;
  readonly asker: string;
  readonly place: string;
  readonly receivedAt: string;
  readonly changedAt: string;
  readonly attachments: number;
  /** Whether the asker still waits for a first word. */
  readonly unanswered: boolean;
}

/** Answer of `GET /agent/questions?filter=unanswered|open|all`: oldest first for `unanswered`, else newest change first. */
export interface InboxPage {
  readonly items: readonly InboxRow[];
  readonly counts: { readonly unanswered: number; readonly open: number; readonly all: number };
  /** The change feed's cursor at the moment of reading. */
  readonly cursor: number;
}

/** Everything an agent sees of one question: `GET /agent/questions/{qid}`. */
export interface AgentQuestion {
  readonly row: InboxRow;
  readonly question: Question;
  readonly environment: Environment | null;
  readonly reference: string;
  /** It came by mail, whose sender is not proved, and the device has not sent it yet. Absent: no. */
  readonly byMail?: boolean;
  /** The other questions of the same submission, in order, itself included. */
  readonly siblings: readonly {
    readonly id: Id;
    readonly number: string;
    readonly status: QuestionStatus;
    readonly excerpt: string;
  }[];
  readonly attachments: readonly (Attachment & Pick<AttachmentView, 'state' | 'offset' | 'reason'>)[];
  readonly messages: readonly AgentMessage[];
}

/** A message as an agent sees it. */
export interface AgentMessage {
  readonly id: Id;
  readonly seq: number;
  readonly at: string;
  readonly author: { readonly name: string; readonly role: 'user' | 'agent' };
  readonly content: readonly ContentNode[];
  /** Which of the question's attachments came with this message. Absent: none, or a receiver that does not say. */
  readonly attachments?: readonly Id[];
}

/** Body of `PUT /agent/questions/{qid}/replies/{mid}`: markdown subset, and the status the question gets. */
export interface AgentReply {
  readonly text: string;
  readonly status: 'answered' | 'needsInfo' | 'inProgress' | 'closed';
  /** What goes along; the bytes follow with `PATCH /agent/attachments/{aid}`. Absent: nothing. */
  readonly attachments?: readonly Attachment[];
}

/** Body of `PUT /agent/questions/{qid}/status`. `closed` without a reply is refused: 409 `not-answered`. */
export interface AgentStatus {
  readonly status: 'received' | 'inProgress' | 'needsInfo' | 'closed';
}

/** Answer of `POST /agent/mails`: what a mail that was brought in belongs to. */
export interface MailJoined {
  readonly id: Id;
  readonly reference: string;
}

/** What an agent wants the bytes for: `POST /agent/attachments/{aid}/grant?use=`. The access log has a row with this word. */
export type ContentUse = 'view' | 'play' | 'download';

/** Answer of `POST /agent/attachments/{aid}/grant`: a short-lived address; asking for it writes a row in the access log. */
export interface ContentGrant {
  readonly url: string;
  readonly expiresAt: string;
}
