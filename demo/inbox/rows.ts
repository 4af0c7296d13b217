import type { InboxRow } from '../../src/protocol/index';

/** Which questions the list shows, in the receiver's words. */
export type Filter = 'unanswered' | 'open' | 'all';

/** The filters in the order of the screen. */
export const FILTERS: readonly Filter[] = ['unanswered', 'open', 'all'];

/**
 * Orders and searches the rows of one page.
 * Waiting questions: an unsafe situation first, then who waits longest. Otherwise: the latest change first.
 */
export function shownRows(rows: readonly InboxRow[], filter: Filter, query: string): readonly InboxRow[] {
  const order = filter === 'unanswered' ? byWaiting : byChange;
  return rows.filter((row) => matches(row, query)).sort(order);
}

/** Tells whether every word of the query stands in the row's number, names, place or excerpt. */
export function matches(row: InboxRow, query: string): boolean {
  const text = plain([row.number, row.asker, row.organisation, row.place, row.excerpt].join(' '));
  return plain(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The row `step` places further; the first or last one when nothing is current, and never past an end. */
export function rowBeside(rows: readonly InboxRow[], current: string | undefined, step: 1 | -1): InboxRow | undefined {
  const index = rows.findIndex((row) => row.id === current);
  if (index < 0) return step > 0 ? rows[0] : rows.at(-1);
  return rows[Math.min(rows.length - 1, Math.max(0, index + step))];
}

/** The waiting question to take after `current`: the one that waits longest, other than itself. */
export const nextWaiting = (rows: readonly InboxRow[], current: string): InboxRow | undefined =>
  shownRows(rows, 'unanswered', '').find((row) => row.unanswered && row.id !== current);

/** How many rows of `next` were not in `before`: what the agent is told about. */
export function arrivals(before: readonly InboxRow[], next: readonly InboxRow[]): number {
  const known = new Set(before.map((row) => row.id));
  return next.filter((row) => !known.has(row.id) && row.unanswered).length;
}

const byWaiting = (one: InboxRow, other: InboxRow): number =>
  Number(other.kind === 'unsafe') - Number(one.kind === 'unsafe') ||
  compare(one.receivedAt, other.receivedAt) ||
  byNumber(one, other);

const byChange = (one: InboxRow, other: InboxRow): number =>
  compare(other.changedAt, one.changedAt) || byNumber(one, other);

const byNumber = (one: InboxRow, other: InboxRow): number =>
  one.number.localeCompare(other.number, 'nl', { numeric: true });

const compare = (one: string, other: string): number => Date.parse(one) - Date.parse(other);

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
