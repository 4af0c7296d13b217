import { computed, createModel, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Id } from '../foundation/id';
import type { OutboxKind, OutboxReceipt, OutboxRow, OutboxState } from './outbox';
import { percentOf } from './outboxOrder';

/** One item as a screen shows it. */
export interface OutboxItemView {
  readonly id: Id;
  readonly kind: OutboxKind;
  readonly state: OutboxState;
  /** `text` until there is a receipt, then `media`. */
  readonly stage: 'text' | 'media';
  /** Bytes of the attachments that the receiver has committed; never bytes handed to the network. */
  readonly percent: number;
  /** Whether it is on the device's disk. False: only this page holds it, and says so. */
  readonly saved: boolean;
  readonly savedAt: number;
  /** A person may want another way: it needs attention, or failed three times in a row. */
  readonly isStuck: boolean;
  /** The question that a message or an action belongs to. */
  readonly question?: Id;
  /** For people: `24-118`. Only after the receipt. */
  readonly reference?: string;
  /** When the receiver had the text, by its own clock. */
  readonly receivedAt?: string;
  readonly questions?: OutboxReceipt['questions'] & {};
  /** `done` without having arrived: the receiver has erased it, or somebody took it back. */
  readonly isGone?: boolean;
  /** Code of the last problem; in `attention` the reason that a person has to look. */
  readonly problem?: string;
  /** When it is tried again, in `backoff` and `waitingAuth`. */
  readonly retryAt?: number;
}

/** Mirrors the stored outbox in signals. The store is the truth. */
export const OutboxModel = createModel(() => {
  const rows = signal<readonly OutboxRow[]>([]);
  const unsaved = signal<ReadonlySet<Id>>(new Set());
  return {
    rows: rows as ReadonlySignal<readonly OutboxRow[]>, // written here only
    items: computed(() => rows.value.map((row) => viewOf(row, !unsaved.value.has(row.id)))),
    /** Takes over what the store holds now. */
    show(next: readonly OutboxRow[], notSaved: ReadonlySet<Id>): void {
      rows.value = next;
      unsaved.value = notSaved;
    },
  };
});

/** The public face of the model. */
export type OutboxModel = InstanceType<typeof OutboxModel>;

/** Failures in a row after which another way is offered. */
const STUCK_AFTER = 3;

function viewOf(row: OutboxRow, saved: boolean): OutboxItemView {
  const { id, kind, state, savedAt, attempts, question, problem, receipt, until, outcome } = row;
  return {
    id,
    kind,
    state,
    stage: receipt ? 'media' : 'text',
    percent: percentOf(row),
    saved,
    savedAt,
    isStuck: state === 'attention' || attempts >= STUCK_AFTER,
    ...(question && { question }),
    ...receipt,
    ...(outcome === 'gone' && { isGone: true }),
    ...(problem !== undefined && { problem }),
    ...(until !== undefined && { retryAt: until }),
  };
}
