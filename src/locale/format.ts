/** Dates, times, sizes and lists as the reader's language writes them. */
export interface Format {
  /** `12 maart 2026` */
  date(at: Moment): string;
  /** `14:05` */
  time(at: Moment): string;
  /** How long before `now`: `5 minuten geleden`, `gisteren`; the date itself after a week. */
  ago(at: Moment, now: number): string;
  /** `12 seconden`, `3 minuten`: for a short stretch of time. */
  duration(ms: number): string;
  /** `2,4 MB` */
  size(bytes: number): string;
  /** `1.250` */
  number(value: number): string;
  /** `PNG, JPEG of PDF` */
  oneOf(items: readonly string[]): string;
}

/** Milliseconds since 1970, or an RFC 3339 text. */
export type Moment = number | string;

const SECOND = 1000;
const STEPS = [
  ['day', 86_400 * SECOND],
  ['hour', 3600 * SECOND],
  ['minute', 60 * SECOND],
] as const;
const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Creates the formats of one locale. Time zone: the device's, unless one is given. */
export function createFormat(locale: string, timeZone?: string): Format {
  const zone = timeZone === undefined ? {} : { timeZone };
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...zone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...zone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const choices = new Intl.ListFormat(locale, { type: 'disjunction' });
  const inUnit = (value: number, unit: string, unitDisplay: 'short' | 'long'): string =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay,
      maximumFractionDigits: value < 10 ? 1 : 0,
    }).format(value);

  return {
    date: (at) => date.format(new Date(at)),
    time: (at) => time.format(new Date(at)),
    ago(at, now) {
      const elapsedMs = now - new Date(at).getTime();
      if (elapsedMs >= 7 * 86_400 * SECOND) return this.date(at);
      const [unit, ms] = STEPS.find(([, stepMs]) => elapsedMs >= stepMs) ?? ['second', Infinity];
      return relative.format(-Math.floor(elapsedMs / ms) || 0, unit);
    },
    duration(ms) {
      const seconds = Math.max(1, Math.round(ms / SECOND));
      return seconds < 60 ? inUnit(seconds, 'second', 'long') : inUnit(Math.round(seconds / 60), 'minute', 'long');
    },
    size(bytes) {
      const power = Math.min(SIZES.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
      return inUnit(bytes / 1000 ** power, SIZES[power] ?? 'byte', 'short');
    },
    number: (value) => value.toLocaleString(locale),
    oneOf: (items) => choices.format(items),
  };
}
