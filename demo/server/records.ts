import { join, resolve } from 'node:path';
import { StartRefused } from '../receiver/adapters/refusal';
import { backup, type Kept } from '../receiver/backup/backup';
import { BackupRefused, summaryOf } from '../receiver/backup/manifest';
import { restore } from '../receiver/backup/restore';
import { DEFAULT_TERMS } from '../receiver/domain/retention';
import { purgeOld } from '../receiver/retention';
import { createStore } from '../receiver/store/store';
import { openStorages, storageSettings } from './storages';

const USAGE = `Works on the data of a receiver that is stopped (DATA_DIR, default .data; DATABASE_URL and BLOB_STORE as the receiver has them):
  backup <folder>    writes everything into an empty folder, with a manifest of counts and hashes
  restore <folder>   fills a new data folder from a backup and proves that counts and hashes are equal
  verify             proves the access log, or tells the first row that does not hold
  purge              erases what is past its term, as the receiver does every day`;

/** Runs one command; the answer is the exit code. */
async function main([command = '', folder]: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const needsFolder = command === 'backup' || command === 'restore';
  if (!(command in COMMANDS) || needsFolder !== (folder !== undefined)) return say(USAGE, 2);
  const dataFolder = resolve(env['DATA_DIR'] ?? '.data');
  const kept = await openStorages(storageSettings(dataFolder, env));
  try {
    const run = COMMANDS[command as keyof typeof COMMANDS]; // `in` has just proved it
    return await run(kept, { folder: resolve(folder ?? '.'), spool: join(dataFolder, 'incoming') });
  } finally {
    await kept.close();
  }
}

interface Places {
  readonly folder: string;
  readonly spool: string;
}

const storeOf = ({ database }: Kept) => createStore({ database, clock: Date, submissionsPerHour: 0 });

const COMMANDS = {
  backup: async (kept: Kept, { folder }: Places) => say(`Written: ${summaryOf(await backup(kept, folder, Date))}.`, 0),
  restore: async (kept: Kept, { folder, spool }: Places) =>
    say(`Restored: ${summaryOf(await restore(kept, folder, spool))}; counts and hashes are equal.`, 0),
  verify: async (kept: Kept) => {
    const found = await storeOf(kept).checkAccesses();
    return say(JSON.stringify(found, null, 2), found.sound ? 0 : 1);
  },
  purge: async (kept: Kept) =>
    say(JSON.stringify(await purgeOld({ store: storeOf(kept), blobs: kept.blobs }, DEFAULT_TERMS), null, 2), 0),
} as const;

function say(text: string, code: number): number {
  process.stdout.write(`${text}\n`);
  return code;
}

main(process.argv.slice(2), process.env).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const isOurs = error instanceof BackupRefused || error instanceof StartRefused;
    process.stderr.write(`${isOurs ? error.message : `It failed: ${String(error)}`}\n`);
    process.exit(1);
  },
);
