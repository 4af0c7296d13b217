import { crc32, createInflate } from 'node:zlib';
import { joined, textAt, viewOf } from './bytes';

/** What pixels need. Texts, times, places, profiles and the frames of an animation are none of it. */
const KEPT: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
const SIGNATURE_BYTES = 8;
/** Length, name and check sum around the content of a chunk. */
const FRAME_BYTES = 12;

/**
 * Writes a PNG anew with nothing but its pixels; these are not touched. Nothing comes back when it is not whole:
 * a chunk that is torn, out of place or unknown, a wrong check sum, bytes behind the end, or pixels that unpack to more or less than the header says.
 */
export async function cleanPng(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const chunks = chunksOf(bytes);
  if (chunks === undefined || !isInOrder(chunks)) return undefined;
  const pixels = chunks.filter(({ name }) => name === 'IDAT').map(({ content }) => content);
  const needed = pixelBytes(chunks[0]?.content ?? new Uint8Array());
  if (needed === undefined || !(await unpacksTo(joined(pixels), needed))) return undefined;
  return joined([bytes.subarray(0, SIGNATURE_BYTES), ...chunks.map(({ whole }) => whole)]);
}

interface Chunk {
  readonly name: string;
  readonly content: Uint8Array;
  readonly whole: Uint8Array;
}

/** The chunks that are kept; nothing when one is torn or damaged, or when a needed one is not known. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const found: Chunk[] = [];
  for (let at = SIGNATURE_BYTES; at < bytes.length;) {
    if (at + FRAME_BYTES > bytes.length || found.at(-1)?.name === 'IEND') return undefined;
    const end = at + FRAME_BYTES + viewOf(bytes).getUint32(at);
    if (end > bytes.length) return undefined;
    const whole = bytes.subarray(at, end);
    const name = textAt(whole, 4, 4);
    if (!/^[A-Za-z]{4}$/.test(name) || crc32(whole.subarray(4, -4)) !== viewOf(whole).getUint32(whole.length - 4))
      return undefined;
    if (KEPT.has(name)) found.push({ name, content: whole.subarray(8, -4), whole });
    else if (/^[A-Z]/.test(name)) return undefined; // a capital says: no picture without it
    at = end;
  }
  return found;
}

/** IHDR, PLTE at most once, tRNS at most once, the pixels, IEND. */
const isInOrder = (chunks: readonly Chunk[]): boolean =>
  /^IHDR (PLTE )?(tRNS )?(IDAT )+IEND$/.test(chunks.map(({ name }) => name).join(' '));

/** Samples per pixel by kind of colour, and the depths that go with it. */
const COLOURS: Readonly<Record<number, { readonly samples: number; readonly depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};
/** First column, first row, and the steps between them, of the seven passes of an interlaced picture. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** How many bytes the pixels unpack to; nothing when the header makes no sense. */
function pixelBytes(header: Uint8Array): number | undefined {
  const [width, height] = [viewOf(header).getUint32(0), viewOf(header).getUint32(4)];
  const [depth = 0, kind = -1, packing, filter, interlaced] = header.subarray(8);
  const colour = COLOURS[kind];
  if (!colour?.depths.includes(depth) || packing !== 0 || filter !== 0) return undefined;
  const bytesOf = (columns: number, rows: number): number =>
    columns === 0 ? 0 : rows * (1 + Math.ceil((columns * colour.samples * depth) / 8));
  if (interlaced === 0) return bytesOf(width, height);
  if (interlaced !== 1) return undefined;
  return PASSES.reduce(
    (sum, [x, y, right, down]) => sum + bytesOf(Math.ceil((width - x) / right), Math.ceil((height - y) / down)),
    0,
  );
}

/** Unpacks without keeping, and stops as soon as it is too much: a bomb never goes off. */
async function unpacksTo(packed: Uint8Array, bytes: number): Promise<boolean> {
  const unpacking = createInflate();
  unpacking.end(packed);
  let found = 0;
  try {
    for await (const part of unpacking) {
      found += (part as Uint8Array).length; // it gives bytes
      if (found > bytes) return false;
    }
  } catch {
    return false; // not packed as it should be
  }
  return found === bytes && unpacking.bytesWritten === packed.length;
}
