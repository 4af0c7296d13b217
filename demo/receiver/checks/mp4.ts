import type { ByteSource } from './byteSource';

/**
 * Whether a file is an MP4 with a picture in it, from its first to its last box, and nothing else: no bytes outside a box,
 * no media in another file or at another address, no tracks of another kind. The frames themselves are not looked at.
 *
 *   ftyp · moov · (moof mdat)…   as a recorder writes it      ftyp · mdat · moov   as a phone does
 */
export async function isMp4(source: ByteSource): Promise<boolean> {
  let movies = 0;
  let at = 0;
  for (let count = 0; at < source.size; count += 1) {
    const box = count < MAX_BOXES ? await boxAt(source, at) : undefined;
    if (box === undefined || !TOP.has(box.type) || (box.type === 'ftyp') !== (at === 0)) return false;
    if (box.type === 'moov') {
      movies += 1;
      if (!(await isOurs(source, box))) return false;
    }
    at = box.end;
  }
  return movies === 1;
}

const TOP: ReadonlySet<string> = new Set(
  'ftyp styp moov moof mdat mfra free skip wide sidx ssix prft pdin meta uuid'.split(' '),
);
/** An hour in fragments of a tenth of a second has fewer. */
const MAX_BOXES = 100_000;
/** The tables of a file of the largest size stay far below this. */
const MAX_MOVIE_BYTES = 16 * 1_048_576;

/** A box: its content, and where it ends. */
interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

async function boxAt(source: ByteSource, at: number): Promise<Box | undefined> {
  const box = readBox(await source.read(at, 16), source.size - at);
  return box && { type: box.type, start: at + box.start, end: at + box.end };
}

/** Reads the head of a box at the start of `bytes`; nothing when it does not fit in `room`. A size of 0 means: to the end. */
function readBox(bytes: Uint8Array, room: number): Box | undefined {
  if (bytes.length < 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = typeAt(bytes, 4);
  const short = view.getUint32(0);
  if (short === 1 && bytes.length < 16) return undefined;
  const start = short === 1 ? 16 : 8;
  const end = short === 1 ? Number(view.getBigUint64(8)) : short === 0 ? room : short;
  return end < start || end > room ? undefined : { type, start, end };
}

/** Boxes that hold the boxes we look for. */
const HOLDERS: ReadonlySet<string> = new Set(['trak', 'mdia', 'minf', 'dinf']);
/** Picture and sound; the time codes and notes that phones add play no part. */
const HANDLERS: ReadonlySet<string> = new Set(['vide', 'soun', 'meta', 'tmcd']);

async function isOurs(source: ByteSource, { start, end }: Box): Promise<boolean> {
  if (end - start > MAX_MOVIE_BYTES) return false;
  const told = tellingBoxes(await source.read(start, end - start), 0);
  if (told === undefined) return false;
  const handlers = told.filter(({ type }) => type === 'hdlr').map(({ content }) => typeAt(content, 8));
  const references = told.filter(({ type }) => type === 'dref');
  return (
    handlers.includes('vide') &&
    handlers.every((handler) => HANDLERS.has(handler)) &&
    references.every(({ content }) => isSelfContained(content))
  );
}

interface Telling {
  readonly type: string;
  readonly content: Uint8Array;
}

/** Finds the boxes that say what a track is and where its media are; nothing when one box does not fit in another. */
function tellingBoxes(bytes: Uint8Array, depth: number): readonly Telling[] | undefined {
  const found: Telling[] = [];
  for (let at = 0, count = 0; at < bytes.length; count += 1) {
    const box = readBox(bytes.subarray(at, at + 16), bytes.length - at);
    if (box === undefined || count > MAX_BOXES || depth > HOLDERS.size) return undefined;
    const content = bytes.subarray(at + box.start, at + box.end);
    if (box.type === 'hdlr' || box.type === 'dref') found.push({ type: box.type, content });
    const inside = HOLDERS.has(box.type) ? tellingBoxes(content, depth + 1) : [];
    if (inside === undefined) return undefined;
    found.push(...inside);
    at += box.end;
  }
  return found;
}

const typeAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/** Whether every entry says that its media are in this file: flag 1, no address. */
function isSelfContained(dref: Uint8Array): boolean {
  for (let at = 8; at < dref.length;) {
    const entry = readBox(dref.subarray(at, at + 16), dref.length - at);
    if (entry === undefined || ((dref[at + entry.start + 3] ?? 0) & 1) === 0) return false;
    at += entry.end;
  }
  return true;
}
