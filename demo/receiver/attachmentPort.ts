import type { Id } from '../../src/foundation/id';
import type { Attachment, AttachmentState } from '../../src/protocol/index';
import type { Agent, Asker } from './callers';

/** An attachment on its way in, or kept. */
export interface StoredAttachment {
  readonly id: Id;
  readonly organisation: string;
  readonly state: AttachmentState;
  /** As it was sent. */
  readonly size: number;
  /** As it is kept: a picture without its metadata is smaller. */
  readonly storedSize: number;
  readonly offset: number;
  readonly restarts: number;
  readonly changedAt: number;
  readonly declared: Attachment;
  readonly blobKey?: string;
}

/** Bytes as they are kept: the digest is the base64 of their SHA-256. */
export interface Stored {
  readonly size: number;
  readonly digest: string;
}

/** What a check of the whole file said. */
export type Verdict =
  | { readonly state: 'available'; readonly blobKey: string; readonly stored: Stored }
  | { readonly state: 'quarantined'; readonly reason: string; readonly blobKey: string; readonly stored: Stored }
  | { readonly state: 'declared' };

/** A durable piece of an attachment. */
export interface Piece {
  readonly start: number;
  readonly size: number;
  readonly blobKey: string;
}

/** Whoever adds the bytes of an attachment. */
export type Sender =
  | { readonly kind: 'asker'; readonly asker: Asker }
  | { readonly kind: 'agent'; readonly agent: Agent };

/** Attachments and the rows that say how far they are. */
export interface AttachmentStore {
  /** One that this asker looks at: their own, or what was sent to them. When there are bytes to see, it is written down. */
  look(id: Id, asker: Asker, requestId: string): Promise<StoredAttachment | undefined>;
  /** One whose bytes this sender may add. */
  findSentBy(id: Id, sender: Sender): Promise<StoredAttachment | undefined>;
  /** Adds a piece when it fits exactly; else says where the attachment really is. */
  addPiece(
    id: Id,
    piece: Piece,
  ): Promise<{ readonly added: boolean; readonly offset: number; readonly state: AttachmentState }>;
  pieces(id: Id): Promise<readonly Piece[]>;
  /** Attachments of which every byte is in and which nobody has judged yet. */
  unjudged(): Promise<readonly StoredAttachment[]>;
  /** Commits a verdict. Pieces are forgotten; their keys come back so that the bytes can go at once. They are on the list of what must go. */
  settle(id: Id, verdict: Verdict): Promise<readonly string[]>;
  /** Erases what the asker takes back; refused once somebody has seen it. Keys come back as in `settle`. */
  takeBack(
    id: Id,
    asker: Asker,
    requestId: string,
  ): Promise<{ readonly state: 'erased'; readonly keys: readonly string[] } | { readonly state: 'missing' | 'viewed' }>;
}
