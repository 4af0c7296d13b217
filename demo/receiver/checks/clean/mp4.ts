import { textAt, viewOf } from './bytes';

/** Boxes in which phones write place, time, maker and titles. */
const NOTES: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid', 'free', 'skip']);
/** Boxes in which such boxes stand. */
const HOLDERS: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'moof', 'traf']);

/** Boxes stand this deep in a film; in an attack they stand deeper. */
const MAX_DEPTH = 8;

/** Wipes an MP4's notes where they stand, so that everything else stays at its place: the media are found by their place in the file. */
export function blankMp4(bytes: Uint8Array): Uint8Array {
  const clean = Uint8Array.from(bytes);
  blankBoxes(clean, MAX_DEPTH);
  return clean;
}

function blankBoxes(bytes: Uint8Array, deeper: number): void {
  for (let at = 0; at + 8 <= bytes.length;) {
    const short = viewOf(bytes).getUint32(at);
    const isLong = short === 1 && at + 16 <= bytes.length;
    const size = isLong ? Number(viewOf(bytes).getBigUint64(at + 8)) : short === 0 ? bytes.length - at : short;
    const start = at + (isLong ? 16 : 8);
    const end = Math.min(bytes.length, at + size);
    if (end < start) return; // was walked before: can't be
    const name = textAt(bytes, at + 4, 4);
    if (NOTES.has(name)) {
      bytes.set(FREE, at + 4);
      bytes.fill(0, start, end);
    } else if (HOLDERS.has(name) && deeper > 0) blankBoxes(bytes.subarray(start, end), deeper - 1);
    at = end;
  }
}

const FREE = Uint8Array.from('free', (letter) => letter.charCodeAt(0));
