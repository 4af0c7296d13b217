import type {
  AccessCheck,
  AccessFilter,
  AccessPage,
  AgentQuestion,
  AgentReply,
  AgentStatus,
  ChangePage,
  ContentGrant,
  ContentUse,
  InboxPage,
  ProblemName,
} from '../../src/protocol/index';
import type { Id } from './draft';
import type { ReplyPicture } from './replyPicture';
import type { Filter } from './rows';

/** Why the receiver did not do what was asked. */
export interface AgentProblem {
  /** 0: there was no answer. */
  readonly status: number;
  readonly name?: ProblemName;
  /** Whether the very same request may succeed later. */
  readonly retryable: boolean;
}

/** The outcome of a request; a refusal is a value, not an exception. */
export type Answer<Value> = Promise<Outcome<Value>>;

/** Either the value or the problem. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: AgentProblem };

/** A reply that is ready to go: sent twice under the same id it arrives once. */
export interface OutgoingReply {
  readonly question: Id;
  readonly id: Id;
  readonly reply: AgentReply;
}

/** Something that others could not be told, after all tries. */
export interface Undelivered {
  readonly id: string;
  /** `webhook:<id>`, or `mail`. */
  readonly target: string;
  readonly event: string;
  readonly at: string;
  readonly tries: number;
  /** Code of why the last try failed. */
  readonly reason?: string;
}

/** Everything the inbox asks of a receiver. */
export interface AgentBackend {
  page(filter: Filter): Answer<InboxPage>;
  question(id: Id): Answer<AgentQuestion>;
  reply(outgoing: OutgoingReply): Answer<void>;
  setStatus(question: Id, status: AgentStatus['status']): Answer<void>;
  /** Brings the bytes of what goes along with a reply, from where the receiver is. Repeat it as often as needed. */
  upload(picture: ReplyPicture): Answer<void>;
  /** Reads the bytes of an attachment, to draw on: written down as a view. */
  bytes(attachment: Id): Answer<Blob>;
  /** Asks for a short-lived address of the bytes: the receiver writes down who, when and what for. */
  grant(attachment: Id, use: ContentUse): Answer<ContentGrant>;
  /** Reads the access log; only for who looks after it. */
  accesses(filter: AccessFilter): Answer<AccessPage>;
  /** Has every row of the access log proved. */
  checkAccesses(): Answer<AccessCheck>;
  /** Reads what others could not be told, the newest first. */
  undelivered(): Answer<readonly Undelivered[]>;
  /** Has one of them told again, under the same id. */
  tellAgain(id: string): Answer<void>;
  /** Waits until something changes after `cursor`, 25 seconds at most. */
  changes(cursor: number, signal: AbortSignal): Answer<ChangePage>;
}
