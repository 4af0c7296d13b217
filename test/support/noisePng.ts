import { crc32 } from 'node:zlib';
import { seededRandom } from './builders';

/** A chunk of a PNG, with its check sum. */
export function pngChunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** What every PNG begins with. */
export const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** The header of a PNG: eight bits of grey unless said otherwise. */
export function pngHeader(width: number, height: number, [depth, kind, interlaced] = [8, 0, 0]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth ?? 8, kind ?? 0, 0, 0, interlaced ?? 0], 8);
  return pngChunk('IHDR', header);
}

const STORED_BYTES = 65_535;
const WIDE = 8191;
/** Signature, header, one chunk of pixels without content, end. */
const FRAME_BYTES = 57;

/**
 * Makes a whole PNG of exactly so many bytes, of grey noise that is not packed: every byte of it counts.
 * What does not fill a row is filled with empty blocks (5 bytes) and empty chunks (12 bytes).
 */
export function noisePng(sizeBytes: number, seed = 1): Uint8Array {
  const one = widthOfOneRow(sizeBytes);
  const width = one ?? WIDE;
  const height = one === undefined ? rowsThatFit(sizeBytes) : 1;
  const rows = Buffer.from(seededRandom(seed)(height * (width + 1)));
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0; // no filter
  const left = sizeBytes - FRAME_BYTES - packedBytes(rows.length);
  const emptyChunks = [0, 1, 2, 3, 4].find((count) => left - 12 * count >= 0 && (left - 12 * count) % 5 === 0) ?? 0;
  const pixels = packed(rows, (left - 12 * emptyChunks) / 5);
  return Uint8Array.from(
    Buffer.concat([
      PNG_SIGNATURE,
      pngHeader(width, height),
      pngChunk('IDAT', pixels),
      ...Array.from({ length: emptyChunks }, () => pngChunk('IDAT', Buffer.alloc(0))),
      pngChunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

const packedBytes = (bytes: number): number => 6 + bytes + 5 * Math.ceil(bytes / STORED_BYTES);

function widthOfOneRow(sizeBytes: number): number | undefined {
  const width = sizeBytes - FRAME_BYTES - 6 - 5 - 1;
  return width <= 16_000 ? width : undefined;
}

function rowsThatFit(sizeBytes: number): number {
  let rows = Math.floor((sizeBytes - FRAME_BYTES) / (WIDE + 1));
  while (sizeBytes - FRAME_BYTES - packedBytes(rows * (WIDE + 1)) < 48) rows -= 1;
  return rows;
}

/** A zlib stream of blocks that are stored as they are, some of them empty. */
function packed(bytes: Buffer, emptyBlocks: number): Buffer {
  const blocks: Buffer[] = [Buffer.from([0x78, 0x01])];
  for (let count = 0; count < emptyBlocks; count += 1) blocks.push(block(Buffer.alloc(0), false));
  for (let at = 0; at < bytes.length; at += STORED_BYTES)
    blocks.push(block(bytes.subarray(at, at + STORED_BYTES), at + STORED_BYTES >= bytes.length));
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(adler32(bytes));
  return Buffer.concat([...blocks, sum]);
}

function block(content: Buffer, isLast: boolean): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(isLast ? 1 : 0);
  head.writeUInt16LE(content.length, 1);
  head.writeUInt16LE(content.length ^ 0xffff, 3);
  return Buffer.concat([head, content]);
}

function adler32(bytes: Buffer): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return ((high << 16) | low) >>> 0;
}
