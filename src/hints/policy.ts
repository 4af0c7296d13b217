import { durationMs } from '../protocol/duration';
import type { HintPolicy, QuietHours } from '../protocol/hint';
import { dayAfter, type Calendar, type LocalTime } from './calendar';
import type { HintShow } from './kept';
import type { Refusal } from './refusal';

/** Why nothing starts at this hour. Hours past midnight belong to the day on which they start. */
export function refusedByQuietHours(
  hours: readonly QuietHours[],
  calendar: Calendar,
  now: number,
): Refusal | undefined {
  const local = calendar.at(now);
  const ends = hours.flatMap((quiet) => endOf(quiet, local) ?? []);
  const next = Math.max(...ends.map(({ date, minutes }) => calendar.momentOf(date, minutes)));
  return ends.length > 0 ? { reason: 'quiet_hours', next } : undefined;
}

/** When quiet hours end that last now. */
function endOf(
  { days, from, to }: QuietHours,
  { date, weekday, minutes }: LocalTime,
): Pick<LocalTime, 'date' | 'minutes'> | undefined {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  const isOvernight = end <= start;
  const yesterday = weekday === 1 ? 7 : weekday - 1;
  if (isOvernight && days.includes(yesterday) && minutes < end) return { date, minutes: end };
  if (!days.includes(weekday) || minutes < start || (!isOvernight && minutes >= end)) return undefined;
  return { date: isOvernight ? dayAfter(date, 1) : date, minutes: end };
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** What has interrupted, or is about to. */
export interface Interruptions {
  readonly now: number;
  readonly calendar: Calendar;
  /** Showings of this session that counted. */
  readonly shows: readonly HintShow[];
  /** When each interrupting hint was last shown on any device. */
  readonly lastShown: ReadonlyMap<string, number>;
  /** Interrupting hints that show now and were not counted yet. */
  readonly uncounted: number;
}

/** Why nothing may interrupt now: the session, the day over all devices, the time between two. */
export function refusedByBudget(
  { maxInterruptingPerSession = Infinity, maxInterruptingPerDay = Infinity, minGap = 'PT0S' }: HintPolicy,
  { now, calendar, shows, lastShown, uncounted }: Interruptions,
): Refusal | undefined {
  const counted = shows.filter(({ isInterrupting }) => isInterrupting);
  if (counted.length + uncounted >= maxInterruptingPerSession) return { reason: 'policy_session' };
  const { date } = calendar.at(now);
  const today = calendar.momentOf(date, 0);
  const here = counted.filter(({ at }) => at >= today);
  const elsewhere = [...lastShown].filter(([hint, at]) => at >= today && !here.some((show) => show.hint === hint));
  if (here.length + elsewhere.length + uncounted >= maxInterruptingPerDay)
    return { reason: 'policy_day', next: calendar.momentOf(dayAfter(date, 1), 0) };
  const gap = durationMs(minGap);
  const next = Math.max(...counted.map(({ at }) => at), ...lastShown.values()) + gap;
  if (gap === 0 || (next <= now && uncounted === 0)) return undefined;
  return { reason: 'policy_gap', ...(next > now && { next }) };
}
