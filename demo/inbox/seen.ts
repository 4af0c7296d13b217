import type { InboxRow } from '../../src/protocol/index';

/** What this agent has looked at on this device: ids and moments, no content. */
export interface Seen {
  /** Changes up to here count as seen: the newest one at the first visit. */
  readonly since: string;
  /** Per question: the change that was on screen. */
  readonly rows: Readonly<Record<string, string>>;
}

const CAP = 500;

/** Starts from the page of a first visit, so that old questions do not all shout at once. */
export const firstSeen = (rows: readonly InboxRow[]): Seen => ({
  since: rows
    .map((row) => row.changedAt)
    .reduce((newest, at) => (Date.parse(at) > Date.parse(newest) ? at : newest), new Date(0).toISOString()),
  rows: {},
});

/** Tells whether something happened in a question since the agent last looked; a waiting one is new until it is opened. */
export function isFresh(row: InboxRow, seen: Seen): boolean {
  const at = seen.rows[row.id];
  if (at === undefined) return row.unanswered || Date.parse(row.changedAt) > Date.parse(seen.since);
  return Date.parse(row.changedAt) > Date.parse(at);
}

/** Remembers that the agent looked at a question; the oldest memories beyond the cap are dropped. */
export function markSeen(seen: Seen, row: InboxRow): Seen {
  const { [row.id]: _before, ...others } = seen.rows;
  const kept = Object.entries(others).slice(-(CAP - 1));
  return { ...seen, rows: { ...Object.fromEntries(kept), [row.id]: row.changedAt } };
}

/** Reads back what was kept; nothing when it is not what we wrote. */
export function readSeen(kept: unknown): Seen | undefined {
  if (typeof kept !== 'object' || kept === null || !('since' in kept) || !('rows' in kept)) return undefined;
  const { since, rows } = kept;
  if (typeof since !== 'string' || typeof rows !== 'object' || rows === null) return undefined;
  return {
    since,
    rows: Object.fromEntries(
      Object.entries(rows).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  };
}
