/** Bytes that are read here and there, without having all of them in memory. */
export interface ByteSource {
  readonly size: number;
  /** Gives what is there: fewer bytes than asked at the end of the file. */
  read(start: number, length: number): Promise<Uint8Array>;
}

/** Reads what is in memory already. */
export const bytesSource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (start, length) => bytes.subarray(start, start + length),
});
