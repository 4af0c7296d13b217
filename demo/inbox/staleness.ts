import type { AgentQuestion, Change, InboxRow } from '../../src/protocol/index';

/**
 * Tells whether the open question must be read again. Reading is written down in the access log,
 * so it happens when something changed and not because time passed.
 * @param changes What the feed says; nothing when there is no feed and only the list was read again.
 * @param rows The list as it is now.
 */
export function isStale(open: AgentQuestion, changes: readonly Change[], rows: readonly InboxRow[]): boolean {
  const row = rows.find(({ id }) => id === open.row.id);
  if (row && row.changedAt !== open.row.changedAt) return true;
  if (changes.length === 0) return awaitsBytes(open);
  return changes.some((change) =>
    change.type === 'attachment' ? awaitsBytes(open) && concerns(open, change) : isNews(open, change, row),
  );
}

/** The open question itself is news only when the list cannot tell: it may stand in another filter. */
function isNews(open: AgentQuestion, { qid }: Change, row: InboxRow | undefined): boolean {
  if (qid === open.row.id) return row === undefined;
  return open.siblings.some(({ id }) => id === qid);
}

const concerns = (open: AgentQuestion, { qid }: Change): boolean =>
  qid === undefined || open.siblings.some(({ id }) => id === qid);

const awaitsBytes = ({ attachments }: AgentQuestion): boolean =>
  attachments.some(
    ({ state }) => state === 'declared' || state === 'uploading' || state === 'stored' || state === 'checked',
  );
