import type { AgentQuestion, InboxRow } from '../../../src/protocol/index';
import type { Id } from '../../../demo/inbox/draft';

/** Makes the n-th id of a test. */
export const idOf = (n: number): Id => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Id; // a UUID v4 by its form

/** Makes a row; only what matters is named. */
export const rowOf = (n: number, part: Partial<InboxRow> = {}): InboxRow => ({
  id: idOf(n),
  number: `24-1${n}.1`,
  status: 'received',
  kind: 'problem',
  excerpt: 'Er gebeurt niets',
  organisation: 'Voorbeeldzorg',
  asker: 'Sanne de Wit',
  place: 'Agenda',
  receivedAt: '2026-03-09T09:00:00Z',
  changedAt: '2026-03-09T09:00:00Z',
  attachments: 0,
  unanswered: true,
  ...part,
});

/** Makes an open question around a row, alone in its bundle. */
export const questionOf = (row: InboxRow, part: Partial<AgentQuestion> = {}): AgentQuestion => ({
  row,
  reference: '24-1',
  environment: null,
  attachments: [],
  messages: [],
  siblings: [{ id: row.id, number: row.number, status: row.status, excerpt: row.excerpt }],
  question: {
    id: row.id,
    kind: row.kind,
    text: row.excerpt,
    steps: [],
    errors: [],
    failedRequests: [],
    fields: {},
    attachments: [],
  },
  ...part,
});
