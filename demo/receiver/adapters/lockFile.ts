import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import type { Undo } from '../../../src/foundation/lifetime';
import { StartRefused } from './refusal';

/** One running process: its number alone is not enough, numbers are used again. */
interface Holder {
  readonly pid: number;
  readonly startedAt: string;
}

/**
 * Takes a folder for this process alone; the answer gives it back.
 * PGlite takes no lock of its own, and two processes on one folder corrupt it (pglite#1106).
 */
export function takeLock(path: string, isAlive: (holder: Holder) => boolean = holderLives): Undo {
  const mine: Holder = { pid: process.pid, startedAt: startOf(process.pid) ?? '' };
  if (!create(path, mine)) {
    const holder = readHolder(path);
    if (holder !== undefined && isAlive(holder)) {
      throw new StartRefused(
        `The data folder is in use by process ${holder.pid}; a second receiver on it would corrupt it.`,
      );
    }
    rmSync(path, { force: true });
    if (!create(path, mine))
      throw new StartRefused('Another receiver took the data folder at this very moment; try again.');
  }
  return () => rmSync(path, { force: true });
}

function create(path: string, holder: Holder): boolean {
  try {
    const descriptor = openSync(path, 'wx', 0o600);
    writeSync(descriptor, JSON.stringify(holder));
    fsyncSync(descriptor);
    closeSync(descriptor);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false; // what `openSync` throws has a code
    throw new StartRefused(`The data folder can't be written (${String((error as NodeJS.ErrnoException).code)}).`);
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || !('startedAt' in holder))
      return undefined;
    return typeof holder.pid === 'number' ? { pid: holder.pid, startedAt: String(holder.startedAt) } : undefined;
  } catch {
    return undefined; // torn by a cut: nobody can hold it
  }
}

/** A process with this number runs, and it is the same one: its start time, where the system tells it, is equal. */
function holderLives({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false; // what `kill` throws has a code
  }
  const started = startOf(pid);
  return started === undefined || startedAt === '' || started === startedAt;
}

/** When a process started, in the system's own count; nothing where the system does not tell (only Linux does here). */
function startOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19];
  } catch {
    return undefined;
  }
}
