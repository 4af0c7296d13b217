import type { Id } from '../foundation/id';
import type { Result } from '../foundation/result';
import type { ChangePage, Conversation } from '../protocol/conversation';
import type { DeviceKey } from '../protocol/deviceKey';
import type { HintHistory } from '../protocol/hintState';
import type { Me } from '../protocol/session';
import type { SubmissionView } from '../protocol/submission';
import type { DeliveryProblem } from './deliveryProblem';
import type { HintIndexAnswer, HintPicture } from './hints/hintViews';

/** What goes with every request. */
export interface Call {
  /** The signed token of the person; memory only. */
  readonly token: string;
  /** BCP 47, for the words in a problem. */
  readonly language: string;
  /** Ends the request early. */
  readonly signal?: AbortSignal;
  /** The page is being left: the request should outlive it, as `fetch` does with `keepalive`. Nothing depends on it. */
  readonly keepalive?: boolean;
}

/** What every method gives: the value, or why not. It never rejects. */
export type Answer<Value> = Promise<Result<Value, DeliveryProblem>>;

/** One body with the id that was made for it on the device: id and digest make a repeat harmless. */
export interface SealedBody {
  /** Goes into the address. */
  readonly id: Id;
  /** JSON in UTF-8, byte for byte what was digested. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** `Content-Digest` of the body. */
  readonly digest: string;
}

/** One piece of an attachment. */
export interface Piece {
  /** Of the attachment. */
  readonly id: Id;
  /** Where the piece begins, in bytes. */
  readonly offset: number;
  /** The piece itself. */
  readonly bytes: ArrayBuffer;
  /** Its SHA-256 in base64. */
  readonly checksum: string;
}

/** What the widget reads from a backend. */
export interface BackendReading {
  /** Gives who the person is and what may be sent. */
  me(call: Call): Answer<Me>;
  /** Gives the submissions changed after a cursor, oldest change first; 0 gives all. */
  submissions(after: number, call: Call): Answer<readonly SubmissionView[]>;
  /** Gives a question with its messages, oldest first. */
  conversation(question: Id, call: Call): Answer<Conversation>;
  /** Gives the bytes of an attachment that is complete. */
  attachmentContent(id: Id, call: Call): Answer<{ readonly type: string; readonly bytes: ArrayBuffer }>;
  /** Gives what changed after a cursor; it may wait a while for something to change. */
  changes(after: number, call: Call): Answer<ChangePage>;
}

/**
 * What the widget writes to a backend. Every method may be repeated: the second time changes nothing.
 * An answer means that it is durable.
 */
export interface BackendWriting {
  /** The answer is the receipt: its `digest` is that of the bytes received. The same id with other bytes is `submission-conflict`. */
  putSubmission(item: SealedBody, call: Call): Answer<SubmissionView>;
  /** Gives what the backend has of a submission. */
  submission(id: Id, call: Call): Answer<SubmissionView>;
  /** Gives how many bytes of an attachment are committed. */
  uploadOffset(id: Id, call: Call): Answer<number>;
  /** Gives the new offset. Another offset than the committed one is `mismatching-upload-offset`. */
  uploadPiece(piece: Piece, call: Call): Answer<number>;
  /** Withdraws an attachment that was not sent completely. */
  removeAttachment(id: Id, call: Call): Answer<void>;
  /** Adds the person's message to a question. */
  putMessage(item: SealedBody & { readonly question: Id }, call: Call): Answer<void>;
  /** Carries out what the person chose for a question, such as closing it. */
  putAction(item: SealedBody & { readonly question: Id }, call: Call): Answer<void>;
  /** Notes up to which message the person has read. */
  markRead(question: Id, upTo: number, call: Call): Answer<void>;
}

/**
 * Keys with which a device seals what it keeps. A backend may leave them out: then nothing personal is kept on a device,
 * unless `storage.encrypt` is false.
 */
export interface BackendKeys {
  /** Gives the pair of this person's device: random, the same one every time, another one for another person. `key-gone` once it was erased. */
  deviceKey(device: Id, call: Call): Answer<DeviceKey>;
  /** Erases the private half for good. */
  removeDeviceKey(device: Id, call: Call): Answer<void>;
}

/**
 * Telling of changes as they happen. A backend may leave it out: then answers are looked for now and again, which is done all the same.
 * Who has it says `events` in `Me.capabilities`, also an object.
 */
export interface BackendEvents {
  /**
   * Calls `heard` with the cursor of each change after `after`; with the last cursor again, at least every 30 s, to show that it lives.
   * The answer comes when the stream ends, which it may do at any time. `call.signal` ends it.
   */
  events(after: number, call: Call, heard: (cursor: number) => void): Answer<void>;
}

/**
 * Hints: what is published, and what people did with them. A backend may leave them out: then there are none.
 * Who has them says `hints` in `Me.capabilities`, also an object.
 */
export interface BackendHints {
  /** Gives what decides about hints, without their words. `known` is the tag of what the device has. */
  hintIndex(known: string | undefined, call: Call): Answer<HintIndexAnswer>;
  /** Gives the words of a hint. They never change under a rev. */
  hintContent(hint: string, rev: number, call: Call): Answer<object>;
  /** Gives a picture that words name: PNG, JPEG or WebP, at most 500 kB. It never changes. Left out, hints show what is to be seen in words. */
  hintAsset?(asset: string, call: Call): Answer<HintPicture>;
  /** Gives what the person did with hints. */
  hintHistory(call: Call): Answer<HintHistory>;
  /** Joins what a device knows with what is kept, and gives all of it: the latest moments, the highest counts. */
  joinHintHistory(history: HintHistory, call: Call): Answer<HintHistory>;
  /** Notes what happened, once per id: at most 200 events. The same id with other bytes is `submission-conflict`. */
  putHintEvents(batch: SealedBody, call: Call): Answer<void>;
}

/** Everything between the widget and whoever receives: the reference receiver over HTTP, or an object of the host's. */
export interface Backend
  extends BackendReading, BackendWriting, Partial<BackendKeys>, Partial<BackendEvents>, Partial<BackendHints> {}

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

/** Says that the page is being left, while there is still time to ask for something. The answer stops listening. */
export type Leaving = (leave: () => void) => () => void;

/** Runs `work` while no other tab does the same for this owner. It gets a signal: the page is being left. */
export type FlushLock = (work: (left: AbortSignal) => Promise<void>) => Promise<void>;
