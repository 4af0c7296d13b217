import type { Clock } from '../../foundation/clock';
import type { Id } from '../../foundation/id';
import { fail, succeed, type Result } from '../../foundation/result';
import { isUnreadable, sha256 } from '../../storage';
import { deliveryProblem, type DeliveryProblem } from '../deliveryProblem';
import type { OutboxAttachment } from '../outbox';
import type { BackendWriting } from '../ports';
import { nextPiece, timeLimitMs, type PiecePlan } from '../uploadPlan';
import type { OutboxStore } from './outboxStore';
import type { Send } from './sender';
import type { Outcome } from './sendItem';

/** Brings attachments over, one piece per call. */
export interface Uploader {
  /** Asks the offset the first time and after every unknown result; else sends the next piece from there. */
  step(attachment: OutboxAttachment, options: { readonly left: AbortSignal; readonly pieceBytes?: number }): Outcome;
}

/** How often one attachment may be set to the receiver's offset before we wait: two tabs could push each other for ever. */
const MAX_REALIGNED = 3;

/** What an uploader needs. */
export interface UploaderDeps {
  readonly store: OutboxStore;
  readonly backend: BackendWriting;
  readonly send: Send;
  readonly clock: Clock;
}

/** Creates an uploader for the time that a lock is held: what it knows of offsets is worth nothing afterwards. */
export function createUploader({ store, backend, send, clock }: UploaderDeps): Uploader {
  const offsets = new Map<Id, number>();
  const realigned = new Map<Id, number>();
  let bytesPerMs: number | undefined;

  const committed = (attachment: Id, offset: number): Event => {
    offsets.set(attachment, offset);
    return succeed({ kind: 'committed', attachment, offset });
  };

  const failed = ({ id, size }: OutboxAttachment, problem: DeliveryProblem): Event => {
    offsets.delete(id);
    const times = (realigned.get(id) ?? 0) + 1;
    const { expectedOffset } = problem;
    if (expectedOffset !== undefined && expectedOffset <= size && times <= MAX_REALIGNED) {
      realigned.set(id, times);
      return committed(id, expectedOffset);
    }
    return isAboutThisOne(problem) ? spoiled(id, problem.code) : fail(problem);
  };

  return {
    async step(attachment, { left, pieceBytes }) {
      const { id } = attachment;
      const offset = offsets.get(id);
      if (offset === undefined) {
        const asked = await send((call) => backend.uploadOffset(id, call), {
          limitMs: timeLimitMs(0, undefined),
          left,
        });
        return asked.ok && asked.value <= attachment.size
          ? committed(id, asked.value)
          : failed(attachment, asked.ok ? oddOffset() : asked.problem);
      }
      const plan = nextPiece(attachment, offset, pieceBytes);
      if (!plan) return committed(id, attachment.size);
      const piece = await readPiece(store, attachment, plan);
      if (!piece.ok) return piece.problem;
      const startedAt = clock.now();
      const sent = await send((call) => backend.uploadPiece({ id, offset, ...piece.value }, call), {
        limitMs: timeLimitMs(plan.length, bytesPerMs),
        left,
      });
      if (!sent.ok) return failed(attachment, sent.problem);
      bytesPerMs = plan.length / Math.max(1, clock.now() - startedAt);
      const isForward = sent.value > offset && sent.value <= attachment.size;
      return isForward ? committed(id, sent.value) : failed(attachment, oddOffset());
    },
  };
}

/** Reads a piece and proves that it is still what was reviewed: each MiB has the digest that was declared. */
async function readPiece(
  store: OutboxStore,
  attachment: OutboxAttachment,
  plan: PiecePlan,
): Promise<Result<{ bytes: ArrayBuffer; checksum: string }, Event>> {
  const chunk = await store.piece(attachment.id, plan.chunk);
  if (!chunk.ok && isUnreadable(chunk.problem)) return fail(spoiled(attachment.id, chunk.problem.code));
  if (!chunk.ok) return fail(fail({ ...chunk.problem, status: 0, retryable: true }));
  if (!chunk.value) return fail(spoiled(attachment.id, 'attachment-missing'));
  const digest = await sha256(chunk.value);
  if (digest !== attachment.digests[plan.chunk]) return fail(spoiled(attachment.id, 'attachment-damaged'));
  if (plan.isWholeChunk) return succeed({ bytes: chunk.value, checksum: digest });
  const bytes = chunk.value.slice(plan.start, plan.start + plan.length);
  return succeed({ bytes, checksum: await sha256(bytes) });
}

type Event = Awaited<Outcome>;

const spoiled = (attachment: Id, problem: string): Event => succeed({ kind: 'spoiled', attachment, problem });

/** Taken back, too large, of a wrong type, not what it says: this attachment will never get there, the others may. */
const isAboutThisOne = ({ status, retryable }: DeliveryProblem): boolean =>
  !retryable && [410, 413, 415, 422].includes(status);

const oddOffset = (): DeliveryProblem =>
  deliveryProblem('unreadable-answer', { message: 'The receiver gave an offset that cannot be.' });
