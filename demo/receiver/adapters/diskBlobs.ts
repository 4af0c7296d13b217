import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { BlobStore } from '../ports';
import { isSafeKey, safeKey } from './blobKeys';

/** Keeps bytes as files below a folder, outside any web root. Each file is whole and durable before it has its name. */
export function createDiskBlobs(folder: string): BlobStore {
  const root = resolve(folder);
  const pathOf = (key: string): string => join(root, safeKey(key));

  return {
    async put(key, file) {
      const path = pathOf(key);
      await makeFolders(dirname(path));
      await syncPath(file);
      await rename(file, path).catch((error: unknown) => moveFar(error, file, path));
      await syncPath(dirname(path));
    },
    get: async (key, range) => createReadStream(pathOf(key), range && { start: range.start, end: range.end }),
    head: async (key) => (await stat(pathOf(key)).catch(onlyIfMissing))?.size,
    delete: (key) => rm(pathOf(key), { force: true }),
    async list(prefix) {
      const entries = await readdir(pathOf(prefix), { recursive: true, withFileTypes: true }).catch(onlyIfMissing);
      return (entries ?? [])
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
        .filter(isSafeKey)
        .sort();
    },
  };
}

/** Moves a file that came from another file system: it is whole and durable before it has its name. */
async function moveFar(error: unknown, file: string, path: string): Promise<void> {
  if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error; // file calls throw errors with a code
  const near = `${path}.new`;
  try {
    await copyFile(file, near);
    await syncPath(near);
    await rename(near, path);
  } catch (failure) {
    await rm(near, { force: true }); // half a file on a disk that is full would keep it so
    throw failure;
  }
  await rm(file);
}

function onlyIfMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error; // file calls throw errors with a code
  return undefined;
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the folders on the way and their names durable. */
async function makeFolders(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncPath(dirname(made));
}
