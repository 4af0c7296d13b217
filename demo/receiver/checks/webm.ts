import type { ByteSource } from './byteSource';

/**
 * Whether a file is a WebM with a picture in it, from its first to its last element, and nothing else: no attached files,
 * no foreign tracks, no encryption, nothing behind its end. The frames themselves are not looked at.
 *
 *   EBML header (webm) · Segment · [SeekHead Info Tags Void …] Tracks … Cluster Cluster … [Cues Tags]
 *
 * A recorder that writes while it records gives the segment and its clusters no size: their children are then walked as if
 * they stood in the segment, until the next element of the segment itself.
 */
export async function isWebm(source: ByteSource): Promise<boolean> {
  const header = await elementAt(source, 0);
  if (header?.id !== EBML || header.end === undefined || header.end > MAX_HEADER_BYTES) return false;
  if (!isWebmHeader(await source.read(header.start, header.end - header.start))) return false;
  const segment = await elementAt(source, header.end);
  if (segment?.id !== SEGMENT) return false;
  const end = segment.end ?? source.size;
  return end === source.size && (await walkSegment(source, segment.start));
}

const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const TRACKS = 0x1654ae6b;
const CLUSTER = 0x1f43b675;
/** SeekHead, Info, Cues, Tags, Void, CRC-32. Attached files (0x1941a469) are not among them. */
const IN_SEGMENT: ReadonlySet<number> = new Set([0x114d9b74, 0x1549a966, 0x1c53bb6b, 0x1254c367, 0xec, 0xbf]);
/** Timestamp, SimpleBlock, BlockGroup, PrevSize, Position. */
const IN_CLUSTER: ReadonlySet<number> = new Set([0xe7, 0xa3, 0xa0, 0xab, 0xa7]);

const MAX_HEADER_BYTES = 1024;
const MAX_TRACKS_BYTES = 262_144;
/** An hour of picture and sound has about this many; a file of nothing but empty elements would keep us busy for ever. */
const MAX_ELEMENTS = 500_000;

async function walkSegment(source: ByteSource, start: number): Promise<boolean> {
  let reached: Reached | undefined = 'start';
  let at = start;
  for (let count = 0; at < source.size && count < MAX_ELEMENTS; count += 1) {
    const element = await elementAt(source, at);
    reached = element && reachedBy(element, reached);
    if (element === undefined || reached === undefined) return false;
    if (element.id === TRACKS && !(await areOurs(source, element))) return false;
    at = element.end ?? element.start;
  }
  return reached === 'clusters' && at >= source.size;
}

/** How far a walk is: what may come next depends on it. */
type Reached = 'start' | 'tracks' | 'clusters';

/** How far we are after an element; nothing when it does not belong there. */
function reachedBy({ id, end }: Element, reached: Reached): Reached | undefined {
  if (id === CLUSTER) return reached === 'start' ? undefined : 'clusters';
  if (end === undefined) return undefined; // only clusters may leave their size open
  if (id === TRACKS) return reached === 'start' ? 'tracks' : undefined;
  return IN_SEGMENT.has(id) || (reached === 'clusters' && IN_CLUSTER.has(id)) ? reached : undefined;
}

/** An element: where its content starts, and where it ends when it says so. */
export interface Element {
  readonly id: number;
  readonly start: number;
  readonly end: number | undefined;
}

const HEAD_BYTES = 12;

async function elementAt(source: ByteSource, at: number): Promise<Element | undefined> {
  const element = readElement(await source.read(at, HEAD_BYTES), 0);
  if (element === undefined) return undefined;
  const end = element.end === undefined ? undefined : at + element.end;
  return end !== undefined && end > source.size ? undefined : { id: element.id, start: at + element.start, end };
}

/** Reads the head of an element: its id of 1 to 4 bytes, its size of 1 to 8. Nothing when it is torn or no element. */
export function readElement(bytes: Uint8Array, at: number): Element | undefined {
  const idLength = lengthOf(bytes[at]);
  const sizeLength = lengthOf(bytes[at + idLength]);
  if (idLength < 1 || idLength > 4 || sizeLength < 1 || at + idLength + sizeLength > bytes.length) return undefined;
  const start = at + idLength + sizeLength;
  const size = sizeOf(bytes.subarray(at + idLength, start));
  return { id: numberOf(bytes.subarray(at, at + idLength)), start, end: size === undefined ? undefined : start + size };
}

/** A size without the bit that tells its length; nothing when every other bit is set: it is not known. */
function sizeOf([first = 0, ...rest]: Uint8Array): number | undefined {
  const marker = 0x80 >> rest.length;
  const isUnknown = first === marker * 2 - 1 && rest.every((byte) => byte === 0xff);
  return isUnknown ? undefined : numberOf([first - marker, ...rest]);
}

/** How many bytes a number takes: told by the zeros before the first one. 0: it is no number. */
const lengthOf = (first: number | undefined): number =>
  first === undefined || first === 0 ? 0 : Math.clz32(first) - 23;

const numberOf = (bytes: Iterable<number>): number => [...bytes].reduce((sum, byte) => sum * 256 + byte, 0);

/** The elements directly inside; nothing when they do not fill their place exactly. */
function children(bytes: Uint8Array): ReadonlyMap<number, readonly Uint8Array[]> | undefined {
  const found = new Map<number, Uint8Array[]>();
  for (let at = 0; at < bytes.length;) {
    const element = readElement(bytes, at);
    if (element?.end === undefined || element.end > bytes.length) return undefined;
    const content = bytes.subarray(element.start, element.end);
    if (!found.get(element.id)?.push(content)) found.set(element.id, [content]);
    at = element.end;
  }
  return found;
}

const textOf = (bytes: Uint8Array | undefined): string => String.fromCharCode(...(bytes ?? [])).replace(/\0+$/, '');
const valueOf = (bytes: Uint8Array | undefined): number => (bytes ? numberOf(bytes) : 0);

const DOC_TYPE = 0x4282;
const READ_VERSION = 0x42f7;

function isWebmHeader(bytes: Uint8Array): boolean {
  const members = children(bytes);
  return textOf(members?.get(DOC_TYPE)?.[0]) === 'webm' && valueOf(members?.get(READ_VERSION)?.[0]) <= 1;
}

const TRACK_ENTRY = 0xae;
const TRACK_TYPE = 0x83;
const CODEC = 0x86;
const ENCODINGS = 0x6d80;
const PICTURE = 1;
const SOUND = 2;
/** What recorders write and browsers play. */
const CODECS: Readonly<Record<number, RegExp>> = {
  [PICTURE]: /^V_(VP8|VP9|AV1)$/,
  [SOUND]: /^A_(OPUS|VORBIS)$/,
};

/** Whether every track is picture or sound of a known kind, with at least one picture. */
async function areOurs(source: ByteSource, { start, end = source.size }: Element): Promise<boolean> {
  if (end - start > MAX_TRACKS_BYTES) return false;
  const tracks =
    children(await source.read(start, end - start))
      ?.get(TRACK_ENTRY)
      ?.map(children) ?? [];
  const typeOf = (track: (typeof tracks)[number]): number => valueOf(track?.get(TRACK_TYPE)?.[0]);
  return (
    tracks.some((track) => typeOf(track) === PICTURE) &&
    tracks.every(
      (track) => CODECS[typeOf(track)]?.test(textOf(track?.get(CODEC)?.[0])) && track?.get(ENCODINGS) === undefined,
    )
  );
}
