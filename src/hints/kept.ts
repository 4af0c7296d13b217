import type { HintHistory, HintRecord } from '../protocol/hintState';
import { laterSwitch, mergeHintRecords } from '../protocol/mergeHintRecords';
import type { HintPast } from './facts';

/** Everything that is kept of one person. */
export interface KeptHints {
  readonly history: HintHistory;
  /** From sign-in to sign-out in this browser, over its tabs. */
  readonly session: HintSession;
  /** How often the host told of something, by name and day (`2026-03-02`). */
  readonly events: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Tasks of checklists that are done, by hint. */
  readonly ticks: Readonly<Record<string, readonly string[]>>;
  /** Hints that might have come to this person on one day: told once, and kept here only for that. */
  readonly noticed?: { readonly day: string; readonly hints: readonly string[] };
}

/** One session, and what was shown in it. */
export interface HintSession {
  readonly id: string;
  readonly startedAt: number;
  /** Showings that counted. */
  readonly shows: readonly HintShow[];
}

/** One showing that counted. */
export interface HintShow {
  readonly hint: string;
  /** The how-many-eth of this hint for this person: two tabs that count the same one count it once. */
  readonly ordinal: number;
  readonly at: number;
  /** Whether it used the budget for interruptions. */
  readonly isInterrupting: boolean;
}

/** Where somebody is in a tour. */
export interface TourMark {
  readonly hint: string;
  readonly rev: number;
  readonly step: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What is kept of somebody of whom nothing is known. */
export const NOTHING_KEPT: KeptHints = {
  history: { records: [] },
  session: { id: '', startedAt: 0, shows: [] },
  events: {},
  ticks: {},
};

/** Joins what two tabs or devices know: in any order, any number of times, the outcome is the same. */
export function mergeKept(one: KeptHints, other: KeptHints): KeptHints {
  const off = laterSwitch(one.history.off, other.history.off);
  const noticed = mergeNoticed(one.noticed, other.noticed);
  return {
    history: { records: mergeRecords([...one.history.records, ...other.history.records]), ...(off && { off }) },
    session: mergeSessions(one.session, other.session),
    events: joined(one.events, other.events, (left, right) => joined(left, right, Math.max)),
    ticks: joined(one.ticks, other.ticks, (left, right) => [...new Set([...left, ...right])]),
    ...(noticed && { noticed }),
  };
}

/** Adds what was done with one hint. */
export const withRecord = (kept: KeptHints, record: Partial<HintRecord> & Pick<HintRecord, 'hint'>): KeptHints =>
  mergeKept(kept, { ...NOTHING_KEPT, history: { records: [{ shown: 0, ...record }] } });

/** Adds a showing that counted. */
export const withShow = (kept: KeptHints, show: HintShow): KeptHints => {
  const { session } = kept;
  return { ...kept, session: mergeSessions(session, { ...session, shows: [show] }) };
};

/** Most names of events, and days of each, that are kept. */
const MAX_EVENTS = 64;
const MAX_DAYS = 31;

/** Adds that the host told of something. A name too many is passed over. */
export function withEvent(kept: KeptHints, name: string, day: string): KeptHints {
  const events = new Map(Object.entries(kept.events));
  if (!events.has(name) && events.size >= MAX_EVENTS) return kept;
  const days = new Map(Object.entries(events.get(name) ?? {}));
  days.set(day, (days.get(day) ?? 0) + 1);
  const last = [...days].sort(([left], [right]) => (left < right ? 1 : -1)).slice(0, MAX_DAYS);
  return { ...kept, events: Object.fromEntries(events.set(name, Object.fromEntries(last))) };
}

/** Adds a task that is done. */
export const withTick = (kept: KeptHints, hint: string, step: string): KeptHints =>
  mergeKept(kept, { ...NOTHING_KEPT, ticks: { [hint]: [step] } });

/** Adds hints that might have come on this day. */
export const withNoticed = (kept: KeptHints, noticed: NonNullable<KeptHints['noticed']>): KeptHints =>
  mergeKept(kept, { ...NOTHING_KEPT, noticed });

/** Makes it ready for looking up. */
export const pastOf = ({ history, events }: KeptHints): HintPast => ({
  records: new Map(history.records.map((record) => [record.hint, record])),
  events: new Map(Object.entries(events).map(([name, days]) => [name, new Map(Object.entries(days))])),
});

function mergeRecords(records: readonly HintRecord[]): readonly HintRecord[] {
  const merged = new Map<string, HintRecord>();
  for (const record of records) {
    const known = merged.get(record.hint);
    merged.set(record.hint, known ? mergeHintRecords(known, record) : record);
  }
  return [...merged.values()];
}

/** The session that began last; of one session, all that was shown. */
function mergeSessions(one: HintSession, other: HintSession): HintSession {
  if (one.id !== other.id) return one.startedAt >= other.startedAt ? one : other;
  const shows = [...one.shows, ...other.shows].map((show) => [`${show.hint}/${show.ordinal}`, show] as const);
  return { ...one, shows: [...new Map([...shows].reverse()).values()].reverse() };
}

/** The later day; of one day, all that came. */
function mergeNoticed(one: KeptHints['noticed'], other: KeptHints['noticed']): KeptHints['noticed'] {
  if (!one || !other) return one ?? other;
  if (one.day !== other.day) return one.day > other.day ? one : other;
  return { day: one.day, hints: [...new Set([...one.hints, ...other.hints])] };
}

const joined = <Value>(
  one: Readonly<Record<string, Value>>,
  other: Readonly<Record<string, Value>>,
  join: (left: Value, right: Value) => Value,
): Readonly<Record<string, Value>> => {
  const all = new Map(Object.entries(one));
  for (const [name, value] of Object.entries(other)) {
    const known = all.get(name);
    all.set(name, known === undefined ? value : join(known, value));
  }
  return Object.fromEntries(all);
};
