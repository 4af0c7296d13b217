/** Every code that `@cliendo/support` reports to the host. Stable within a major version. */
export type SupportErrorCode =
  | 'option-missing'
  | 'option-type'
  | 'option-unknown'
  | 'already-running'
  | 'ended'
  | 'no-document'
  | 'chunk-failed'
  | 'auth-failed'
  | 'call-unknown'
  | 'listener-failed'
  | 'hint-fact'
  | 'hint-event'
  | 'hint-error'
  | 'internal';

/**
 * Says what the host can mend. Comes with the `problem` event and in `state.problems`; it is never thrown into the page.
 * Not for what goes wrong on the way to the receiver: those codes stand at the question itself.
 *
 * @public
 */
export class SupportError extends Error {
  /** Kebab-case, stable: compare this, not the message. */
  readonly code: SupportErrorCode;
  /** The option, call or file it is about, such as `privacy.review`. */
  readonly subject: string;

  constructor(code: SupportErrorCode, message: string, options: { subject?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'SupportError';
    this.code = code;
    this.subject = options.subject ?? '';
  }
}

/**
 * Tells whether a value is a `SupportError`, also when it comes from another copy of this package.
 *
 * @public
 */
export const isSupportError = (value: unknown): value is SupportError =>
  value instanceof Error && value.name === 'SupportError' && typeof (value as Partial<SupportError>).code === 'string';
