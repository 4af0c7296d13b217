/** Which processes are a browser's, so that a test can end them without a warning and end no others. */
import { readdir, readFile } from 'node:fs/promises';

/** A process of a browser. */
export interface BrowserProcess {
  readonly pid: number;
  /** What Chromium uses it for, such as `renderer`; nothing for the one that started them all. */
  readonly type: string | undefined;
  /** How long it has used a processor, in ticks: a renderer that Chromium keeps in reserve hardly has. */
  readonly worked: number;
}

interface Found extends BrowserProcess {
  readonly parent: number;
  readonly isOwner: boolean;
}

/** The browser that has this folder as its profile, and everything it started. Linux only: it reads `/proc`. */
export async function processesOf(profile: string): Promise<readonly BrowserProcess[]> {
  const all = (
    await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(look(profile)))
  ).flat();
  const owned = new Set(all.filter(({ isOwner }) => isOwner).map(({ pid }) => pid));
  for (let size = 0; size !== owned.size;) {
    size = owned.size;
    for (const { pid, parent } of all) if (owned.has(parent)) owned.add(pid);
  }
  return all.filter(({ pid }) => owned.has(pid));
}

const look =
  (profile: string) =>
  async (name: string): Promise<readonly Found[]> => {
    try {
      const [words, stat] = await Promise.all([
        readFile(`/proc/${name}/cmdline`, 'utf8'),
        readFile(`/proc/${name}/stat`, 'utf8'),
      ]);
      const type = /--type=([\w-]+)/.exec(words)?.[1];
      const isOwner = type === undefined && words.includes(`--user-data-dir=${profile}`);
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const worked = Number(fields[11]) + Number(fields[12]);
      return [{ pid: Number(name), parent: Number(fields[1]), type, isOwner, worked }];
    } catch {
      return []; // it ended meanwhile
    }
  };
