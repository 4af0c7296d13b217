import { durationMs } from '../protocol/duration';
import type { HintFrequency } from '../protocol/hint';
import type { HintRecord } from '../protocol/hintState';
import type { Refusal } from './refusal';

/** When it is, and since when this session lasts. */
export interface FrequencyMoment {
  readonly now: number;
  readonly sessionStartedAt: number;
}

/**
 * Why one person does not get a hint again, or not yet. What stood before a reset is no longer in the record (`mergeHintRecords`).
 * Left out of the hint: three times, once a day, until dismissed. `forever` without `max` is not counted.
 */
export function refusedByFrequency(
  frequency: HintFrequency,
  record: HintRecord | undefined,
  moment: FrequencyMoment,
): Refusal | undefined {
  if (!record) return undefined;
  if (record.neverAt !== undefined) return { reason: 'never' };
  const snoozed = timeOf(record.snoozedUntil);
  return snoozed > moment.now ? { reason: 'snoozed', next: snoozed } : refusedByCount(frequency, record, moment);
}

function refusedByCount(frequency: HintFrequency, record: HintRecord, moment: FrequencyMoment): Refusal | undefined {
  const { shown, lastShownAt } = record;
  const { until = 'dismissed', every = 'P1D' } = frequency;
  const { max = until === 'forever' ? Infinity : 3 } = frequency;
  const detail = { shown, max, every, until };
  if (shown >= max || hasEnded(until, record, moment)) return { reason: 'frequency', detail };
  const next = timeOf(lastShownAt) + durationMs(every);
  return next > moment.now ? { reason: 'frequency', detail, next } : undefined;
}

/** The end for this person. What is done needs no closing any more. */
function hasEnded(
  until: NonNullable<HintFrequency['until']>,
  { shown, openedAt, dismissedAt, doneAt }: HintRecord,
  { sessionStartedAt }: FrequencyMoment,
): boolean {
  switch (until) {
    case 'shown':
      return shown > 0;
    case 'opened':
      return openedAt !== undefined;
    case 'dismissed':
      return (dismissedAt ?? doneAt) !== undefined;
    case 'done':
      return doneAt !== undefined;
    case 'forever':
      return timeOf(dismissedAt) >= sessionStartedAt;
  }
}

const timeOf = (moment: string | undefined): number => (moment === undefined ? -Infinity : Date.parse(moment));
