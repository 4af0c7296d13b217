import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { DEFAULT_LIMITS, PIECE_BYTES, type AttachmentState } from '../../../src/protocol/index';
import { checkContent, type Checked } from '../checks/checkContent';
import type { Stored, StoredAttachment, Verdict } from '../attachmentPort';
import type { Ports } from '../ports';
import { deleteBlobsSoon } from '../retention';
import { putBlob } from './putBlob';
import { spool, type Spooled } from './spool';

/** After this many times with wrong digests the sender is not believed any more. */
const MAX_RESTARTS = 3;

/**
 * Judges an attachment of which every byte is in: one file is made of the pieces, each MiB is compared with its declared digest,
 * the content with its declared type. Then the verdict is committed and the pieces go.
 * May run twice for one attachment: the second time finds it settled.
 */
export async function finishUpload(attachment: StoredAttachment, ports: Ports): Promise<AttachmentState> {
  const digests: string[] = [];
  const whole = await spool(hashed(attachment, ports, digests), {
    folder: ports.spoolFolder,
    limitBytes: attachment.size,
    algorithm: 'sha256',
  });
  const verdict = await judge(attachment, whole, { digests, ports });
  const left = await ports.store.settle(attachment.id, verdict);
  await deleteBlobsSoon(ports, left);
  return verdict.state;
}

/** Finishes what a stop or a crash left lying: run at the start and now and then. */
export async function finishAll(ports: Ports): Promise<number> {
  const waiting = await ports.store.unjudged();
  for (const attachment of waiting)
    await finishUpload(attachment, ports).catch(async (error: unknown) => {
      const left = await ports.store.unjudged(); // another receiver may have finished it meanwhile, and its pieces are gone
      if (left.some(({ id }) => id === attachment.id)) throw error;
    });
  return waiting.length;
}

interface Judging {
  readonly digests: readonly string[];
  readonly ports: Ports;
}

async function judge(attachment: StoredAttachment, whole: Spooled, { digests, ports }: Judging): Promise<Verdict> {
  const { declared, restarts } = attachment;
  const isSame =
    digests.length === declared.digests.length && digests.every((digest, index) => digest === declared.digests[index]);
  if (!isSame && restarts < MAX_RESTARTS) {
    await whole.discard();
    return { state: 'declared' };
  }
  const checked: Checked = isSame
    ? await checkContent(await readFile(whole.file), declared, DEFAULT_LIMITS)
    : { state: 'refused', reason: 'content-mismatch' };
  const blobKey = keyOf(attachment, ports.clock.now());
  if (checked.state === 'refused') {
    await putBlob(ports, blobKey, whole);
    return { state: 'quarantined', reason: checked.reason, blobKey, stored: storedAs(whole) };
  }
  await whole.discard();
  const clean = await spool(Readable.from([checked.bytes]), {
    folder: ports.spoolFolder,
    limitBytes: checked.bytes.length,
    algorithm: 'sha256',
  });
  await putBlob(ports, blobKey, clean);
  return { state: 'available', blobKey, stored: storedAs(clean) };
}

const storedAs = ({ size, checksum }: Spooled): Stored => ({ size, digest: checksum });

/** Reads the pieces in order and writes down the digest of each MiB on the way. */
async function* hashed(
  attachment: StoredAttachment,
  { store, blobs }: Ports,
  digests: string[],
): AsyncGenerator<Uint8Array> {
  const digester = createDigester(digests);
  for (const piece of await store.pieces(attachment.id)) {
    for await (const chunk of await blobs.get(piece.blobKey)) {
      digester.add(chunk as Uint8Array); // a blob is read as bytes
      yield chunk as Uint8Array; // the same
    }
  }
  digester.end();
}

/** Cuts a stream of bytes into MiBs and adds the digest of each to `digests`. */
function createDigester(digests: string[]): { add(bytes: Uint8Array): void; end(): void } {
  let hash = createHash('sha256');
  let filled = 0;
  const end = (): void => {
    if (filled === 0) return;
    digests.push(hash.digest('base64'));
    hash = createHash('sha256');
    filled = 0;
  };
  const add = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.byteLength;) {
      const taken = bytes.subarray(at, at + PIECE_BYTES - filled);
      hash.update(taken);
      filled += taken.byteLength;
      at += taken.byteLength;
      if (filled === PIECE_BYTES) end();
    }
  };
  return { add, end };
}

/** `organisation/yyyy/mm/uuid` */
function keyOf({ organisation }: StoredAttachment, now: number): string {
  const [year, month] = new Date(now).toISOString().split('-');
  return `${organisation}/${year}/${month}/${randomUUID()}`;
}
