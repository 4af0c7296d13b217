/**
 * Gets what a person wrote to the receiver, once, and tells how far it is.
 *
 * Terms: an *item* is a submission, a message or an action: one idempotent PUT with an id made on the device.
 * *Sealed*: written down as bytes once, with a digest; an edit is a new id. *Stage*: `text` until the receipt, then `media`.
 * Invariants: nothing is removed before the receiver said it has everything for exactly that digest, except by a person's own act;
 * an item is sent only with a token of its own owner; one tab sends at a time, and a second one could only waste bytes.
 */
export type { DeliveryCode, DeliveryProblem } from './deliveryProblem';
export type { HintIndexAnswer, HintPicture } from './hints/hintViews';
export type { OutboxKind, OutboxReceipt, OutboxState } from './outbox';
export type { OutboxItemView } from './outbox.model';
export type {
  Answer,
  Backend,
  BackendEvents,
  BackendHints,
  BackendKeys,
  BackendReading,
  BackendWriting,
  Call,
  Connectivity,
  FlushLock,
  Leaving,
  Piece,
  SealedBody,
  TokenSource,
} from './ports';
export { createOutbox, type Outbox, type OutboxDeps } from './browser/createOutbox';
export type { Enqueued, EnqueueProblem } from './browser/enqueue';
export { createHttpTransport } from './browser/httpTransport';
