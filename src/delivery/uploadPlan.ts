import { PIECE_BYTES } from '../protocol/version';
import type { OutboxAttachment } from './outbox';

/** A stretch of an attachment that goes in one request. */
export interface PiecePlan {
  readonly offset: number;
  readonly length: number;
  /** Numbers of the stored chunks that it is read from, the first one and the one after the last. */
  readonly chunks: readonly [from: number, to: number];
  /** Where it begins in the first of them. */
  readonly start: number;
  /** Exactly one whole chunk: then the declared digest is its checksum. */
  readonly isWholeChunk: boolean;
}

/** The smallest piece, and the first one: on a bad connection a larger one would not be over before the time-out. */
export const SMALLEST_PIECE_BYTES = 262_144;
/** The largest piece: what a receiver takes at once. */
const LARGEST_PIECE_BYTES = 8_388_608;
/** A piece should take about this long: long enough to be worth a request, short enough to be sent again. */
const PIECE_TARGET_MS = 5_000;

const MEASURABLE_BYTES = 65_536;

/** Gives the next piece from the receiver's offset. */
export function nextPiece(
  { size }: Pick<OutboxAttachment, 'size'>,
  offset: number,
  pieceBytes: number,
): PiecePlan | undefined {
  if (offset < 0 || offset >= size) return undefined;
  const length = Math.min(pieceBytes, size - offset);
  const chunk = Math.floor(offset / PIECE_BYTES);
  const start = offset - chunk * PIECE_BYTES;
  const chunkLength = Math.min(PIECE_BYTES, size - chunk * PIECE_BYTES);
  const to = Math.ceil((offset + length) / PIECE_BYTES);
  return { offset, length, chunks: [chunk, to], start, isWholeChunk: start === 0 && length === chunkLength };
}

/** Gives the next smaller piece after something in between found one too large; nothing below 256 KiB. */
export const smallerPiece = (pieceBytes: number): number | undefined =>
  pieceBytes > SMALLEST_PIECE_BYTES ? Math.max(SMALLEST_PIECE_BYTES, powerOfTwo(pieceBytes / 2)) : undefined;

/** How fast bytes go over, and what follows for the next piece. Kept as long as the page lives. */
export interface Pace {
  /** A power of two from 256 KiB to 8 MiB. */
  readonly pieceBytes: number;
  /** Measured with the last piece. */
  readonly bytesPerMs?: number;
}

/** The pace of a connection that nothing is known of. */
export const FIRST_PACE: Pace = { pieceBytes: SMALLEST_PIECE_BYTES };

/**
 * Gives the pace after a piece went over: at most twice as large, and smaller at once when the connection is.
 * The last few bytes of a picture measure the way there and back, not the connection: from 5 bytes in 3 s a time-out of 87 hours would follow.
 */
export function paceAfter(pace: Pace, sent: { readonly bytes: number; readonly ms: number }): Pace {
  if (sent.bytes < MEASURABLE_BYTES) return pace;
  const { pieceBytes } = pace;
  const bytesPerMs = sent.bytes / Math.max(1, sent.ms);
  const fitting = powerOfTwo(Math.min(bytesPerMs * PIECE_TARGET_MS, 2 * pieceBytes, LARGEST_PIECE_BYTES));
  return { pieceBytes: Math.max(SMALLEST_PIECE_BYTES, fitting), bytesPerMs };
}

/** Gives the pace after a piece was too late: half, and the measure is worth nothing any more. */
export const paceAfterTimeOut = ({ pieceBytes }: Pace): Pace => ({
  pieceBytes: smallerPiece(pieceBytes) ?? SMALLEST_PIECE_BYTES,
});

/** Gives how long a request may take: the time its bytes need at the measured rate, twice; from 15 s to 5 min, because a lock is held. */
export const timeLimitMs = (bytes: number, bytesPerMs: number | undefined): number =>
  Math.min(300_000, Math.max(15_000, bytesPerMs ? Math.ceil((2 * bytes) / bytesPerMs) : 0));

const powerOfTwo = (bytes: number): number => 2 ** Math.floor(Math.log2(bytes));
