import type { OutboxRow } from '../outbox';
import { isActive, isDue, nextWork, type OutboxWork } from '../outboxOrder';
import { eventAfter, verdictOf } from '../verdict';
import { checkComplete, sendText, type Outcome, type SendItemDeps } from './sendItem';
import type { Uploader } from './uploadBlob';

/** What one round of sending needs. */
export interface DrainDeps extends SendItemDeps {
  readonly uploader: Uploader;
  /** From 0 up to 1. */
  random(): number;
}

/** One round, while the lock is held. */
export interface Round {
  /** The page is being left. */
  readonly left: AbortSignal;
  /** Something changed: waits that the receiver did not ask for are over. */
  readonly hasWoken: boolean;
  /** When another tab may have a turn. */
  readonly endsAt: number;
}

/**
 * Sends what can be sent now, one request at a time. The lock proves that nobody else is sending,
 * so an item that stands in the middle was left there by a page that is gone.
 */
export async function drainOutbox(deps: DrainDeps, round: Round): Promise<void> {
  const { ledger, clock } = deps;
  const happen = (rows: readonly OutboxRow[], kind: 'due' | 'left') =>
    Promise.all(rows.map(({ id }) => ledger.apply(id, { kind })));
  await happen(
    ledger.rows().filter((row) => isDue(row, clock.now(), round.hasWoken)),
    'due',
  );
  while (!round.left.aborted && clock.now() < round.endsAt) {
    const work = nextWork(ledger.rows());
    if (!work) break;
    await perform(deps, work, round.left); // one request at a time
  }
  await happen(ledger.rows().filter(isActive), 'left');
}

async function perform(deps: DrainDeps, work: OutboxWork, left: AbortSignal): Promise<void> {
  const { ledger, clock } = deps;
  const { row } = work;
  await ledger.apply(row.id, { kind: work.kind === 'text' ? 'beginText' : 'beginMedia' });
  const outcome = await outcomeOf(deps, work, left);
  if (outcome.ok) return ledger.apply(row.id, outcome.value);
  if (left.aborted) return ledger.apply(row.id, { kind: 'left' });
  const { problem } = outcome;
  const isForAll = verdictOf(problem, 'text') === 'authLost' && problem.name !== 'owner-mismatch'; // no token: the others need not try
  const rows = isForAll ? ledger.rows().filter(isActive) : [row];
  await Promise.all(
    rows.map((each) => ledger.apply(each.id, eventAfter(each, problem, { now: clock.now(), chance: deps.random() }))),
  );
}

async function outcomeOf(deps: DrainDeps, work: OutboxWork, left: AbortSignal): Outcome {
  if (work.kind === 'text') return sendText(deps, work.row, left);
  if (work.kind === 'check') return checkComplete(deps, work.row, left);
  return deps.uploader.step(work.attachment, { left, ...(work.row.pieceBytes && { pieceBytes: work.row.pieceBytes }) });
}
