import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from './durableNodeFs';

/**
 * Makes a new database beside its place and moves it there when it is whole and durable,
 * so that a cut during the first start never leaves half a database under the real name.
 */
export async function prepareFolder(folder: string, build: (folder: string) => Promise<void>): Promise<boolean> {
  const sibling = `${folder}.new`;
  rmSync(sibling, { recursive: true, force: true });
  if (existsSync(folder)) return false;
  await build(sibling);
  syncTree(sibling);
  renameSync(sibling, folder);
  syncFolder(dirname(folder));
  return true;
}

function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) syncFile(path);
  }
  syncFolder(folder);
}

function syncFile(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
