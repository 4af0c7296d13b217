import type { OutboxRow } from '../../../src/delivery/outbox';
import { anId } from '../../support/builders';

/** Makes a row that is ready to be sent. */
export const aRow = (change: Partial<OutboxRow> = {}): OutboxRow => ({
  schema: 1,
  id: anId(1),
  kind: 'submission',
  owner: 'sanne',
  digest: 'sha-256=:a:',
  urgent: false,
  savedAt: 0,
  state: 'ready',
  attempts: 0,
  attachments: [],
  replays: 0,
  ...change,
});

/** Makes a declared picture of which the receiver has nothing. */
export const aDeclared = (
  number: number,
  size: number,
  change: Partial<OutboxRow['attachments'][number]> = {},
): OutboxRow['attachments'][number] => ({
  id: anId(100 + number),
  size,
  digests: ['a'],
  committed: 0,
  ...change,
});
