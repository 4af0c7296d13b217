import type { Id } from '../foundation/id';
import type { Result } from '../foundation/result';
import type { ChangePage, Conversation } from '../protocol/conversation';
import type { Me } from '../protocol/session';
import type { SubmissionView } from '../protocol/submission';
import type { DeliveryProblem } from './deliveryProblem';

/** What goes with every request. */
export interface Call {
  /** The signed token of the person; memory only. */
  readonly token: string;
  /** BCP 47, for the words in a problem. */
  readonly language: string;
  readonly signal?: AbortSignal;
}

/** What every method gives: the value, or why not. It never rejects. */
export type Answer<Value> = Promise<Result<Value, DeliveryProblem>>;

/** One body with the id that was made for it on the device. `digest` is its `Content-Digest`: id and digest make a repeat harmless. */
export interface SealedBody {
  readonly id: Id;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly digest: string;
}

/** One piece of an attachment. `checksum` is its SHA-256 in base64. */
export interface Piece {
  readonly id: Id;
  readonly offset: number;
  readonly bytes: ArrayBuffer;
  readonly checksum: string;
}

/** What the widget reads from a backend. */
export interface BackendReading {
  me(call: Call): Answer<Me>;
  /** Gives the submissions changed after a cursor, oldest change first; 0 gives all. */
  submissions(after: number, call: Call): Answer<readonly SubmissionView[]>;
  conversation(question: Id, call: Call): Answer<Conversation>;
  attachmentContent(id: Id, call: Call): Answer<{ readonly type: string; readonly bytes: ArrayBuffer }>;
  changes(after: number, call: Call): Answer<ChangePage>;
}

/**
 * What the widget writes to a backend. Every method may be repeated: the second time changes nothing.
 * An answer means that it is durable.
 */
export interface BackendWriting {
  /** The answer is the receipt: its `digest` is that of the bytes received. The same id with other bytes is `submission-conflict`. */
  putSubmission(item: SealedBody, call: Call): Answer<SubmissionView>;
  submission(id: Id, call: Call): Answer<SubmissionView>;
  /** Gives how many bytes of an attachment are committed. */
  uploadOffset(id: Id, call: Call): Answer<number>;
  /** Gives the new offset. Another offset than the committed one is `mismatching-upload-offset`. */
  uploadPiece(piece: Piece, call: Call): Answer<number>;
  removeAttachment(id: Id, call: Call): Answer<void>;
  putMessage(item: SealedBody & { readonly question: Id }, call: Call): Answer<void>;
  putAction(item: SealedBody & { readonly question: Id }, call: Call): Answer<void>;
  markRead(question: Id, upTo: number, call: Call): Answer<void>;
}

/** Everything between the widget and whoever receives: the reference receiver over HTTP, or an object of the host's. */
export interface Backend extends BackendReading, BackendWriting {}

/** Who signs the requests. Made by `createSession`. */
export interface TokenSource {
  /** Gives a token that is good for at least a while. */
  token(): Promise<Result<string, DeliveryProblem>>;
  /** Gives another one than the `refused`. Asks the host once, however many ask here. */
  renew(refused?: string): Promise<Result<string, DeliveryProblem>>;
  readonly subject: { readonly owner: string } | undefined;
}

/** Says when trying again makes sense: back online, seen again. The answer stops listening. */
export type Connectivity = (wake: () => void) => () => void;

/** Runs `work` while no other tab does the same for this owner. It gets a signal: the page is being left. */
export type FlushLock = (work: (left: AbortSignal) => Promise<void>) => Promise<void>;
