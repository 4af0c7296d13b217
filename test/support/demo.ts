/**
 * The real demo (host app, receiver, inbox, gallery) as its own process: a free port, a data folder of its own.
 * Needs `.build/server.mjs`, which `config/test.mjs` builds.
 */
import { test as base } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const START_LIMIT_MS = 60_000;
const ASK_EVERY_MS = 100;

/** The folder with what a first start leaves behind, for demos to begin with (`demoData.ts`). */
export const FIRST_START = 'DEMO_DATA';

/** A running demo. */
export interface Demo {
  /** For example `http://127.0.0.1:40123`, without a slash at the end. Stays the same over a restart. */
  readonly url: string;
  readonly dataDir: string;
  /** Ends it politely, as a deploy would. Does nothing when it has ended. */
  stop(): Promise<void>;
  /** Ends it without warning, as a power cut of the process would. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data, after ending it politely when it still runs. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

/** A port that nobody listens on now. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('No free port was found.');
  return address.port;
};

const isHealthy = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/healthz`)).ok;
  } catch {
    return false; // nobody listens yet
  }
};

const isRunning = (child: ChildProcess | undefined): child is ChildProcess =>
  child?.exitCode === null && child.signalCode === null;

const endWith = async (child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> => {
  if (!isRunning(child)) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
};

/**
 * What the tests need to be different: nobody sends hundreds of submissions in an hour, but they do; and hints come by themselves, so only
 * stories about them have any (`{ HINTS: 'on' }`).
 */
const SETTINGS = { HOST: '127.0.0.1', SUBMISSIONS_PER_HOUR: '1000', HINTS: 'off' };

interface Place {
  readonly url: string;
  readonly dataDir: string;
  /** Environment of the process, over the settings of the tests. */
  readonly settings: Readonly<Record<string, string>>;
}

const launch = async ({ url, dataDir, settings }: Place): Promise<ChildProcess> => {
  const own = { PORT: new URL(url).port, DATA_DIR: dataDir, PUBLIC_ORIGIN: url };
  const env = { ...process.env, ...SETTINGS, ...settings, ...own };
  const child = spawn(process.execPath, ['.build/server.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (text) => (output += String(text)));
  child.stderr.on('data', (text) => (output += String(text)));
  for (let waitedMs = 0; waitedMs < START_LIMIT_MS; waitedMs += ASK_EVERY_MS) {
    if (await isHealthy(url)) return child;
    if (!isRunning(child)) throw new Error(`The demo ended while it started:\n${output}`);
    await pause(ASK_EVERY_MS);
  }
  await endWith(child, 'SIGKILL');
  throw new Error(`The demo did not become healthy within ${START_LIMIT_MS / 1000} s:\n${output}`);
};

/**
 * Starts a demo of the test's own, for stories in which the receiver is stopped or killed. End it with `remove()`.
 * `settings` are environment variables, such as `{ SUBMISSIONS_PER_HOUR: '2' }`; `host` is how it is called.
 */
export async function startDemo(
  settings: Readonly<Record<string, string>> = {},
  host: '127.0.0.1' | 'localhost' = '127.0.0.1',
): Promise<Demo> {
  const url = `http://${host}:${await freePort()}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'support-demo-'));
  const firstStart = process.env[FIRST_START];
  if (firstStart !== undefined) await cp(firstStart, dataDir, { recursive: true });
  const place: Place = { url, dataDir, settings };
  let child: ChildProcess | undefined = await launch(place);

  const demo: Demo = {
    url,
    dataDir,
    stop: () => endWith(child, 'SIGTERM'),
    kill: () => endWith(child, 'SIGKILL'),
    async restart() {
      await demo.stop();
      child = await launch(place);
    },
    async remove() {
      await demo.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return demo;
}

/** Playwright's test with `demo` (shared by the tests of one worker) and `ownDemo` (this test may kill it). */
export const test = base.extend<{ ownDemo: Demo }, { demo: Demo }>({
  demo: [
    async ({}, use) => {
      const demo = await startDemo();
      await use(demo);
      await demo.remove();
    },
    { scope: 'worker', timeout: START_LIMIT_MS + 30_000 },
  ],
  ownDemo: async ({}, use) => {
    const demo = await startDemo();
    await use(demo);
    await demo.remove();
  },
});

export { expect } from '@playwright/test';
