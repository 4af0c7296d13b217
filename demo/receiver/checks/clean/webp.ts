import { joined, textAt, viewOf } from './bytes';

const HEAD_BYTES = 12;
/** What pixels need, also those that move. Profiles, places, times and names are none of it. */
const KEPT: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);
const PICTURES: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ANMF']);
/** In the head of an extended picture: there is a profile, there are notes of a camera, there are notes of a program. */
const NOTES = 0x20 | 0x08 | 0x04;
/** A film is a recording, not a picture. */
const MAX_FRAMES = 1000;

/** Writes a WebP anew with nothing but its pixels; these are not touched. Nothing comes back when a chunk is torn or something stands behind the end. */
export function cleanWebp(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < HEAD_BYTES || viewOf(bytes).getUint32(4, true) !== bytes.length - 8) return undefined;
  const chunks = chunksOf(bytes);
  const pictures = chunks?.filter(({ name }) => PICTURES.has(name)).length ?? 0;
  if (chunks === undefined || pictures < 1 || pictures > MAX_FRAMES) return undefined;
  const kept = chunks.filter(({ name }) => KEPT.has(name));
  return framed(kept.map(({ name, whole }) => (name === 'VP8X' ? withoutNotes(whole) : whole)));
}

interface Chunk {
  readonly name: string;
  readonly whole: Uint8Array;
}

/** Every chunk, with its filling; nothing when one is torn. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const found: Chunk[] = [];
  for (let at = HEAD_BYTES; at < bytes.length;) {
    const length = at + 8 > bytes.length ? Infinity : viewOf(bytes).getUint32(at + 4, true);
    const next = at + 8 + length + (length % 2);
    if (!(next <= bytes.length)) return undefined;
    found.push({ name: textAt(bytes, at, 4), whole: bytes.subarray(at, next) });
    at = next;
  }
  return found;
}

function withoutNotes(head: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(head);
  changed[8] = (changed[8] ?? 0) & ~NOTES;
  return changed;
}

function framed(chunks: readonly Uint8Array[]): Uint8Array {
  const content = joined(chunks);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(content.length + 4, 4);
  return joined([head, content]);
}
