import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Id } from '../../../src/foundation/id';
import type { AttachmentState } from '../../../src/protocol/index';
import type { StoredAttachment } from '../attachmentPort';
import type { Ports } from '../ports';
import { Refusal } from '../problem';
import { deleteBlobsSoon } from '../retention';
import { putBlob } from './putBlob';
import { spool, TooManyBytes, type Spooled } from './spool';

/** The largest piece that is taken at once. */
export const MAX_PIECE_BYTES = 8 * 1_048_576;

/** The checksum that goes with a piece; foreign senders may leave it out, the digests of the manifest decide in the end. */
export interface Checksum {
  readonly algorithm: 'sha256' | 'sha1';
  readonly value: string;
}

/** One PATCH. */
export interface IncomingPiece {
  readonly attachment: StoredAttachment;
  readonly offset: number;
  readonly checksum: Checksum | undefined;
  readonly body: Readable;
}

/** Takes a piece: the bytes are durable first, then the row, then the answer. */
export function createPieceReceiver(
  ports: Ports,
): (piece: IncomingPiece) => Promise<{ readonly offset: number; readonly state: AttachmentState }> {
  const running = new Map<Id, AbortController>();

  return async (piece) => {
    const { id } = piece.attachment;
    running.get(id)?.abort(); // a newer PATCH ends the older one
    const turn = new AbortController();
    running.set(id, turn);
    try {
      return await keep(await receive(piece, ports, turn.signal), piece, ports);
    } finally {
      if (running.get(id) === turn) running.delete(id);
    }
  };
}

async function receive(
  { attachment, offset, checksum, body }: IncomingPiece,
  { spoolFolder }: Ports,
  signal: AbortSignal,
): Promise<Spooled> {
  const limitBytes = Math.min(MAX_PIECE_BYTES, attachment.size - offset);
  try {
    const spooled = await spool(body, {
      folder: spoolFolder,
      limitBytes,
      algorithm: checksum?.algorithm ?? 'sha256',
      signal,
    });
    if (checksum === undefined || checksum.value === spooled.checksum) return spooled;
    await spooled.discard();
    throw new Refusal('checksum-mismatch', 'The checksum of the piece is not the announced one');
  } catch (error) {
    if (error instanceof TooManyBytes) throw tooLarge(limitBytes);
    if (signal.aborted)
      throw new Refusal('upload-locked', 'A newer request took over this upload', { headers: { 'retry-after': '1' } });
    throw error;
  }
}

async function keep(
  spooled: Spooled,
  { attachment, offset }: IncomingPiece,
  ports: Ports,
): Promise<{ offset: number; state: AttachmentState }> {
  if (spooled.size === 0) {
    await spooled.discard();
    return { offset, state: attachment.state };
  }
  const blobKey = `staging/${attachment.id}/${offset}-${randomUUID()}`;
  await putBlob(ports, blobKey, spooled);
  const result = await ports.store.addPiece(attachment.id, { start: offset, size: spooled.size, blobKey });
  if (result.added) return result;
  await ports.store.doomBlob(blobKey);
  await deleteBlobsSoon(ports, [blobKey]);
  throw wrongOffset(result.offset, offset);
}

/** The piece does not begin where the attachment ends. */
export function wrongOffset(expected: number, provided: number): Refusal {
  return new Refusal('mismatching-upload-offset', `The attachment is at ${expected}`, {
    extra: { 'expected-offset': expected, 'provided-offset': provided },
    headers: { 'upload-offset': String(expected) },
  });
}

/** More bytes than fit. */
export function tooLarge(limit: number): Refusal {
  return new Refusal('too-large', `At most ${limit} bytes fit here`, {
    extra: { limit },
    headers: { 'upload-limit': `max-append-size=${MAX_PIECE_BYTES}` },
  });
}
