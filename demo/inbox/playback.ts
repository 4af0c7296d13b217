import type { Marker, PlayRange } from '../../src/protocol/index';

/** A stretch of a recording, in milliseconds from its first frame. */
export type Span = PlayRange;

/** How fast a recording can be played. */
export const SPEEDS = [0.5, 1, 1.5, 2] as const;

/** One of the speeds. */
export type Speed = (typeof SPEEDS)[number];

/** The speed one step up or down; the last one stays. */
export const speedBeside = (speed: Speed, step: 1 | -1): Speed => SPEEDS[SPEEDS.indexOf(speed) + step] ?? speed;

/** How long a recording is: as the file says, else as its sender said; 0 while nobody knows. */
export function durationOf(declaredMs: number | undefined, fileMs: number): number {
  if (Number.isFinite(fileMs) && fileMs > 0) return fileMs;
  return declaredMs ?? 0;
}

/** The part that is played: what the sender chose, or all of it. A choice that the file does not hold is no choice. Without a length there is no end. */
export function spanOf(durationMs: number, play: PlayRange | undefined, whole: boolean): Span {
  const all = { fromMs: 0, toMs: durationMs > 0 ? durationMs : Infinity };
  if (whole || !play) return all;
  const chosen = { fromMs: Math.max(0, play.fromMs), toMs: Math.min(all.toMs, play.toMs) };
  return chosen.fromMs < chosen.toMs ? chosen : all;
}

/** Whether the sender left something out that the agent can still see. */
export function isTrimmed(durationMs: number, play: PlayRange | undefined): boolean {
  const { fromMs, toMs } = spanOf(durationMs, play, false);
  return play !== undefined && (fromMs > 0 || toMs < durationMs);
}

/** The moment itself, or the nearest one inside the span. */
export const within = ({ fromMs, toMs }: Span, atMs: number): number => Math.min(toMs, Math.max(fromMs, atMs));

/** Closer to the end than this, playing starts again from the beginning. */
const AT_END_MS = 50;

/** Where playing starts: where we are, or at the beginning when there is nothing left to see. */
export function startOf(span: Span, atMs: number): number {
  const at = within(span, atMs);
  return at >= span.toMs - AT_END_MS ? span.fromMs : at;
}

/** How far along a moment is, 0 to 1. */
export const shareOf = (atMs: number, durationMs: number): number =>
  durationMs > 0 ? Math.min(1, Math.max(0, atMs / durationMs)) : 0;

/** What one step is while the pace of the frames is not known. */
export const DEFAULT_FRAME_MS = 100;
const FASTEST_FRAME_MS = 8;

/** How far one step goes: the ordinary distance between frames, which a recording of a screen does not keep to. */
export function frameMsOf(frameTimesMs: readonly number[]): number {
  const gaps = frameTimesMs
    .slice(1)
    .map((at, index) => at - (frameTimesMs[index] ?? at))
    .filter((gap) => gap >= FASTEST_FRAME_MS && gap <= DEFAULT_FRAME_MS)
    .sort((one, other) => one - other);
  return gaps[Math.floor(gaps.length / 2)] ?? DEFAULT_FRAME_MS;
}

/** A marker and where it stands. */
export interface PlacedMarker {
  readonly marker: Marker;
  /** 0 to 1. */
  readonly share: number;
  /** Whether it lies in the part that is played. */
  readonly inside: boolean;
}

/** Places the markers along the whole recording; one that lies behind the end stands at the end. */
export const placeMarkers = (
  markers: readonly Marker[],
  { span, durationMs }: { readonly span: Span; readonly durationMs: number },
): readonly PlacedMarker[] =>
  markers.map((marker) => ({
    marker,
    share: shareOf(marker.atMs, durationMs),
    inside: marker.atMs >= span.fromMs && marker.atMs <= span.toMs,
  }));

/** Which marker was passed last: the one to point at while playing. -1 before the first. */
export const passedMarker = (markers: readonly Marker[], atMs: number): number =>
  markers.filter((marker) => marker.atMs <= atMs + AT_END_MS).length - 1; // they are in order of time

/** Says a moment of a recording: `0:07`, `12:30`, with tenths `0:07,3`. */
export function formatClock(atMs: number, tenths = false): string {
  const seconds = Math.floor(Math.max(0, atMs) / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return tenths ? `${clock},${Math.floor((Math.max(0, atMs) % 1000) / 100)}` : clock;
}
