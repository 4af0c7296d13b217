import type { Ports } from '../ports';
import type { Spooled } from './spool';

/** Gives what arrived its key. Where that fails nothing stays behind: not the file, the disk may be full; not the bytes, should they have got there and only the answer not. */
export async function putBlob(
  { store, blobs }: Pick<Ports, 'store' | 'blobs'>,
  key: string,
  { file, discard }: Spooled,
): Promise<void> {
  try {
    await blobs.put(key, file);
  } catch (error) {
    await Promise.allSettled([discard(), store.doomBlob(key)]);
    throw error;
  }
}
