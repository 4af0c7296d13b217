import type { PlayRange } from '../../protocol/submission';

/** Shorter than this nobody sees what happens. Milliseconds. */
export const SHORTEST_MS = 1000;

/** The part to watch: all of it where nothing was trimmed. */
export const rangeOf = (play: PlayRange | undefined, durationMs: number): PlayRange =>
  play ?? { fromMs: 0, toMs: durationMs };

/** Moves the first moment; the other end stays and something is left to watch. */
export const withStart = (range: PlayRange, fromMs: number): PlayRange => ({
  ...range,
  fromMs: Math.round(within(fromMs, 0, range.toMs - SHORTEST_MS)),
});

/** Moves the last moment. */
export const withEnd = (range: PlayRange, toMs: number, durationMs: number): PlayRange => ({
  ...range,
  toMs: Math.round(within(toMs, range.fromMs + SHORTEST_MS, durationMs)),
});

/** What stands on the attachment: nothing when all of it is meant to be watched. */
export const playOf = ({ fromMs, toMs }: PlayRange, durationMs: number): PlayRange | undefined =>
  fromMs <= 0 && toMs >= durationMs ? undefined : { fromMs, toMs };

/** Tells whether there is enough of it to take something off. */
export const canTrim = (durationMs: number): boolean => durationMs > 2 * SHORTEST_MS;

const within = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, Math.max(least, most)));
