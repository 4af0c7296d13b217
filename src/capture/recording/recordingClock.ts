/** A recording in time: when its first frame came and when it was paused. Milliseconds since 1970. */
export interface Stopwatch {
  readonly startedAt: number;
  readonly pauses: readonly Pause[];
}

interface Pause {
  readonly from: number;
  /** Absent while it lasts. */
  readonly to?: number;
}

/** Starts counting at the first frame. */
export const startStopwatch = (at: number): Stopwatch => ({ startedAt: at, pauses: [] });

/** Stops counting; twice is once. */
export const paused = (watch: Stopwatch, at: number): Stopwatch =>
  isPaused(watch) ? watch : { ...watch, pauses: [...watch.pauses, { from: at }] };

/** Counts again. */
export const resumed = (watch: Stopwatch, at: number): Stopwatch => ({
  ...watch,
  pauses: watch.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: at } : pause)),
});

const isPaused = ({ pauses }: Stopwatch): boolean => pauses.some(({ to }) => to === undefined);

/** Tells how far the recording was at a moment: pauses do not count. 0 before its first frame. */
export function elapsedAt({ startedAt, pauses }: Stopwatch, at: number): number {
  const resting = pauses.reduce(
    (sum, { from, to = at }) => sum + Math.max(0, Math.min(to, at) - Math.min(from, at)),
    0,
  );
  return Math.max(0, at - startedAt - resting);
}

/** Tells whether a moment is in the picture: after the first frame and outside every pause. */
export const isRecordedAt = ({ startedAt, pauses }: Stopwatch, at: number): boolean =>
  at >= startedAt && !pauses.some(({ from, to = Infinity }) => at >= from && at < to);

/** What a recording may cost. */
export interface RecordingLimits {
  readonly mostMs: number;
  /** What one extension adds; 0 means that there is none. */
  readonly extendMs: number;
  /** Bytes that still fit in the submission. */
  readonly roomBytes: number;
}

/** How far a recording is. */
export interface Progress {
  readonly elapsedMs: number;
  readonly bytes: number;
  readonly isExtended: boolean;
}

/** From here on the person is warned. Milliseconds before the end. */
export const WARNING_MS = 20_000;

/** What the recorder is asked to spend, sound included. It sets the pace until enough has been seen of the real one. */
export const EXPECTED_BYTES_PER_MS = (1_000_000 + 64_000) / 8 / 1000;

/** A pace measured over less than this says nothing. */
const PACE_MS = 6_000;
/** The last piece and what closes the file must fit too. */
const SPARE_BYTES = 400_000;

/** How long the whole recording may become: the limit in time, or what the room in bytes allows at this pace, whichever comes first. */
export function longestMs(progress: Progress, limits: RecordingLimits): number {
  const byTime = limits.mostMs + (progress.isExtended ? limits.extendMs : 0);
  const pace = progress.elapsedMs > PACE_MS ? progress.bytes / progress.elapsedMs : EXPECTED_BYTES_PER_MS;
  const room = Math.max(0, limits.roomBytes - SPARE_BYTES - progress.bytes);
  return Math.min(byTime, pace > 0 ? progress.elapsedMs + room / pace : Infinity);
}

/** How long it may still take. */
export const remainingMs = (progress: Progress, limits: RecordingLimits): number =>
  Math.max(0, longestMs(progress, limits) - progress.elapsedMs);

/** Tells whether the end is near enough to say so. */
export const isAlmostOver = (progress: Progress, limits: RecordingLimits): boolean =>
  remainingMs(progress, limits) <= WARNING_MS;

/** Tells whether extending makes it longer: once, and not where the bytes are what ends it. */
export const canExtend = (progress: Progress, limits: RecordingLimits): boolean =>
  !progress.isExtended &&
  limits.extendMs > 0 &&
  longestMs({ ...progress, isExtended: true }, limits) > longestMs(progress, limits);
