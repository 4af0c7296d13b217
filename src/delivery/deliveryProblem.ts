import type { Failure } from '../foundation/result';
import type { ProblemName } from '../protocol/problem';

/**
 * Why a request did not do what it should.
 * Beside the problem names of the protocol, `code` is one of `DeliveryCode`.
 */
export interface DeliveryProblem extends Failure {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Set when the receiver itself said so (`application/problem+json`). A later receiver may know more names: compare, never switch over all. */
  readonly name?: ProblemName;
  /** Whether the very same request may succeed later. */
  readonly retryable: boolean;
  /** How long the receiver asked us to wait, by its own clock. */
  readonly retryAfterMs?: number;
  /** Where the receiver wants the next byte of an attachment. */
  readonly expectedOffset?: number;
  /** The limit that was passed. */
  readonly limit?: number;
}

/**
 * What goes wrong before or beside the receiver's own words:
 * `no-answer` the network · `timed-out` · `stopped` by us · `not-the-receiver` something else answered, such as a Wi-Fi sign-in page ·
 * `unreadable-answer` cut off or of another shape · `receipt-differs` a receipt for other bytes · `proxy-too-large` 413 by something in between ·
 * `refused` a problem that is not of this protocol · `auth-failed` no token · `owner-differs` the token is another person's ·
 * `content-missing` the bytes are no longer on the device.
 */
export type DeliveryCode =
  | 'no-answer'
  | 'timed-out'
  | 'stopped'
  | 'not-the-receiver'
  | 'unreadable-answer'
  | 'receipt-differs'
  | 'proxy-too-large'
  | 'refused'
  | 'auth-failed'
  | 'owner-differs'
  | 'content-missing';

/** Makes a problem of our own: by default one that time may heal. */
export const deliveryProblem = (
  code: DeliveryCode,
  more: { readonly message: string; readonly status?: number; readonly retryable?: boolean; readonly cause?: unknown },
): DeliveryProblem => ({
  code,
  status: 0,
  retryable: true,
  ...more,
});
