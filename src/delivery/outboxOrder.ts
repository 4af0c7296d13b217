import type { Id } from '../foundation/id';
import type { OutboxAttachment, OutboxRow } from './outbox';
import { LONGEST_WAIT_MS } from './retrySchedule';

/** What to do next for which item: put its text, send a piece of an attachment, or ask whether all has arrived. */
export type OutboxWork =
  | { readonly kind: 'text'; readonly row: OutboxRow }
  | { readonly kind: 'check'; readonly row: OutboxRow }
  | { readonly kind: 'piece'; readonly row: OutboxRow; readonly attachment: OutboxAttachment };

/**
 * Chooses what to do next: every text before any picture, somebody's safety before all; then the smallest attachment.
 * So a new question waits for one piece at most, about five seconds, never for a whole recording.
 */
export function nextWork(rows: readonly OutboxRow[]): OutboxWork | undefined {
  const active = rows.filter(isActive);
  const text = active.filter((row) => !row.receipt).sort((a, b) => rank(a) - rank(b) || a.savedAt - b.savedAt)[0];
  if (text) return { kind: 'text', row: text };
  const pieces = active.flatMap((row) =>
    openAttachments(row).map((attachment) => ({ kind: 'piece' as const, row, attachment })),
  );
  const smallest = pieces.sort((a, b) => a.attachment.size - b.attachment.size)[0];
  if (smallest) return smallest;
  const unchecked = active[0];
  return unchecked && { kind: 'check', row: unchecked };
}

/** Tells whether an item waits for nothing but its turn. */
export const isActive = (row: OutboxRow): boolean =>
  row.state === 'ready' || row.state === 'sending' || row.state === 'uploading';

/** Tells whether an item still has to get somewhere. */
export const isPending = (row: OutboxRow): boolean => row.state !== 'done' && row.state !== 'attention';

/** Gives the attachments of which bytes are still to be sent. */
export const openAttachments = (row: OutboxRow): readonly OutboxAttachment[] =>
  row.attachments.filter((attachment) => !attachment.problem && attachment.committed < attachment.size);

/** Gives when the next item is due; nothing when none waits for time. */
export function nextDue(rows: readonly OutboxRow[]): number | undefined {
  const moments = rows.filter(isPending).flatMap((row) => row.until ?? []);
  return moments.length ? Math.min(...moments) : undefined;
}

/**
 * Tells whether an item that waits may go on: its moment has come, or something changed and the receiver did not ask to wait.
 * A moment that is further away than any wait is no moment: the device's clock was set back.
 */
export const isDue = ({ until, isAsked }: OutboxRow, now: number, hasWoken: boolean): boolean =>
  until !== undefined && (until <= now || until - now > LONGEST_WAIT_MS || (hasWoken && !isAsked));

/** Gives the percentage of the attachments' bytes that the receiver has committed. Without attachments: 100 once there is a receipt. */
export function percentOf(row: OutboxRow): number {
  const size = row.attachments.reduce((sum, attachment) => sum + attachment.size, 0);
  if (row.outcome === 'complete' || (size === 0 && row.receipt)) return 100;
  const committed = row.attachments.reduce((sum, attachment) => sum + attachment.committed, 0);
  return size === 0 ? 0 : Math.floor((100 * committed) / size);
}

/** Done rows stay this long, so that a receipt survives a reload. */
const DONE_MS = 86_400_000;

/** Gives the ids of items that may be forgotten. */
export const forgettable = (rows: readonly OutboxRow[], now: number): readonly Id[] =>
  rows.filter((row) => row.doneAt !== undefined && now - row.doneAt >= DONE_MS).map((row) => row.id);

const RANKS: { readonly [Kind in OutboxRow['kind']]: number } = { submission: 1, message: 2, action: 3 };
const rank = (row: OutboxRow): number => (row.urgent ? 0 : RANKS[row.kind]);
