/** The real receiver as a process of its own, which can be ended without a warning and started again on the same data. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quickFolder } from './quickFolder';

/** A receiver that may be down. */
export interface ReceiverProcess {
  /** Its address; nothing while it is down. It changes with every start. */
  readonly url: string | undefined;
  readonly pid: number | undefined;
  readonly kills: number;
  start(): Promise<void>;
  /** Ends it with `kill -9`. */
  kill(): Promise<void>;
  /** Gives a token of this person. Rejects while it is down. */
  token(person: string): Promise<string>;
  remove(): Promise<void>;
}

/** A receiver that is killed while it is asked does not always break the connection. */
const ANSWER_MS = 5000;
/** Tokens live ten minutes; they are asked anew well before. */
const TOKEN_MS = 240_000;

/** Where and how a receiver runs. */
export interface ReceiverPlace {
  /** Folder that its data is in. Default: the one for temporary files. */
  readonly parent?: string;
  /** For Node. */
  readonly flags?: readonly string[];
}

/** Where receivers run that are ended every few seconds. PGlite is not compiled to its best: that takes longer than their life. */
export const forShortLives = async (): Promise<ReceiverPlace> => ({
  parent: await quickFolder(),
  flags: ['--liftoff-only'],
});

/** Creates a receiver on new data, or on the storages that `env` names; `start` starts it. */
export async function createReceiverProcess(
  program: string,
  env: Readonly<Record<string, string>> = {},
  { parent = tmpdir(), flags = [] }: ReceiverPlace = {},
): Promise<ReceiverProcess> {
  const folder = await mkdtemp(join(parent, 'support-faults-'));
  const tokens = new Map<string, { readonly token: string; readonly at: number }>();
  let child: ChildProcess | undefined;
  let url: string | undefined;
  let kills = 0;

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    url = undefined;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };

  const receiver: ReceiverProcess = {
    get url() {
      return url;
    },
    get pid() {
      return child?.pid;
    },
    get kills() {
      return kills;
    },
    async start() {
      child = spawn(process.execPath, [...flags, program], {
        env: {
          ...process.env,
          HOST: '127.0.0.1',
          PORT: '0',
          DATA_DIR: folder,
          SUBMISSIONS_PER_HOUR: '10000000',
          ...env,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      url = await addressOf(child);
    },
    async kill() {
      kills += 1;
      await end('SIGKILL');
    },
    async token(person) {
      const known = tokens.get(person);
      if (known && performance.now() - known.at < TOKEN_MS) return known.token;
      if (url === undefined) throw new Error('The host is down with the receiver.');
      const token = await askToken(url, person);
      tokens.set(person, { token, at: performance.now() });
      return token;
    },
    async remove() {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
  return receiver;
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  for await (const output of stdout ?? []) {
    const found = /host app: (http:\/\/[\d.:]+)/.exec(String(output))?.[1];
    if (found !== undefined) return found;
  }
  throw new Error('The receiver ended before it listened.');
}

async function askToken(url: string, person: string): Promise<string> {
  const login = await fetch(`${url}/host/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  const cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const answer = await fetch(`${url}/host/api/support-token`, {
    headers: { cookie },
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  return ((await answer.json()) as { readonly token: string }).token; // our own demo
}
