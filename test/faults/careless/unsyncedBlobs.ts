/** A control of the power cuts: files that nobody pushes to the disk. */
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createDiskBlobs as createCarefulBlobs } from '../../../demo/receiver/adapters/diskBlobs';
import type { BlobStore } from '../../../demo/receiver/ports';

/** Stands in the place of `createDiskBlobs`. */
export const createDiskBlobs = (folder: string): BlobStore => ({
  ...createCarefulBlobs(folder),
  async put(key, file) {
    const path = join(folder, key);
    await mkdir(dirname(path), { recursive: true });
    await rename(file, path);
  },
});
