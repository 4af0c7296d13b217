import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';

/** Where Linux keeps files in memory. A container may have 64 MB there. */
const IN_MEMORY = '/dev/shm';
/** What the receiver of the longest soak holds, twice: 10,000 submissions are about 1.5 GB with their pictures. */
const ROOM_BYTES = 4e9;

/**
 * Gives the folder for data of receivers that are ended with `kill -9`: in memory where there is room. What such an end leaves
 * is what the kernel was handed, on a disk as in memory, so a disk would add hours of waiting and nothing that can be lost.
 * Cuts of power, where a disk does matter, are tried by `powerCut.ts` on one of its own.
 */
export async function quickFolder(): Promise<string> {
  try {
    const { bavail, bsize } = await statfs(IN_MEMORY);
    return bavail * bsize >= ROOM_BYTES ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir(); // not Linux
  }
}
