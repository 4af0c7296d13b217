import type { Clock } from '../../foundation/clock';
import { fail, succeed, type Result } from '../../foundation/result';
import type { SubmissionView } from '../../protocol/submission';
import { isUnreadable } from '../../storage';
import { deliveryProblem, type DeliveryProblem } from '../deliveryProblem';
import type { OutboxEvent, OutboxReceipt, OutboxRow } from '../outbox';
import type { BackendWriting, SealedBody } from '../ports';
import { retryWait } from '../retrySchedule';
import { timeLimitMs } from '../uploadPlan';
import { putFollowUp } from './followUp';
import type { LastWords } from './lastWords';
import type { Ledger } from './ledger';
import type { Send } from './sender';

/** What sending one item needs. */
export interface SendItemDeps {
  readonly ledger: Ledger;
  readonly backend: BackendWriting;
  readonly send: Send;
  readonly clock: Clock;
  /** Called with what is on its way, and with the id of what has arrived. */
  readonly lastWords?: Pick<LastWords, 'hold' | 'letGo'> | undefined;
}

/** What a step led to: something that happens to the item, or why it failed. */
export type Outcome = Promise<Result<OutboxEvent, DeliveryProblem>>;

/** Puts the sealed bytes of an item. Only a receipt for exactly these bytes counts. */
export async function sendText(deps: SendItemDeps, row: OutboxRow, left: AbortSignal): Outcome {
  const { ledger, lastWords } = deps;
  const body = await ledger.body(row.id);
  if (!body.ok) return fail({ ...body.problem, status: 0, retryable: !isUnreadable(body.problem) });
  if (!body.value)
    return fail(
      deliveryProblem('content-missing', {
        message: 'The bytes of this item are no longer on the device.',
        retryable: false,
      }),
    );
  const sealed = { id: row.id, body: new Uint8Array(body.value), digest: row.digest };
  lastWords?.hold(row, sealed);
  const outcome = await putSealed(deps, row, { sealed, left });
  if (outcome.ok) lastWords?.letGo(row.id);
  return outcome;
}

async function putSealed(
  { backend, send, clock }: SendItemDeps,
  row: OutboxRow,
  { sealed, left }: { readonly sealed: SealedBody; readonly left: AbortSignal },
): Outcome {
  const limitMs = timeLimitMs(0, undefined);
  if (row.kind !== 'submission') {
    const done = await send((call) => putFollowUp(backend, row, { sealed, call }), { limitMs, left });
    return done.ok
      ? succeed(
          row.attachments.length
            ? { kind: 'receipted', receipt: {} }
            : { kind: 'completed', receipt: {}, at: clock.now() },
        )
      : done;
  }
  const view = await send((call) => backend.putSubmission(sealed, call), { limitMs, left });
  return view.ok ? eventOfView(row, view.value, clock.now()) : view;
}

/** Asks whether everything has arrived, after the last byte. A message has no view: its bytes are all there is to know. */
export async function checkComplete(
  { backend, send, clock }: SendItemDeps,
  row: OutboxRow,
  left: AbortSignal,
): Outcome {
  const spoiled = row.attachments.find(({ problem }) => problem)?.problem;
  if (row.kind !== 'submission') {
    return succeed(
      spoiled
        ? { kind: 'refused', problem: spoiled }
        : { kind: 'completed', receipt: row.receipt ?? {}, at: clock.now() },
    );
  }
  const view = await send((call) => backend.submission(row.id, call), { limitMs: timeLimitMs(0, undefined), left });
  if (!view.ok) return view;
  const event = eventOfView(row, view.value, clock.now());
  if (!event.ok || event.value.kind !== 'receipted') return event;
  if (spoiled) return succeed({ kind: 'refused', problem: spoiled });
  const offsets = Object.fromEntries(view.value.attachments.map(({ id, offset }) => [id, offset]));
  return succeed({
    kind: 'interrupted',
    problem: 'not-complete',
    until: clock.now() + retryWait(row.attempts, 1).delayMs,
    offsets,
  });
}

/** Reads a receipt. It is worth nothing when it is for other bytes. */
function eventOfView(row: OutboxRow, view: SubmissionView, at: number): Result<OutboxEvent, DeliveryProblem> {
  if (view.digest !== row.digest || view.id !== row.id) {
    return fail(
      deliveryProblem('receipt-differs', { status: 200, message: 'The receipt is for other bytes than were sent.' }),
    );
  }
  if (view.delivery === 'withdrawn') return succeed({ kind: 'gone', at });
  const receipt: OutboxReceipt = {
    reference: view.reference,
    receivedAt: view.receivedAt,
    questions: view.questions.map(({ id, number }) => ({ id, number })),
  };
  const isComplete = view.delivery === 'complete' || row.attachments.length === 0;
  return succeed(isComplete ? { kind: 'completed', receipt, at } : { kind: 'receipted', receipt });
}
