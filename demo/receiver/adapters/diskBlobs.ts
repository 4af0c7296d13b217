import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { BlobStore } from '../ports';
import { isSafeKey, safeKey } from './blobKeys';

/** Keeps bytes as files below a folder, outside any web root. Each file is whole and durable before it has its name. */
export function createDiskBlobs(folder: string, sync: Sync = syncPath): BlobStore {
  const root = resolve(folder);
  const pathOf = (key: string): string => join(root, safeKey(key));
  let rootIsKept: Promise<void> | undefined;
  /** By one: whoever comes second would find it there, and not know whether its name is durable already. */
  const keepRoot = (): Promise<void> =>
    (rootIsKept ??= makeRoot(root, sync).catch((error: unknown) => {
      rootIsKept = undefined;
      throw error;
    }));

  return {
    async put(key, file) {
      const path = pathOf(key);
      await keepRoot();
      await makeFolders(dirname(path), { root, sync });
      await sync(file);
      await rename(file, path).catch((error: unknown) => moveFar(error, { file, path, sync }));
      await sync(dirname(path));
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
async function moveFar(
  error: unknown,
  { file, path, sync }: { file: string; path: string; sync: Sync },
): Promise<void> {
  if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error; // file calls throw errors with a code
  const near = `${path}.new`;
  try {
    await copyFile(file, near);
    await sync(near);
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

/** Pushes a file, or the names in a folder, to the disk. */
type Sync = (path: string) => Promise<void>;

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the folder of everything; its name and those above it that were not there are durable then. */
async function makeRoot(root: string, sync: Sync): Promise<void> {
  const first = await mkdir(root, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = root; made.length >= first.length; made = dirname(made)) await sync(dirname(made));
}

/** Makes the folders on the way and their names durable, also of those that are there: whoever has just made one may not be that far yet. */
async function makeFolders(folder: string, { root, sync }: { root: string; sync: Sync }): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (let made = folder; made.length > root.length; made = dirname(made)) await sync(dirname(made));
}
