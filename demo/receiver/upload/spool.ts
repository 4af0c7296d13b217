import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Bytes that arrived in a temporary file. Nobody knows of them until they are moved to a key. */
export interface Spooled {
  readonly file: string;
  readonly size: number;
  /** base64 */
  readonly checksum: string;
  discard(): Promise<void>;
}

/** Says that more bytes came than were allowed. */
export class TooManyBytes extends Error {
  override readonly name = 'TooManyBytes';
}

/** How a stream is written down. */
export interface SpoolOptions {
  readonly folder: string;
  readonly limitBytes: number;
  readonly algorithm: 'sha256' | 'sha1';
  readonly signal?: AbortSignal;
}

/**
 * Writes a stream to a new temporary file while hashing it. When it fails, nothing is left behind,
 * and the source stays open: it may be a request that still has to be answered.
 */
export async function spool(source: Readable | AsyncIterable<Uint8Array>, options: SpoolOptions): Promise<Spooled> {
  const { folder, limitBytes, algorithm, signal } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, randomUUID());
  const discard = (): Promise<void> => rm(file, { force: true });
  const hash = createHash(algorithm);
  let size = 0;
  const counted = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.byteLength;
      hash.update(chunk);
      if (size > limitBytes) done(new TooManyBytes('More bytes came than were allowed'));
      else done(null, chunk);
    },
  });
  try {
    await pipeline(
      source instanceof Readable ? source.iterator({ destroyOnReturn: false }) : source,
      counted,
      createWriteStream(file, { flags: 'wx', mode: 0o600 }),
      { ...(signal && { signal }) },
    );
  } catch (error) {
    await discard();
    throw error;
  }
  return { file, size, checksum: hash.digest('base64'), discard };
}
