import type { Clock } from '../../foundation/clock';
import type { Id } from '../../foundation/id';
import { fail, succeed, type Result } from '../../foundation/result';
import { isUnreadable, sha256 } from '../../storage';
import { deliveryProblem, type DeliveryProblem } from '../deliveryProblem';
import type { OutboxAttachment } from '../outbox';
import { PIECE_BYTES } from '../../protocol/version';
import type { Answer, BackendWriting, Piece } from '../ports';
import {
  FIRST_PACE,
  nextPiece,
  paceAfter,
  paceAfterTimeOut,
  timeLimitMs,
  type Pace,
  type PiecePlan,
} from '../uploadPlan';
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

/** How fast this page's connection is; outlives the uploader. */
export interface PaceKeeper {
  pace: Pace;
}

/** Begins to measure. */
export const createPaceKeeper = (): PaceKeeper => ({ pace: FIRST_PACE });

/** What an uploader needs. */
export interface UploaderDeps {
  readonly keeper: PaceKeeper;
  readonly store: OutboxStore;
  readonly backend: BackendWriting;
  readonly send: Send;
  readonly clock: Clock;
}

/** Creates an uploader for the time that a lock is held: what it knows of offsets is worth nothing afterwards. */
export function createUploader({ store, backend, send, clock, keeper }: UploaderDeps): Uploader {
  const offsets = new Map<Id, number>();
  const realigned = new Map<Id, number>();

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

  const ask = async (attachment: OutboxAttachment, left: AbortSignal): Outcome => {
    const limitMs = timeLimitMs(0, undefined);
    const asked = await send((call) => backend.uploadOffset(attachment.id, call), { limitMs, left });
    if (!asked.ok) return failed(attachment, asked.problem);
    return asked.value <= attachment.size ? committed(attachment.id, asked.value) : failed(attachment, oddOffset());
  };

  /** Sends a piece and measures how long it took. */
  const upload = async (piece: Piece, left: AbortSignal): Answer<number> => {
    const bytes = piece.bytes.byteLength;
    const startedAt = clock.now();
    const limitMs = timeLimitMs(bytes, keeper.pace.bytesPerMs);
    const sent = await send((call) => backend.uploadPiece(piece, call), { limitMs, left });
    if (sent.ok) keeper.pace = paceAfter(keeper.pace, { bytes, ms: clock.now() - startedAt });
    else if (sent.problem.code === 'timed-out') keeper.pace = paceAfterTimeOut(keeper.pace);
    return sent.ok || sent.problem.code !== 'proxy-too-large' ? sent : fail({ ...sent.problem, limit: bytes });
  };

  return {
    async step(attachment, { left, pieceBytes = Infinity }) {
      const { id, size } = attachment;
      const offset = offsets.get(id);
      if (offset === undefined) return ask(attachment, left);
      const plan = nextPiece(attachment, offset, Math.min(pieceBytes, keeper.pace.pieceBytes));
      if (!plan) return committed(id, size);
      const piece = await readPiece(store, attachment, plan);
      if (!piece.ok) return piece.problem;
      const sent = await upload({ id, offset, ...piece.value }, left);
      if (!sent.ok) return failed(attachment, sent.problem);
      return sent.value > offset && sent.value <= size ? committed(id, sent.value) : failed(attachment, oddOffset());
    },
  };
}

/** Reads a piece out of the stored chunks, one MiB at a time. */
async function readPiece(
  store: OutboxStore,
  attachment: OutboxAttachment,
  plan: PiecePlan,
): Promise<Result<{ bytes: ArrayBuffer; checksum: string }, Event>> {
  const [from, to] = plan.chunks;
  const joined = new Uint8Array(plan.length);
  for (let index = from; index < to; index++) {
    const chunk = await readChunk(store, attachment, index); // one at a time: they may be large
    if (!chunk.ok || plan.isWholeChunk) return chunk;
    const start = index === from ? plan.start : 0;
    const at = index * PIECE_BYTES + start - plan.offset;
    joined.set(new Uint8Array(chunk.value.bytes).subarray(start, start + plan.length - at), at);
  }
  return succeed({ bytes: joined.buffer, checksum: await sha256(joined) });
}

/** Reads a chunk and proves that it is still what was reviewed: each MiB has the digest that was declared. */
async function readChunk(
  store: OutboxStore,
  { id, digests }: OutboxAttachment,
  index: number,
): Promise<Result<{ bytes: ArrayBuffer; checksum: string }, Event>> {
  const chunk = await store.piece(id, index);
  if (!chunk.ok && isUnreadable(chunk.problem)) return fail(spoiled(id, chunk.problem.code));
  if (!chunk.ok) return fail(fail({ ...chunk.problem, status: 0, retryable: true }));
  if (!chunk.value) return fail(spoiled(id, 'attachment-missing'));
  const checksum = await sha256(chunk.value);
  return checksum === digests[index]
    ? succeed({ bytes: chunk.value, checksum })
    : fail(spoiled(id, 'attachment-damaged'));
}

type Event = Awaited<Outcome>;

const spoiled = (attachment: Id, problem: string): Event => succeed({ kind: 'spoiled', attachment, problem });

/** Taken back, too large, of a wrong type, not what it says: this attachment will never get there, the others may. */
const isAboutThisOne = ({ status, retryable }: DeliveryProblem): boolean =>
  !retryable && [410, 413, 415, 422].includes(status);

const oddOffset = (): DeliveryProblem =>
  deliveryProblem('unreadable-answer', { message: 'The receiver gave an offset that cannot be.' });
