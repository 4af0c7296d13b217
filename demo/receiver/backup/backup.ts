import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BlobStore, Clock } from '../ports';
import type { Database } from '../store/database';
import { takeReceiverSide } from '../store/rows';
import { BackupRefused, type Manifest } from './manifest';
import { linesOf, proofOf, rowsOf, tableNames, type TableProof } from './tables';

/** What is backed up or filled. */
export interface Kept {
  readonly database: Database;
  readonly blobs: BlobStore;
}

/**
 * Writes everything the receiver keeps into an empty folder: one file of JSON lines per table, the bytes, and last
 * a manifest of counts and hashes. A backup without a manifest was cut off. It holds what people said: keep it as well as the receiver itself.
 */
export async function backup({ database, blobs }: Kept, folder: string, clock: Clock): Promise<Manifest> {
  await mustBeEmpty(folder);
  const { tables, keys } = await database.transaction(
    async (tx) => {
      await takeReceiverSide(tx);
      return { tables: await writeTables(tx, join(folder, 'tables')), keys: await blobKeys(tx) };
    },
    { isolationLevel: 'repeatable read' },
  );
  const migrations = await rowsOf<{ name: string }>(database, 'select name from migration order by at, name');
  const manifest = {
    madeAt: new Date(clock.now()).toISOString(),
    migrations: migrations.map(({ name }) => name),
    tables,
    blobs: await copyBlobs(keys, blobs, join(folder, 'blobs')),
  };
  await writeDurably(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

async function mustBeEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new BackupRefused('The folder of a backup must be empty: an older one is never written over.');
}

async function writeTables(tx: Database, folder: string): Promise<Readonly<Record<string, TableProof>>> {
  await rowsOf(tx, "set local time zone 'UTC'");
  await mkdir(folder, { mode: 0o700 });
  const proofs: Record<string, TableProof> = {};
  for (const table of await tableNames(tx)) {
    const lines = await linesOf(tx, table);
    await writeFile(join(folder, `${table}.jsonl`), lines.map((line) => `${line}\n`).join(''), { mode: 0o600 });
    proofs[table] = proofOf(lines);
  }
  return proofs;
}

/** Every file that a row names: those of attachments, pieces that are still coming in, and pictures of hints. */
async function blobKeys(tx: Database): Promise<readonly string[]> {
  const rows = await rowsOf<{ key: string }>(
    tx,
    `select blob_key as key from attachment where blob_key is not null
     union select blob_key from upload_chunk union select blob_key from hint_asset order by 1`,
  );
  return rows.map(({ key }) => key);
}

async function copyBlobs(
  keys: readonly string[],
  blobs: BlobStore,
  folder: string,
): Promise<Readonly<Record<string, string>>> {
  const hashes: Record<string, string> = {};
  for (const key of keys) {
    const file = join(folder, key);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const hash = createHash('sha256');
    await pipeline(
      await blobs.get(key),
      async function* (source: AsyncIterable<Uint8Array>) {
        for await (const chunk of source) {
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(file, { mode: 0o600, flags: 'wx' }),
    );
    hashes[key] = hash.digest('hex');
  }
  return hashes;
}

/** The manifest has its name only when all of it is on the disk. */
async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(`${file}.new`, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
}
