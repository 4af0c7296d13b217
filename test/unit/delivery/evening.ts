/** Evenings at one computer, in which anything may go wrong in any order. */
import fc from 'fast-check';
import type { Answer, BackendWriting, DeliveryProblem } from '../../../src/delivery';
import { fail } from '../../../src/foundation/result';
import type { Id } from '../../../src/foundation/id';
import type { Attachment } from '../../../src/protocol';
import { said } from './answers';
import type { Desk, TabOptions } from './desk';

/** Ways in which one request goes wrong. `lostAnswer` is the wicked one: it was received, and nobody says so. */
export const FAULTS = ['noAnswer', 'lostAnswer', 'portal', 'busy', 'broken', 'twice', 'damaged', 'expired'] as const;
export type Fault = (typeof FAULTS)[number];

/** What the sender hears of it. */
export const PROBLEM_OF: { readonly [Kind in Fault]: DeliveryProblem } = {
  noAnswer: { code: 'no-answer', status: 0, retryable: true, message: '' },
  lostAnswer: { code: 'no-answer', status: 0, retryable: true, message: '' },
  portal: { code: 'not-the-receiver', status: 200, retryable: true, message: '' },
  busy: said('rate-limited', { retryAfterMs: 5000 }),
  broken: said('internal'),
  twice: said('internal'),
  damaged: said('digest-mismatch'),
  expired: said('token-expired'),
};

/** A backend of which the next requests go wrong as told; after that they go right. */
function faulty(backend: BackendWriting, faults: Fault[]): BackendWriting {
  const go = async <Value>(request: () => Answer<Value>): Answer<Value> => {
    const fault = faults.shift();
    if (!fault) return request();
    if (fault === 'lostAnswer') await request();
    if (fault === 'twice') await Promise.all([request(), request()]);
    return fail(PROBLEM_OF[fault]);
  };
  return {
    ...backend,
    putSubmission: (item, call) => go(() => backend.putSubmission(item, call)),
    submission: (id, call) => go(() => backend.submission(id, call)),
    uploadOffset: (id, call) => go(() => backend.uploadOffset(id, call)),
    uploadPiece: (piece, call) => go(() => backend.uploadPiece(piece, call)),
  };
}

/** What may happen next. */
export type Command =
  | { readonly kind: 'submit'; readonly sizes: readonly number[] }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'flush' }
  | { readonly kind: 'reload' }
  | { readonly kind: 'otherTab' };

/** Any of them. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    kind: fc.constant('submit' as const),
    sizes: fc.array(fc.integer({ min: 1, max: 3000 }), { maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant('fault' as const), fault: fc.constantFrom(...FAULTS) }),
  fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 400_000 }) }),
  fc.constantFrom<Command>({ kind: 'flush' }, { kind: 'reload' }, { kind: 'otherTab' }),
);

/** What was called saved. */
export interface Witness {
  readonly id: Id;
  readonly body: string;
  readonly attachments: readonly Attachment[];
}

/** One computer with a tab in front, a network that goes wrong as told, and a list of what was called saved. */
export function anEvening(desk: Desk, change: Partial<TabOptions> = {}) {
  const witnesses: Witness[] = [];
  const faults: Fault[] = [];
  const backend = faulty(change.backend ?? desk.backend, faults);
  let outbox = desk.tab({ ...change, backend });

  const submit = async (sizes: readonly number[]): Promise<void> => {
    const attachments = await Promise.all(sizes.map((size) => desk.picture(size)));
    const prepared = desk.submission(`Vraag ${witnesses.length}`, attachments);
    const sealed = await outbox.submit(prepared);
    if (sealed.ok) witnesses.push({ id: prepared.id, body: JSON.stringify(prepared.submission), attachments });
  };

  const acts: { readonly [Kind in Command['kind']]: (command: Extract<Command, { kind: Kind }>) => unknown } = {
    submit: ({ sizes }) => submit(sizes),
    fault: ({ fault }) => faults.push(fault),
    pass: ({ ms }) => desk.clock.pass(ms), // also over requests that are on their way: they are late then
    flush: () => outbox.flush(),
    otherTab: () => void desk.tab({ ...change, backend }).flush(),
    reload() {
      outbox.end(); // in the middle of whatever it does
      outbox = desk.tab({ ...change, backend });
    },
  };

  return {
    witnesses,
    /** The tab in front. */
    outbox: () => outbox,
    act: async (command: Command): Promise<void> => void (await acts[command.kind](command as never)), // each takes its own
    async settle(): Promise<void> {
      faults.length = 0;
      await desk.settle(outbox, 20);
      outbox.end();
    },
  };
}
