import { mergeKept, NOTHING_KEPT, type KeptHints } from '../../../hints';
import { laterSwitch, mergeHintRecords, type HintHistory, type HintRecord } from '../../../protocol';

/** What the device keeps of one person. */
export interface KeptRecord {
  readonly savedAt: number;
  /** The backend was asked at least once: before that nobody knows what was done on another device. */
  readonly isWhole: boolean;
  readonly value: KeptHints;
}

/** How long after the last sign of somebody their session is over, also when nobody was told that they signed out: longer than a shift. */
const SESSION_MS = 12 * 3_600_000;

/** What is kept of somebody who is new here. */
export const nothingRecorded = (now: number): KeptRecord => ({
  savedAt: now,
  isWhole: false,
  value: NOTHING_KEPT,
});

/** Reads what was kept; nothing when it is not as this version keeps it. */
export function recordRead(kept: unknown): KeptRecord | undefined {
  const { savedAt, isWhole, value } = membersOf(kept);
  const { history, session, events, ticks } = membersOf(value);
  const { records } = membersOf(history);
  const { startedAt, shows } = membersOf(session);
  const isRead =
    typeof savedAt === 'number' && typeof startedAt === 'number' && Array.isArray(records) && Array.isArray(shows);
  return isRead && isObject(events) && isObject(ticks)
    ? { savedAt, isWhole: isWhole === true, value: value as KeptHints } // it lies where only this code writes, sealed; its outline was just read
    : undefined;
}

/** Adds what a tab or the backend knows. */
export const joinedRecord = (record: KeptRecord, known: KeptHints, now: number): KeptRecord => ({
  ...record,
  savedAt: now,
  value: mergeKept(record.value, known),
});

/** The record at a moment that somebody is here: in their session, or in a new one. */
export const withSession = (record: KeptRecord, now: number, newId: () => string): KeptRecord => {
  const { session } = record.value;
  const isOver = session.id === '' || now - record.savedAt > SESSION_MS;
  const next = isOver ? { id: newId(), startedAt: Math.max(now, session.startedAt + 1), shows: [] } : session;
  return { ...record, savedAt: now, value: { ...record.value, session: next } };
};

/** The record of somebody who signs out. */
export const withoutSession = (record: KeptRecord): KeptRecord => ({
  ...record,
  value: { ...record.value, session: NOTHING_KEPT.session },
});

/** What of a history somebody else does not know yet; nothing when they know all of it. */
export function newsOf(history: HintHistory, known: HintHistory | undefined): HintHistory | undefined {
  const before = new Map(known?.records.map((record) => [record.hint, record]));
  const records = history.records.filter((record) => isNews(record, before.get(record.hint)));
  const off = laterSwitch(history.off, known?.off);
  const isSwitched = off !== undefined && JSON.stringify(off) !== JSON.stringify(laterSwitch(known?.off, known?.off));
  return records.length > 0 || isSwitched ? { records, ...(isSwitched && { off }) } : undefined;
}

/** Joined with itself a record has its members in the same order as when it was joined with another. */
const isNews = (record: HintRecord, known: HintRecord | undefined): boolean =>
  !known || JSON.stringify(mergeHintRecords(known, record)) !== JSON.stringify(mergeHintRecords(known, known));

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  isObject(value) ? (value as Readonly<Record<string, unknown>>) : {}; // an object: each member is still unknown
