import type { Clock } from '../../foundation/clock';
import type { Id } from '../../foundation/id';
import { fail, succeed, type Failure, type Result } from '../../foundation/result';
import type { Action, Message } from '../../protocol/conversation';
import type { Attachment, Submission } from '../../protocol/submission';
import { PIECE_BYTES } from '../../protocol/version';
import type { OutboxKind, OutboxRow } from '../outbox';
import { isPending } from '../outboxOrder';
import type { Ledger } from './ledger';
import type { OutboxStore } from './outboxStore';
import { seal } from './sealItem';

/** What became of an item. */
export interface Enqueued {
  readonly id: Id;
  /** Whether it is on the device's disk. False: the storage failed, and only this open page can still send it. */
  readonly saved: boolean;
}

/** One thing to be sent. */
export interface NewItem {
  readonly id: Id;
  readonly kind: OutboxKind;
  readonly question?: Id;
  readonly content: Submission | Message | Action;
  readonly attachments: readonly Attachment[];
  readonly urgent?: boolean;
}

/** Why an item was not taken: `outbox-full`, `owner-differs`, `already-sealed`, `attachment-missing`. */
export type EnqueueProblem = Failure<'outbox-full' | 'owner-differs' | 'already-sealed' | 'attachment-missing'>;

/** What sealing needs. */
export interface EnqueueDeps {
  readonly owner: string;
  readonly store: OutboxStore;
  readonly ledger: Ledger;
  readonly clock: Clock;
  onAdded(): void;
}

const MAX_ITEMS = 50;
const MAX_BYTES = 500 * 1_048_576;

/** Creates what seals items, one after another: a double click finds the first one there and changes nothing. */
export function createEnqueue(deps: EnqueueDeps): (item: NewItem) => Promise<Result<Enqueued, EnqueueProblem>> {
  let last: Promise<unknown> = deps.ledger.load();
  return (item) => {
    const mine = last.then(() => enqueue(deps, item));
    last = mine.catch(() => undefined);
    return mine;
  };
}

async function enqueue(deps: EnqueueDeps, item: NewItem): Promise<Result<Enqueued, EnqueueProblem>> {
  const { owner, ledger, onAdded } = deps;
  if (item.content.owner !== owner)
    return fail({ code: 'owner-differs', message: 'This was written by somebody else.' });
  const { body, digest } = await seal(item.content);
  const existing = ledger.rows().find((row) => row.id === item.id);
  if (existing)
    return existing.digest === digest ? succeed({ id: item.id, saved: ledger.isSaved(item.id) }) : fail(ALREADY_SEALED);
  const problem = await findProblem(deps, item);
  if (problem) return fail(problem);
  const saved = await ledger.add(rowOf(deps, item, digest), body);
  onAdded();
  return succeed({ id: item.id, saved });
}

const ALREADY_SEALED: EnqueueProblem = {
  code: 'already-sealed',
  message: 'This id was sealed with other bytes. An edit needs a new id.',
};

async function findProblem(
  { store, ledger }: EnqueueDeps,
  { attachments }: NewItem,
): Promise<EnqueueProblem | undefined> {
  const waiting = ledger.rows().filter(isPending);
  const bytes = [...waiting.flatMap((row) => row.attachments), ...attachments].reduce((sum, { size }) => sum + size, 0);
  if (waiting.length >= MAX_ITEMS || bytes > MAX_BYTES)
    return { code: 'outbox-full', message: `At most ${MAX_ITEMS} items and ${MAX_BYTES} bytes wait at a time.` };
  for (const { id, size } of attachments) {
    const count = await store.pieceCount(id);
    const isThere = !count.ok || count.value === Math.ceil(size / PIECE_BYTES); // with a dead storage the text goes all the same
    if (!isThere) return { code: 'attachment-missing', message: 'The bytes of an attachment are not in `chunks`.' };
  }
  return undefined;
}

function rowOf({ owner, clock }: EnqueueDeps, item: NewItem, digest: string): OutboxRow {
  return {
    schema: 1,
    id: item.id,
    kind: item.kind,
    owner,
    digest,
    ...(item.question && { question: item.question }),
    urgent: item.urgent ?? false,
    savedAt: clock.now(),
    state: 'ready',
    attempts: 0,
    attachments: item.attachments.map(({ id, size, digests }) => ({ id, size, digests, committed: 0 })),
    replays: 0,
  };
}
