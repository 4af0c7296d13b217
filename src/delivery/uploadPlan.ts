import { PIECE_BYTES } from '../protocol/version';
import type { OutboxAttachment } from './outbox';

/** A stretch of an attachment, and where it lies in the chunk that holds it. */
export interface PiecePlan {
  readonly offset: number;
  readonly length: number;
  /** Number of the stored chunk. */
  readonly chunk: number;
  /** Where it begins in that chunk. */
  readonly start: number;
  /** The whole chunk: then the declared digest is its checksum. */
  readonly isWholeChunk: boolean;
}

const SMALLEST_PIECE_BYTES = 262_144;

/** Gives the next piece from the receiver's offset. A piece never crosses a stored chunk, so one read gives it. */
export function nextPiece(
  attachment: Pick<OutboxAttachment, 'size'>,
  offset: number,
  pieceBytes = PIECE_BYTES,
): PiecePlan | undefined {
  if (offset < 0 || offset >= attachment.size) return undefined;
  const chunk = Math.floor(offset / PIECE_BYTES);
  const start = offset - chunk * PIECE_BYTES;
  const chunkLength = Math.min(PIECE_BYTES, attachment.size - chunk * PIECE_BYTES);
  const length = Math.min(pieceBytes, chunkLength - start);
  return { offset, length, chunk, start, isWholeChunk: length === chunkLength };
}

/** Gives the next smaller piece after something in between found one too large; nothing below 256 KiB. */
export const smallerPiece = (pieceBytes = PIECE_BYTES): number | undefined =>
  pieceBytes / 2 >= SMALLEST_PIECE_BYTES ? pieceBytes / 2 : undefined;

/** Gives how long a request may take: the time its bytes need at the measured rate, twice; 15 s at least. */
export const timeLimitMs = (bytes: number, bytesPerMs: number | undefined): number =>
  Math.max(15_000, bytesPerMs ? Math.ceil((2 * bytes) / bytesPerMs) : 0);
