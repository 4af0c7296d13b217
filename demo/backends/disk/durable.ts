import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file so that it is there as a whole or not at all, also when the power goes: new bytes, to the disk, then the name. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const fresh = `${path}.new`;
  await withFile(fresh, 'w', async (file) => {
    await file.writeFile(text);
    await file.sync();
  });
  await rename(fresh, path);
  await syncFolder(dirname(path));
}

/** Adds bytes at a place and waits for the disk. What stood behind that place goes: nobody was told of it. */
export async function writeAt(path: string, offset: number, bytes: Uint8Array): Promise<void> {
  const isNew = (await sizeOf(path)) === 0;
  await withFile(path, isNew ? 'w' : 'r+', async (file) => {
    await file.truncate(offset);
    await file.write(bytes, 0, bytes.length, offset);
    await file.sync();
  });
  if (isNew) await syncFolder(dirname(path));
}

/** Gives the text of a file; nothing when there is none. */
export const textOf = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error; // a file that cannot be read is not a file that is not there
  });

/** Gives the bytes of a file; none when there is none. */
export async function sizeOf(path: string): Promise<number> {
  try {
    return await withFile(path, 'r', async (file) => (await file.stat()).size);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0; // every error of the file system has a code
    throw error;
  }
}

/** Gives the names in a folder, which is made when it is not there. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  if (await mkdir(folder, { recursive: true })) await syncFolder(dirname(folder));
  return readdir(folder);
}

async function withFile<Value>(
  path: string,
  flags: string,
  use: (file: Awaited<ReturnType<typeof open>>) => Promise<Value>,
): Promise<Value> {
  const file = await open(path, flags);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

const syncFolder = (folder: string): Promise<void> => withFile(folder, 'r', (file) => file.sync());
