import type { FileHandle } from 'node:fs/promises';

/** Bytes that are read here and there, without having all of them in memory. */
export interface ByteSource {
  readonly size: number;
  /** Gives what is there: fewer bytes than asked at the end of the file. */
  read(start: number, length: number): Promise<Uint8Array>;
}

const WINDOW_BYTES = 65_536;

/** Reads a file in windows: a walk over a container takes a few bytes at a time. */
export function fileSource(handle: FileHandle, size: number): ByteSource {
  let from = 0;
  let held = new Uint8Array();
  return {
    size,
    async read(start, length) {
      if (start < from || start + length > from + held.length) {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.max(WINDOW_BYTES, length)), {
          position: start,
        });
        from = start;
        held = buffer.subarray(0, bytesRead);
      }
      return held.subarray(start - from, start - from + length);
    },
  };
}

/** Reads what is in memory already. */
export const bytesSource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (start, length) => bytes.subarray(start, start + length),
});
