import { joined, textAt, viewOf } from './bytes';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const EXIF = 0xe1;
const ADOBE = 0xee;
const COMMENT = 0xfe;

/**
 * Writes a JPEG anew without what cameras and programs add to it: place, time, names, thumbnails, comments.
 * Of all that, two things stay, for without them the picture looks wrong: which way is up, and how its colours are kept.
 * What stands behind the end (phones put a film there) is left out. Nothing comes back when the picture is not whole.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const segments = segmentsOf(bytes);
  if (segments === undefined || !isWhole(segments)) return undefined;
  const turn = segments
    .filter(({ marker }) => marker === EXIF)
    .map(({ whole }) => turnOf(whole))
    .find((found) => found !== undefined);
  const kept = segments.filter(({ marker, whole }) => isPicture(marker, whole)).map(({ whole }) => whole);
  return joined([bytes.subarray(0, 2), ...(turn === undefined ? [] : [notesOf(turn)]), ...kept]);
}

/** The parts of the picture up to its end; nothing when one is torn, or when there is no end. */
function segmentsOf(bytes: Uint8Array): readonly Segment[] | undefined {
  const found: Segment[] = [];
  for (let at = 2; found.at(-1)?.marker !== END;) {
    const segment = segmentAt(bytes, at);
    if (segment === undefined) return undefined;
    found.push(segment);
    at = segment.next;
  }
  return found;
}

/** One size, and pixels. */
const isWhole = (segments: readonly Segment[]): boolean =>
  segments.filter(({ marker }) => isFrame(marker)).length === 1 && segments.some(({ marker }) => marker === SCAN);

interface Segment {
  readonly marker: number;
  /** With its marker and, for a scan, the pixels that follow. */
  readonly whole: Uint8Array;
  readonly next: number;
}

function segmentAt(bytes: Uint8Array, from: number): Segment | undefined {
  const at = bytes[from] === 0xff ? lastFilling(bytes, from) : bytes.length;
  const marker = bytes[at + 1];
  if (marker === undefined || !isMarker(marker)) return undefined;
  if (marker === END) return { marker, whole: bytes.subarray(at, at + 2), next: at + 2 };
  const length = at + 4 > bytes.length ? 0 : viewOf(bytes).getUint16(at + 2);
  const end = at + 2 + length;
  if (length < 2 || end > bytes.length) return undefined;
  const next = marker === SCAN ? scanEnd(bytes, end) : end;
  return { marker, whole: bytes.subarray(at, next), next };
}

/** Any number of filling bytes may stand before a marker. */
function lastFilling(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at + 1] === 0xff) at += 1;
  return at;
}

/** Those with a length, and the end; not a restart or another start. */
const isMarker = (marker: number): boolean => marker >= 0xc0 && !(marker >= 0xd0 && marker <= START);

/** The pixels end at a marker that is neither a stuffed byte nor a restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const after = bytes[at + 1] ?? 0;
    if (after !== 0 && after !== 0xff && !(after >= 0xd0 && after <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + (after === 0xff ? 1 : 2));
  }
  return bytes.length;
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Everything but applications' own parts and comments; Adobe's note on colours only at the length it must have. */
function isPicture(marker: number, whole: Uint8Array): boolean {
  if (marker === ADOBE) return whole.length === 16 && textAt(whole, 4, 5) === 'Adobe';
  return marker !== COMMENT && !(marker >= 0xe0 && marker <= 0xef);
}

/** The tag that says which way is up. */
const ORIENTATION = 0x0112;

/** Which way is up, 2 to 8, as the camera wrote it down; nothing when it is as it stands. */
function turnOf(segment: Uint8Array): number | undefined {
  if (textAt(segment, 4, 6) !== 'Exif\0\0') return undefined;
  const notes = segment.subarray(10);
  if (notes.length < 14) return undefined;
  const little = textAt(notes, 0, 2) === 'II';
  const view = viewOf(notes);
  const first = view.getUint32(4, little);
  if (first + 2 > notes.length) return undefined;
  const entries = view.getUint16(first, little);
  for (let entry = 0, at = first + 2; entry < entries && at + 12 <= notes.length; entry += 1, at += 12) {
    if (view.getUint16(at, little) !== ORIENTATION) continue;
    const turn = view.getUint16(at + 8, little);
    return turn >= 2 && turn <= 8 ? turn : undefined;
  }
  return undefined;
}

/** A part with the head of a TIFF (big end first) and a list of one entry: the orientation, still 0. */
const ONE_NOTE = 'ffe100224578696600004d4d002a000000080001011200030000000100000000' + '00000000';

function notesOf(turn: number): Uint8Array {
  const notes = Buffer.from(ONE_NOTE, 'hex');
  notes.writeUInt16BE(turn, 28);
  return notes;
}
