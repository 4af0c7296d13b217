import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIRST_START, startDemo } from './demo';

const LOG = 'receiver.log';

/**
 * Starts a demo once before all tests and keeps what its first start left behind, for others to begin with: making a database takes a demo
 * longer than anything else it does in a story. Gives the way to remove it.
 */
export async function keepFirstStart(): Promise<() => Promise<void>> {
  if (!existsSync('.build/server.mjs')) return async () => undefined; // only pages are built
  const folder = await mkdtemp(join(tmpdir(), 'support-demo-data-'));
  const demo = await startDemo();
  await demo.stop();
  await cp(demo.dataDir, folder, { recursive: true, filter: (file) => !file.endsWith(LOG) });
  await demo.remove();
  process.env[FIRST_START] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
