import { say } from './texts';
import type { TextKey } from './texts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Says how long ago something was, in as few signs as a dense list allows: `nu`, `5 min`, `3 u`, `4 d`, `12 mrt`. */
export function formatAge(at: string, now: number): string {
  const passed = now - Date.parse(at);
  if (passed < MINUTE) return 'nu';
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)} u`;
  if (passed < 7 * DAY) return `${Math.floor(passed / DAY)} d`;
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat('nl', {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(new Date(at));
}

/** Says a moment in full: `ma 12 mrt 2026, 14:05`. */
export const formatMoment = (at: string): string =>
  new Intl.DateTimeFormat('nl', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));

/** Says the time of a step to the second: `14:05:09`. */
export const formatTime = (at: string): string =>
  new Intl.DateTimeFormat('nl', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(at));

/** Says a number of bytes: `812 kB`, `1,4 MB`. */
export function formatSize(bytes: number): string {
  const [amount, unit] =
    bytes < 1_000_000
      ? ([Math.max(1, Math.round(bytes / 1000)), 'kilobyte'] as const)
      : ([bytes / 1_000_000, 'megabyte'] as const);
  return new Intl.NumberFormat('nl', { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(
    amount,
  );
}

/** Says how long something took: `180 ms`, `2,4 s`. */
export function formatDuration(milliseconds: number): string {
  const [amount, unit] =
    milliseconds < 1000 ? ([milliseconds, 'millisecond'] as const) : ([milliseconds / 1000, 'second'] as const);
  return new Intl.NumberFormat('nl', { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(
    amount,
  );
}

/** Says a share as a percentage. */
export const formatPercent = (share: number): string =>
  new Intl.NumberFormat('nl', { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** Says several things as one list: `links, het midden en rechts`. */
export const formatList = (things: readonly string[]): string =>
  new Intl.ListFormat('nl', { type: 'conjunction' }).format(things);

/** Says which parts of the screen are white, 1 to 9 row by row. */
export function whiteParts(parts: readonly number[]): string {
  if (new Set(parts).size >= 9) return say('evidence.white.whole');
  const names = [...parts].sort((one, other) => one - other).map((part) => say(`part.${part}` as TextKey)); // the decoder let only 1 to 9 in
  return say('evidence.white.parts', { parts: formatList(names) });
}

/** The one or two letters in an agent's or asker's round mark. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => word?.[0] ?? '').join('');
}
