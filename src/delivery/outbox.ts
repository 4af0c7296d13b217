/**
 * What happens to one thing that is to be sent: an idempotent PUT with an id made on the device, then the bytes it declared.
 *
 *   state        event → next state
 *   ready        beginText → sending · beginMedia → uploading
 *   sending      receipted → uploading · completed → done · interrupted → backoff
 *   uploading    committed, spoiled → uploading · completed → done · interrupted → backoff · stagingLost → ready
 *   backoff      due, retried → ready
 *   waitingAuth  due, retried → ready
 *   attention    retried → ready
 *   done         (nothing)
 *   ready, sending, uploading: authLost → waitingAuth · refused → attention · gone → done; left → ready
 *
 * What is not in the table does not happen: the row stays as it is. The stage is derived, never stored:
 * without a receipt it is `text`, with one it is `media`. An item has no time limit; only `done` rows go, after 24 hours.
 * Pure: time, chance and the network are the drain's.
 */
import type { Id } from '../foundation/id';

/** What is sent. */
export type OutboxKind = 'submission' | 'message' | 'action';

/** Where an item stands. */
export type OutboxState = 'ready' | 'sending' | 'uploading' | 'backoff' | 'waitingAuth' | 'attention' | 'done';

/** What the receiver gave for an item: its number, those of its questions, and when it had the text. A message has none of them. */
export interface OutboxReceipt {
  readonly reference?: string;
  /** RFC 3339, by the receiver's clock. Receipts of before this was kept have none. */
  readonly receivedAt?: string;
  readonly questions?: readonly { readonly id: Id; readonly number: string }[];
}

/** One attachment that an item declared. */
export interface OutboxAttachment {
  readonly id: Id;
  readonly size: number;
  /** base64 SHA-256 of each MiB. */
  readonly digests: readonly string[];
  /** Bytes that the receiver has committed, as far as we know. */
  readonly committed: number;
  /** Why this one will not get there; the others go on. */
  readonly problem?: string;
}

/** One row of the store. Members are only ever added. Holds nothing that a person wrote. */
export interface OutboxRow {
  readonly schema: 1;
  readonly id: Id;
  readonly kind: OutboxKind;
  readonly owner: string;
  /** `Content-Digest` of the sealed bytes. They never change; an edit is a new id. */
  readonly digest: string;
  /** The question that a message or an action belongs to. */
  readonly question?: Id;
  /** Whether somebody's safety depends on it: goes first. */
  readonly urgent: boolean;
  readonly savedAt: number;
  readonly state: OutboxState;
  /** Failures in a row. */
  readonly attempts: number;
  /** Not before, in `backoff` and `waitingAuth`. */
  readonly until?: number;
  /** The receiver asked for `until`: waking up earlier does not help. */
  readonly isAsked?: boolean;
  readonly problem?: string;
  readonly receipt?: OutboxReceipt;
  readonly attachments: readonly OutboxAttachment[];
  /** At most so many bytes in one PATCH, once something in between found more too large. */
  readonly pieceBytes?: number;
  /** How often the receiver had lost the bytes and the text was put again. */
  readonly replays: number;
  readonly outcome?: 'complete' | 'gone';
  readonly doneAt?: number;
}

/** What can happen to an item. */
export type OutboxEvent =
  | { readonly kind: 'beginText' | 'beginMedia' | 'stagingLost' | 'due' | 'retried' | 'left' }
  | { readonly kind: 'receipted'; readonly receipt: OutboxReceipt }
  | { readonly kind: 'committed'; readonly attachment: Id; readonly offset: number }
  | { readonly kind: 'spoiled'; readonly attachment: Id; readonly problem: string }
  | (Interruption & { readonly kind: 'interrupted' })
  | (Interruption & { readonly kind: 'authLost' })
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'completed'; readonly receipt: OutboxReceipt; readonly at: number }
  | { readonly kind: 'gone'; readonly at: number };

/** Why an item waits and until when. */
interface Interruption {
  readonly problem: string;
  readonly until: number;
  readonly isAsked?: boolean;
  readonly pieceBytes?: number;
  /** Bytes committed per attachment, when the receiver counted again. */
  readonly offsets?: Readonly<Record<Id, number>>;
}

type Table = { readonly [State in OutboxState]: { readonly [Kind in OutboxEvent['kind']]?: OutboxState } };

const ALWAYS = { authLost: 'waitingAuth', refused: 'attention', gone: 'done', left: 'ready' } as const;

/** The state machine. */
export const NEXT_STATE: Table = {
  ready: { ...ALWAYS, beginText: 'sending', beginMedia: 'uploading' },
  sending: { ...ALWAYS, receipted: 'uploading', completed: 'done', interrupted: 'backoff' },
  uploading: {
    ...ALWAYS,
    committed: 'uploading',
    spoiled: 'uploading',
    completed: 'done',
    interrupted: 'backoff',
    stagingLost: 'ready',
  },
  backoff: { due: 'ready', retried: 'ready' },
  waitingAuth: { due: 'ready', retried: 'ready' },
  attention: { retried: 'ready' },
  done: {},
};

/** Gives the row after an event; the same row when the event means nothing in its state. */
export function nextRow(row: OutboxRow, event: OutboxEvent): OutboxRow {
  const state = NEXT_STATE[row.state][event.kind];
  return state ? { ...changed(row, event), state } : row;
}

type EventOf<Kind> = Extract<OutboxEvent, { readonly kind: Kind }>;

/** What an event changes beside the state; nothing for those that are not named. */
const CHANGES: { readonly [Kind in OutboxEvent['kind']]?: (row: OutboxRow, event: EventOf<Kind>) => OutboxRow } = {
  receipted: (row, { receipt }) => ({ ...settled(row), receipt }),
  committed: (row, event) => ({
    ...(isProgress(row, event) ? settled(row) : row),
    attachments: changeAttachment(row, event.attachment, { committed: event.offset }),
  }),
  spoiled: (row, { attachment, problem }) => ({ ...row, attachments: changeAttachment(row, attachment, { problem }) }),
  interrupted: (row, { kind: _kind, ...wait }) => interrupted(row, wait),
  authLost: (row, { kind: _kind, ...wait }) => interrupted(row, wait),
  refused: (row, { problem }) => ({ ...row, problem }),
  completed: (row, { receipt, at }) => ({ ...settled(row), receipt, outcome: 'complete', doneAt: at }),
  gone: (row, { at }) => ({ ...settled(row), outcome: 'gone', doneAt: at }),
  due: (row) => waited(row),
  stagingLost: (row) => ({ ...withoutReceipt(row), replays: row.replays + 1 }),
  retried: (row) => ({ ...settled(row), replays: 0, attachments: row.attachments.map(withoutProblem) }),
};

function changed<Kind extends OutboxEvent['kind']>(row: OutboxRow, event: EventOf<Kind>): OutboxRow {
  const change = CHANGES[event.kind as Kind]; // `event` is one of this kind
  return change ? change(row, event) : row;
}

function interrupted(row: OutboxRow, { offsets, ...wait }: Interruption): OutboxRow {
  const attachments = row.attachments.map((attachment) => ({
    ...attachment,
    committed: offsets?.[attachment.id] ?? attachment.committed,
  }));
  return { ...settled(row), ...wait, attachments, attempts: row.attempts + 1 };
}

const withoutProblem = ({ problem: _problem, ...attachment }: OutboxAttachment): OutboxAttachment => attachment;

/** Forgets a wait that is over. `attempts` and the last problem stay until something goes right. */
const waited = ({ until: _until, isAsked: _isAsked, ...row }: OutboxRow): OutboxRow => row;

/** Something went right: the next failure is the first again. */
function settled({ problem: _problem, ...row }: OutboxRow): OutboxRow {
  return { ...waited(row), attempts: 0 };
}

/** Hearing the same offset again is no progress: the next wait must still be longer. */
const isProgress = (
  row: OutboxRow,
  { attachment, offset }: { readonly attachment: Id; readonly offset: number },
): boolean => row.attachments.some(({ id, committed }) => id === attachment && offset > committed);

function withoutReceipt({ receipt: _receipt, ...row }: OutboxRow): OutboxRow {
  return { ...row, attachments: row.attachments.map((attachment) => ({ ...attachment, committed: 0 })) };
}

const changeAttachment = (row: OutboxRow, id: Id, change: Partial<OutboxAttachment>): OutboxRow['attachments'] =>
  row.attachments.map((attachment) => (attachment.id === id ? { ...attachment, ...change } : attachment));
