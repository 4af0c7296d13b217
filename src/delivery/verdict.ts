import type { DeliveryProblem } from './deliveryProblem';
import type { OutboxEvent, OutboxRow } from './outbox';
import { PIECE_BYTES } from '../protocol/version';
import { retryWait } from './retrySchedule';
import { smallerPiece } from './uploadPlan';

/** What a failed request means for its item. The last ones need a person, or somebody's new token. */
export type Verdict = 'interrupted' | 'proxyTooLarge' | 'stagingLost' | 'authLost' | 'gone' | 'refused';

/** Judges a problem by what the receiver itself said; whatever something in between said is the network. */
export function verdictOf(problem: DeliveryProblem, stage: 'text' | 'media'): Verdict {
  if (problem.code === 'proxy-too-large') return 'proxyTooLarge';
  if (problem.code === 'auth-failed' || problem.code === 'owner-differs') return 'authLost';
  if (problem.retryable) return 'interrupted';
  if (problem.status === 401 || problem.name === 'owner-mismatch') return 'authLost';
  if (problem.status === 410) return 'gone';
  return problem.status === 404 && stage === 'media' ? 'stagingLost' : 'refused';
}

/** How often a text may be too large for something in between before a person has to look. */
const MAX_PROXY_REFUSALS = 3;

/** Gives what happens to an item after a failed request. `chance` is drawn anew for each. */
export function eventAfter(
  row: OutboxRow,
  problem: DeliveryProblem,
  moment: { readonly now: number; readonly chance: number },
): OutboxEvent {
  const wait = retryWait(row.attempts, moment.chance, problem.retryAfterMs);
  const again = { problem: problem.code, until: moment.now + wait.delayMs, ...(wait.isAsked && { isAsked: true }) };
  const refused = { kind: 'refused', problem: problem.code } as const;
  const verdict = verdictOf(problem, row.receipt ? 'media' : 'text');
  switch (verdict) {
    case 'interrupted':
    case 'authLost':
      return { kind: verdict, ...again };
    case 'proxyTooLarge':
      return afterProxy(row, again, problem.limit) ?? refused;
    case 'stagingLost':
      return row.replays > 0 ? refused : { kind: verdict };
    case 'gone':
      return { kind: verdict, at: moment.now };
    default:
      return refused;
  }
}

/** A picture goes on in smaller pieces than the one of `sentBytes`, as long as there are; a text is tried three times. */
function afterProxy(
  row: OutboxRow,
  again: { readonly problem: string; readonly until: number },
  sentBytes: number | undefined,
): OutboxEvent | undefined {
  if (!row.receipt) return row.attempts + 1 < MAX_PROXY_REFUSALS ? { kind: 'interrupted', ...again } : undefined;
  const pieceBytes = smallerPiece(sentBytes ?? row.pieceBytes ?? PIECE_BYTES);
  return pieceBytes === undefined ? undefined : { kind: 'interrupted', ...again, pieceBytes };
}
