import type { IndexedHint } from '../protocol/hintIndex';
import type { Calendar } from './calendar';
import type { Refusal } from './refusal';

/** Why a hint is not shown today. Dates are whole days of the calendar; moments with a zone are taken as they are. */
export function refusedBySchedule(
  { from, until }: NonNullable<IndexedHint['schedule']>,
  calendar: Calendar,
  now: number,
): Refusal | undefined {
  if (from !== undefined && isBefore(now, from, calendar))
    return { reason: 'schedule', next: from.length > DATE_ONLY ? Date.parse(from) : calendar.momentOf(from, 0) };
  if (until === undefined || isBefore(now, until, calendar)) return undefined;
  return until === calendar.at(now).date ? undefined : { reason: 'schedule' };
}

const DATE_ONLY = '2026-03-02'.length;

const isBefore = (now: number, written: string, calendar: Calendar): boolean =>
  written.length > DATE_ONLY ? now < Date.parse(written) : calendar.at(now).date < written;
