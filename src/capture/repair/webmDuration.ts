/**
 * A recorder writes WebM while it does not know how long it will be: there is no duration, and players show none and seek badly.
 * WebM is EBML (RFC 8794): elements of an id, a size and a content. `Info` gets a `Duration` (RFC 9559); the segment that it stands
 * in has no size, so nothing else moves. A `SeekHead`, which would point beside the mark then, becomes `Void`.
 */
const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const SEEK_HEAD = 0x114d9b74;
const INFO = 0x1549a966;
const TIMECODE_SCALE = 0x2ad7b1;
const DURATION = 0x4489;
const VOID = 0xec;
const CLUSTER_TIME = 0xe7;
/** Clusters and groups of blocks. */
const HOLDERS = [0x1f43b675, 0xa0];
const BLOCKS = [0xa3, 0xa1];

/** How far into a file `Info` is looked for. It stands before the first picture. */
const MOST_ELEMENTS = 20;

interface Element {
  readonly id: number;
  readonly start: number;
  readonly content: number;
  /** Where the next one begins; the end of the bytes where the size is not known. */
  readonly end: number;
  readonly hasSize: boolean;
}

/** A file and how long it plays. */
export interface Film {
  readonly bytes: ArrayBuffer;
  readonly durationMs: number;
}

/**
 * Gives a WebM its duration, from its own last picture: a recorder that is behind writes more than the clock says.
 * What is not a WebM that can be repaired comes back as it is.
 */
export function repairedWebm(bytes: ArrayBuffer, toldMs: number): Film {
  const told = { bytes, durationMs: toldMs };
  try {
    const view = new DataView(bytes);
    const segment = childrenOf(view, 0, view.byteLength).find(({ id }) => id === SEGMENT);
    if (!segment || readElement(view, 0).id !== EBML) return told;
    const heads = childrenOf(view, segment.content, segment.end);
    const about = heads.find(({ id }) => id === INFO);
    if (!about?.hasSize || segment.hasSize) return told;
    const durationMs = lastPictureMs(view, about.end, scaleOf(view, about)) ?? toldMs;
    const copy = bytes.slice(0);
    for (const head of heads) if (head.id === SEEK_HEAD) makeVoid(new DataView(copy), head);
    return { bytes: described(copy, about, durationMs), durationMs };
  } catch {
    return told; // cut off in the middle of its head: better without a duration than not at all
  }
}

/** Nanoseconds of one unit of time in the file. */
function scaleOf(view: DataView, about: Element): number {
  const scale = childrenOf(view, about.content, about.end).find(({ id }) => id === TIMECODE_SCALE);
  return scale ? unsigned(view, scale.content, scale.end - scale.content) : 1_000_000;
}

/** Pictures are in blocks, blocks in clusters, each cluster with a time to count from. A recorder gives clusters no size: they end where the next begins. */
function lastPictureMs(view: DataView, from: number, scale: number): number | undefined {
  let [clusterTime, last]: [number, number | undefined] = [0, undefined];
  try {
    for (let at = from; at < view.byteLength;) {
      const element = readElement(view, at);
      if (element.id === CLUSTER_TIME) clusterTime = unsigned(view, element.content, element.end - element.content);
      if (BLOCKS.includes(element.id)) {
        const track = lengthOf(view, element.content);
        last = Math.max(last ?? 0, clusterTime + view.getInt16(element.content + track));
      }
      at = HOLDERS.includes(element.id) ? element.content : element.end;
    }
  } catch {
    // the file ends in the middle of a block, as after a crash: what came before counts
  }
  return last === undefined ? undefined : Math.round((last * scale) / 1_000_000);
}

function described(bytes: ArrayBuffer, about: Element, durationMs: number): ArrayBuffer {
  const view = new DataView(bytes);
  const kept = childrenOf(view, about.content, about.end)
    .filter(({ id }) => id !== DURATION)
    .map(({ start, end }) => new Uint8Array(bytes, start, end - start));
  const duration = new DataView(new ArrayBuffer(11));
  duration.setUint16(0, DURATION);
  duration.setUint8(2, 0x88); // a size of 8
  duration.setFloat64(3, (durationMs * 1_000_000) / scaleOf(view, about));
  const content = joined([...kept, new Uint8Array(duration.buffer)]);
  const head = new DataView(new ArrayBuffer(12));
  head.setUint32(0, INFO);
  head.setUint8(4, 0x01); // a size in the seven bytes that follow
  head.setUint32(8, content.byteLength);
  return joined([
    new Uint8Array(bytes, 0, about.start),
    new Uint8Array(head.buffer),
    content,
    new Uint8Array(bytes, about.end),
  ]).buffer;
}

/** Keeps its length, so that what follows stays where it is. */
function makeVoid(view: DataView, { start, end }: Element): void {
  const length = end - start - 9;
  if (length < 0) return;
  view.setUint8(start, VOID);
  view.setUint8(start + 1, 0x01);
  view.setUint8(start + 2, 0);
  view.setUint16(start + 3, 0);
  view.setUint32(start + 5, length);
}

function childrenOf(view: DataView, from: number, to: number): readonly Element[] {
  const found: Element[] = [];
  for (let at = from; at < to && found.length < MOST_ELEMENTS;) {
    const element = readElement(view, at);
    found.push(element);
    if (!element.hasSize) break;
    at = element.end;
  }
  return found;
}

/** The zeros before the first 1 of a number say how many bytes it has. An id keeps that 1, a size does not. */
function readElement(view: DataView, start: number): Element {
  const idLength = lengthOf(view, start);
  const sizeAt = start + idLength;
  const sizeLength = lengthOf(view, sizeAt);
  const marker = 2 ** (8 - sizeLength);
  const first = view.getUint8(sizeAt) - marker;
  const hasSize = first !== marker - 1 || !isAllOnes(view, sizeAt + 1, sizeLength - 1); // all ones: not known
  const size = first * 256 ** (sizeLength - 1) + unsigned(view, sizeAt + 1, sizeLength - 1);
  const content = sizeAt + sizeLength;
  return {
    id: unsigned(view, start, idLength),
    start,
    content,
    end: hasSize ? content + size : view.byteLength,
    hasSize,
  };
}

function lengthOf(view: DataView, at: number): number {
  const length = Math.clz32(view.getUint8(at)) - 23;
  if (length > 8) throw new RangeError('This is no EBML.');
  return length;
}

const isAllOnes = (view: DataView, at: number, length: number): boolean =>
  Array.from({ length }, (_, index) => view.getUint8(at + index)).every((byte) => byte === 0xff);

function unsigned(view: DataView, at: number, length: number): number {
  let value = 0;
  for (let index = 0; index < length; index += 1) value = value * 256 + view.getUint8(at + index);
  return value;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
