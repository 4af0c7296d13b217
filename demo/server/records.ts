import { join, resolve } from 'node:path';
import { StartRefused } from '../receiver/adapters/refusal';
import { backup, type Kept } from '../receiver/backup/backup';
import { BackupRefused, summaryOf } from '../receiver/backup/manifest';
import { restore } from '../receiver/backup/restore';
import { DEFAULT_TERMS } from '../receiver/domain/retention';
import type { Again, OutgoingState } from '../receiver/outgoingPort';
import { purgeOld } from '../receiver/retention';
import { createStore } from '../receiver/store/store';
import { openStorages, storageSettings } from './storages';

const USAGE = `Works on the data of a receiver that is stopped (DATA_DIR, default .data; DATABASE_URL and BLOB_STORE as the receiver has them).
With DATABASE_URL the receiver may go on, when DATA_DIR is another folder than its own.
  backup <folder>      writes everything into an empty folder, with a manifest of counts and hashes
  restore <folder>     fills a new data folder from a backup and proves that counts and hashes are equal
  verify               proves the access log, or tells the first row that does not hold
  purge                erases what is past its term, as the receiver does every day
  outgoing [state]     lists what others were told: waiting, done or dead; the newest 200
  again --id <id>      tells one of those again, under the same id
  again --since <time> tells every webhook again since then, for example 2026-11-26T08:00Z`;

/** Runs one command; the answer is the exit code. */
async function main([command = '', ...words]: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command]?.(words) : undefined;
  if (run === undefined) return say(USAGE, 2);
  const dataFolder = resolve(env['DATA_DIR'] ?? '.data');
  const kept = await openStorages(storageSettings(dataFolder, env));
  try {
    return await run(kept, join(dataFolder, 'incoming'));
  } finally {
    await kept.close();
  }
}

/** Does it, and gives the exit code. */
type Run = (kept: Kept, spoolFolder: string) => Promise<number>;

const storeOf = ({ database }: Kept) => createStore({ database, clock: Date, submissionsPerHour: 0 });

const alone = (words: readonly string[], run: Run): Run | undefined => (words.length === 0 ? run : undefined);
const withFolder = ([folder, ...more]: readonly string[], run: (folder: string) => Run): Run | undefined =>
  folder === undefined || more.length > 0 ? undefined : run(resolve(folder));

/** Each reads the words behind its name; nothing when they make no sense. */
const COMMANDS: Readonly<Record<string, (words: readonly string[]) => Run | undefined>> = {
  backup: (words) =>
    withFolder(words, (folder) => async (kept) => {
      return say(`Written: ${summaryOf(await backup(kept, folder, Date))}.`, 0);
    }),
  restore: (words) =>
    withFolder(words, (folder) => async (kept, spool) => {
      return say(`Restored: ${summaryOf(await restore(kept, folder, spool))}; counts and hashes are equal.`, 0);
    }),
  verify: (words) =>
    alone(words, async (kept) => {
      const found = await storeOf(kept).checkAccesses();
      return sayJson(found, found.sound ? 0 : 1);
    }),
  purge: (words) =>
    alone(words, async (kept) => {
      return sayJson(await purgeOld({ store: storeOf(kept), blobs: kept.blobs }, DEFAULT_TERMS), 0);
    }),
  outgoing: ([state, ...more]) =>
    isState(state)
      ? alone(more, async (kept) => {
          const found = await storeOf(kept).outgoing(state);
          return sayJson(
            found.map(({ body: _facts, ...item }) => item),
            0,
          );
        })
      : undefined,
  again: (words) => {
    const which = againOf(words);
    return which && (async (kept) => say(`To be told again: ${await storeOf(kept).sendAgain(which)}.`, 0));
  },
};

const isState = (word: string | undefined): word is OutgoingState | undefined =>
  word === undefined || ['waiting', 'done', 'dead'].includes(word);

function againOf([how, value = '', ...more]: readonly string[]): Again | undefined {
  if (more.length > 0) return undefined;
  if (how === '--id' && /^[0-9a-f-]{36}$/.test(value)) return { id: value };
  const since = new Date(value);
  return how === '--since' && !Number.isNaN(since.getTime()) ? { since } : undefined;
}

const sayJson = (value: unknown, code: number): number => say(JSON.stringify(value, null, 2), code);

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
