/**
 * A recorder writes a fragmented MP4 (ISO/IEC 14496-12, 8.8): its head tells no duration, each fragment tells when its track goes on
 * (`tfdt`) and how long its pictures last (`trun`, or the default of `tfhd` or `trex`).
 */
interface Box {
  readonly type: string;
  readonly content: number;
  readonly end: number;
}

/** Flags of `tfhd` and `trun`: which numbers are there. */
const HAS_BASE = 0x1;
const HAS_DESCRIPTION = 0x2;
const HAS_DEFAULT_DURATION = 0x8;
const HAS_OFFSET = 0x1;
const HAS_FIRST_FLAGS = 0x4;
const PER_SAMPLE = [0x100, 0x200, 0x400, 0x800];
const HAS_DURATION = 0x100;

/** Gives how long a fragmented MP4 plays, from its own last picture or sound. Nothing when that can't be read. Milliseconds. */
export function mp4DurationMs(bytes: ArrayBuffer): number | undefined {
  try {
    const view = new DataView(bytes);
    const all = boxesIn(view, 0, view.byteLength);
    if (all[0]?.type !== 'ftyp') return undefined;
    const head = all.filter(({ type }) => type === 'moov').flatMap((box) => inside(view, box));
    const scales = new Map(head.filter(({ type }) => type === 'trak').map((track) => scaleOf(view, track)));
    const usual = new Map(
      within(view, head, ['mvex', 'trex']).map(({ content }) => [
        view.getUint32(content + 4),
        view.getUint32(content + 12),
      ]),
    );
    const ends = within(view, all, ['moof', 'traf']).map((fragment) => endOf(view, fragment, { scales, usual }));
    const longest = Math.max(...ends);
    return longest > 0 && Number.isFinite(longest) ? longest : undefined;
  } catch {
    return undefined; // cut off: what was told holds
  }
}

function boxesIn(view: DataView, from: number, to: number): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to;) {
    const short = view.getUint32(at);
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short || to - at;
    if (size < 8 || at + size > to) break; // cut off
    const type = String.fromCharCode(...new Uint8Array(view.buffer, at + 4, 4));
    boxes.push({ type, content: at + (short === 1 ? 16 : 8), end: at + size });
    at += size;
  }
  return boxes;
}

const inside = (view: DataView, { content, end }: Box): readonly Box[] => boxesIn(view, content, end);

const within = (view: DataView, boxes: readonly Box[], [parent, child]: readonly [string, string]): readonly Box[] =>
  boxes
    .filter(({ type }) => type === parent)
    .flatMap((box) => inside(view, box))
    .filter(({ type }) => type === child);

const oneOf = (boxes: readonly Box[], wanted: string): Box => {
  const found = boxes.find(({ type }) => type === wanted);
  if (!found) throw new RangeError(`There is no ${wanted}.`);
  return found;
};

/** The number of a track, and how many of its units a second has. */
function scaleOf(view: DataView, track: Box): readonly [number, number] {
  const parts = inside(view, track);
  const about = oneOf(parts, 'tkhd').content;
  const media = oneOf(inside(view, oneOf(parts, 'mdia')), 'mdhd').content;
  return [
    view.getUint32(about + (view.getUint8(about) === 1 ? 20 : 12)),
    view.getUint32(media + (view.getUint8(media) === 1 ? 20 : 12)),
  ];
}

interface Tracks {
  readonly scales: ReadonlyMap<number, number>;
  readonly usual: ReadonlyMap<number, number>;
}

/** When a fragment of a track ends. Milliseconds. */
function endOf(view: DataView, fragment: Box, { scales, usual }: Tracks): number {
  const parts = inside(view, fragment);
  const head = oneOf(parts, 'tfhd').content;
  const track = view.getUint32(head + 4);
  const flags = flagsOf(view, head);
  const before = (flags & HAS_BASE ? 8 : 0) + (flags & HAS_DESCRIPTION ? 4 : 0);
  const each = flags & HAS_DEFAULT_DURATION ? view.getUint32(head + 8 + before) : (usual.get(track) ?? 0);
  const time = oneOf(parts, 'tfdt').content;
  const begin = view.getUint8(time) === 1 ? Number(view.getBigUint64(time + 4)) : view.getUint32(time + 4);
  const runs = parts.filter(({ type }) => type === 'trun');
  const lasts = runs.reduce((sum, { content }) => sum + lastingOf(view, content, each), 0);
  return ((begin + lasts) / (scales.get(track) ?? Number.NaN)) * 1000;
}

const flagsOf = (view: DataView, content: number): number => view.getUint32(content) & 0xffffff;

/** How long a run of pictures lasts, in units of its track. */
function lastingOf(view: DataView, content: number, each: number): number {
  const flags = flagsOf(view, content);
  const count = view.getUint32(content + 4);
  if (!(flags & HAS_DURATION)) return count * each;
  const first = content + 8 + (flags & HAS_OFFSET ? 4 : 0) + (flags & HAS_FIRST_FLAGS ? 4 : 0);
  const stride = PER_SAMPLE.filter((flag) => flags & flag).length * 4;
  let sum = 0;
  for (let sample = 0; sample < count; sample += 1) sum += view.getUint32(first + sample * stride);
  return sum;
}
