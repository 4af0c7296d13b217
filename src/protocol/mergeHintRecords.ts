import type { HintHistory, HintRecord } from './hintState';

/**
 * Joins what two sides know about one hint: the latest moments, the highest count; nothing from before the latest reset.
 * In any order, any number of times, the outcome is the same: two devices and a repeated request can't disagree.
 */
export function mergeHintRecords(one: HintRecord, other: HintRecord): HintRecord {
  const resetAt = later(one.resetAt, other.resetAt);
  const [left, right] = [since(one, resetAt), since(other, resetAt)];
  const moments = MOMENTS.flatMap((name) => {
    const moment = later(left[name], right[name]);
    return moment === undefined ? [] : [[name, moment] as const];
  });
  const tour = laterTour(left.tour, right.tour);
  return {
    hint: one.hint,
    shown: Math.max(left.shown, right.shown),
    ...Object.fromEntries(moments),
    ...(resetAt !== undefined && { resetAt }),
    ...(tour && { tour }),
  };
}

/** The switch that was turned last; at the same moment, off. */
export function laterSwitch(one: HintHistory['off'], other: HintHistory['off']): HintHistory['off'] {
  if (one === undefined || other === undefined) return one ?? other;
  if (Date.parse(one.at) === Date.parse(other.at)) return one.value ? one : other;
  return Date.parse(one.at) > Date.parse(other.at) ? one : other;
}

const MOMENTS = ['lastShownAt', 'openedAt', 'dismissedAt', 'neverAt', 'doneAt', 'snoozedUntil'] as const;

function later(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const [first, second] = [Date.parse(one), Date.parse(other)];
  if (first === second) return one > other ? one : other; // the same moment, written in two ways
  return first > second ? one : other;
}

/** Without what was before a reset that this side does not know of. */
function since(record: HintRecord, resetAt: string | undefined): HintRecord {
  if (resetAt === undefined || record.resetAt === resetAt) return record;
  const isAfter = (moment: string | undefined): boolean =>
    moment !== undefined && Date.parse(moment) > Date.parse(resetAt);
  const kept = MOMENTS.filter((name) => isAfter(record[name])).map((name) => [name, record[name]]);
  return {
    hint: record.hint,
    shown: isAfter(record.lastShownAt) ? 1 : 0,
    ...Object.fromEntries(kept),
    ...(record.tour && isAfter(record.tour.at) && { tour: record.tour }),
  };
}

function laterTour(one: HintRecord['tour'], other: HintRecord['tour']): HintRecord['tour'] {
  if (one === undefined || other === undefined) return one ?? other;
  const order = ({ at, rev, step }: NonNullable<HintRecord['tour']>): readonly (number | string)[] => [
    Date.parse(at),
    rev,
    step,
    at,
  ];
  const [left, right] = [order(one), order(other)];
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 || (left[at] ?? 0) > (right[at] ?? 0) ? one : other;
}
