import { mkdirSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { NodeFS } from '@electric-sql/pglite/nodefs';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from '../../migrations/migrate';
import type { OpenDatabase } from '../openDatabase';
import { DurableNodeFs } from './durableNodeFs';
import { prepareFolder } from './firstStart';
import { takeLock } from '../lockFile';
import { EXIT_DISK_LOST, StartRefused } from '../refusal';
import { checkDurability, type Probe } from './selfCheck';

/** How PGlite is started; only the tests of the self-check hand in others. */
export interface PgliteParts {
  readonly fileSystem: (folder: string) => NodeFS & { readonly synced: { readonly files: number } };
  readonly startParams: readonly string[];
}

/** `fdatasync` does nothing in this build, so the log is written with `fsync`. */
export const DURABLE_PARTS: PgliteParts = {
  fileSystem: (folder) => new DurableNodeFs(folder, endProcess),
  startParams: [
    ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
    ...['fsync=on', 'wal_sync_method=fsync', 'full_page_writes=on', 'synchronous_commit=on'].flatMap((setting) => [
      '-c',
      setting,
    ]),
  ],
};

/** There is nothing to wait for: this is called from within the database, which will not go on. What was asked comes again. */
function endProcess(): never {
  writeSync(
    2,
    'The database can not write to its disk, so the receiver ends: nothing may be called kept that is not. Make room or mend the disk, and start it again.\n',
  );
  process.exit(EXIT_DISK_LOST);
}

/** Opens the database in `dataFolder`, or throws `StartRefused` when its commits would not survive a power cut. */
export async function openPglite(dataFolder: string, parts: PgliteParts = DURABLE_PARTS): Promise<OpenDatabase> {
  makeFolder(dataFolder);
  const release = takeLock(join(dataFolder, 'receiver.lock'));
  try {
    const folder = join(dataFolder, 'database');
    const isNew = await prepareFolder(folder, async (sibling) => (await start(sibling, parts)).client.close());
    rmSync(join(folder, 'postmaster.pid'), { force: true }); // left by a killed process; ours is the only one, we hold the lock
    const client = await checked(await start(folder, parts));
    return {
      database: drizzle({ client }),
      isNew,
      freeBytes() {
        const { bavail, bsize } = statfsSync(folder);
        return bavail * bsize;
      },
      close: async () => {
        await client.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** Opens a database in memory, for tests: nothing of it survives the process. */
export async function openInMemory(): Promise<OpenDatabase> {
  const client = await PGlite.create();
  await bringUpToDate(client);
  return { database: drizzle({ client }), isNew: true, close: () => client.close() };
}

/** Proves durability and updates the tables; a database that fails is closed again. */
async function checked({ client, synced }: Started): Promise<PGlite> {
  try {
    await checkDurability(probeOf(client, synced));
    await bringUpToDate(client);
    return client;
  } catch (error) {
    await client.close();
    throw error;
  }
}

interface Started {
  readonly client: PGlite;
  readonly synced: { readonly files: number };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartRefused(`The data folder can't be made (${String((error as NodeJS.ErrnoException).code)}).`); // `mkdirSync` throws errors with a code
  }
}

async function start(folder: string, parts: PgliteParts): Promise<Started> {
  const fileSystem = parts.fileSystem(folder);
  const client = await PGlite.create({ fs: fileSystem, startParams: [...parts.startParams] });
  return { client, synced: fileSystem.synced };
}

const bringUpToDate = (client: PGlite): Promise<unknown> =>
  migrate({
    run: (sql) => client.exec(sql),
    names: async (sql) => (await client.query<{ name: string }>(sql)).rows.map((row) => row.name),
  });

const probeOf = (client: PGlite, synced: Started['synced']): Probe => ({
  setting: async (name: string) =>
    (await client.query<Record<string, string>>(`show ${name}`)).rows[0]?.[name] ?? 'unknown',
  commitRow: async () => {
    await client.exec(`create table if not exists durability_probe (at timestamptz not null);
      delete from durability_probe; insert into durability_probe values (now())`);
  },
  checkpoint: async () => {
    await client.exec('checkpoint');
  },
  syncedFiles: () => synced.files,
});
