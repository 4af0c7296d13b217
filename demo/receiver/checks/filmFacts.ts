import { textAt, viewOf } from './clean/bytes';
import { readElement } from './webm';

/** What a film says about itself. */
export interface FilmFacts {
  readonly durationMs: number;
  /** Of the largest picture track. */
  readonly width: number;
  readonly height: number;
}

const NOTHING: FilmFacts = { durationMs: 0, width: 0, height: 0 };

/** Reads how long a film says it is and how large; what it does not say is 0. It was walked before: it is whole. */
export const filmFacts = (type: string, bytes: Uint8Array): FilmFacts =>
  type === 'video/mp4' ? factsOfBoxes(bytes, NOTHING, 4) : factsOfWebm(bytes);

function factsOfBoxes(bytes: Uint8Array, so: FilmFacts, deeper: number): FilmFacts {
  let facts = so;
  for (let at = 0; at + 8 <= bytes.length;) {
    const short = viewOf(bytes).getUint32(at);
    const isLong = short === 1 && at + 16 <= bytes.length;
    const size = isLong ? Number(viewOf(bytes).getBigUint64(at + 8)) : short === 0 ? bytes.length - at : short;
    if (size < 8) return facts;
    const inside = bytes.subarray(at + (isLong ? 16 : 8), Math.min(bytes.length, at + size));
    facts = factsOfBox(textAt(bytes, at + 4, 4), inside, { facts, deeper });
    at += size;
  }
  return facts;
}

function factsOfBox(
  name: string,
  inside: Uint8Array,
  { facts, deeper }: { readonly facts: FilmFacts; readonly deeper: number },
): FilmFacts {
  if ((name === 'moov' || name === 'trak') && deeper > 0) return factsOfBoxes(inside, facts, deeper - 1);
  if (name === 'mvhd' && inside.length >= 32) return { ...facts, durationMs: movieDuration(inside) };
  if (name !== 'tkhd' || inside.length < 84) return facts;
  const [width, height] = [8, 4].map((back) => viewOf(inside).getUint32(inside.length - back) / 65_536);
  return { ...facts, width: Math.max(facts.width, width ?? 0), height: Math.max(facts.height, height ?? 0) };
}

/** Version 1 has times of eight bytes; a duration of nothing but ones is not known. */
function movieDuration(header: Uint8Array): number {
  const view = viewOf(header);
  const isLarge = header[0] === 1;
  const scale = view.getUint32(isLarge ? 20 : 12);
  const duration = isLarge ? Number(view.getBigUint64(24)) : view.getUint32(16);
  const isKnown = scale > 0 && duration < (isLarge ? 2 ** 63 : 0xffff_ffff);
  return isKnown ? (duration * 1000) / scale : 0;
}

const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const PICTURE = 0xe0;
const SCALE = 0x2ad7b1;
const DURATION = 0x4489;
const WIDTH = 0xb0;
const HEIGHT = 0xba;
const NUMBERS: ReadonlySet<number> = new Set([SCALE, WIDTH, HEIGHT]);
const HOLDERS: ReadonlySet<number> = new Set([SEGMENT, INFO, TRACKS, TRACK, PICTURE]);
/** Information and tracks stand before the first cluster. */
const CLUSTER = 0x1f43b675;

function factsOfWebm(bytes: Uint8Array): FilmFacts {
  const found = new Map<number, number>();
  for (let at = readElement(bytes, 0)?.end ?? bytes.length; at < bytes.length;) {
    const element = readElement(bytes, at);
    if (element === undefined || element.id === CLUSTER) break;
    const { id, start, end = bytes.length } = element;
    const value = valueOf(id, bytes.subarray(start, end));
    found.set(id, Math.max(value, found.get(id) ?? 0));
    at = HOLDERS.has(id) ? start : end;
  }
  const of = (id: number, otherwise = 0): number => found.get(id) ?? otherwise;
  return { durationMs: (of(DURATION) * of(SCALE, 1_000_000)) / 1_000_000, width: of(WIDTH), height: of(HEIGHT) };
}

/** A number, or 0 for an element that is none. */
function valueOf(id: number, content: Uint8Array): number {
  if (id === DURATION && content.length === 8) return viewOf(content).getFloat64(0);
  if (id === DURATION && content.length === 4) return viewOf(content).getFloat32(0);
  return NUMBERS.has(id) ? content.reduce((sum, byte) => sum * 256 + byte, 0) : 0;
}
