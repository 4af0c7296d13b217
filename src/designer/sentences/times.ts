import { durationMs } from '../../protocol/duration';
import type { Wording } from './wording';

const SECOND = 1000;
const UNITS = [
  ['day', 86_400 * SECOND],
  ['hour', 3600 * SECOND],
  ['minute', 60 * SECOND],
  ['second', SECOND],
] as const;

/** How long it lasts: `1 seconde`, `7 dagen`, `1 dag en 2 uur`. A text that is no duration stays as it is. */
export function durationWords(duration: string, { locale, t }: Wording): string {
  const ms = durationMs(duration);
  if (!Number.isFinite(ms)) return duration;
  const counted = countsOf(ms).map(([unit, count]) => inUnit(locale, unit).format(count));
  return counted.reduce((one, other) => t('des.and', { one, other }));
}

/** What comes after "per": `dag`, `7 dagen`. */
export function paceWords(duration: string, wording: Wording): string {
  const [[unit, count] = ['second', 0] as const, ...more] = countsOf(durationMs(duration));
  if (count !== 1 || more.length > 0) return durationWords(duration, wording);
  const parts = inUnit(wording.locale, unit).formatToParts(1);
  return parts.find(({ type }) => type === 'unit')?.value ?? durationWords(duration, wording);
}

type Unit = (typeof UNITS)[number][0];

/** Seconds take what is left, in tenths. */
function countsOf(ms: number): readonly (readonly [Unit, number])[] {
  const counts = UNITS.map(([unit, size], at) => {
    const left = at === 0 ? ms : ms % (UNITS[at - 1]?.[1] ?? ms);
    return [unit, unit === 'second' ? Math.round(left / (SECOND / 10)) / 10 : Math.floor(left / size)] as const;
  }).filter(([, count]) => count > 0);
  return counts.length > 0 ? counts : [['second', 0]];
}

const inUnit = (locale: string, unit: Unit): Intl.NumberFormat =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 });

const DATE_ONLY = /^\d{4}-\d\d-\d\d$/;

/** A day of the calendar, or a moment with its hour. A text that is neither stays as it is. */
export function dayWords(written: string, { locale, timeZone }: Wording): string {
  const at = Date.parse(written);
  if (Number.isNaN(at)) return written;
  const format: Intl.DateTimeFormatOptions = DATE_ONLY.test(written)
    ? { dateStyle: 'long', timeZone: 'UTC' } // a day is the same day everywhere
    : { dateStyle: 'long', timeStyle: 'short', ...(timeZone !== undefined && { timeZone }) };
  return new Intl.DateTimeFormat(locale, format).format(at);
}

/** Whether a text is a day of the calendar. */
export const isDay = (written: string): boolean => DATE_ONLY.test(written) && !Number.isNaN(Date.parse(written));

/** The name of a day of the week; 1 is Monday. */
export const weekdayWords = (weekday: number, { locale }: Wording): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday)); // a Monday
