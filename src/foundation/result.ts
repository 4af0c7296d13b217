/** What went wrong, for developers. The user's sentence is found in `locale/` by `code`. */
export interface Failure<Code extends string = string> {
  /** Kebab-case, stable: hosts and tests compare it. */
  readonly code: Code;
  /** An English sentence without personal data: it may be logged. */
  readonly message: string;
  /** What was caught, for a debugger; never sent anywhere. */
  readonly cause?: unknown;
}

/** The outcome of something that is expected to fail now and then. Exceptions are for bugs. */
export type Result<Value, Problem = Failure> = Success<Value> | Failed<Problem>;

/** The good half of a `Result`. */
export interface Success<Value> {
  /** Tells the halves apart. */
  readonly ok: true;
  /** What came out of it. */
  readonly value: Value;
}

/** The other half of a `Result`. */
export interface Failed<Problem> {
  /** Tells the halves apart. */
  readonly ok: false;
  /** Why there is no value. */
  readonly problem: Problem;
}

/** Wraps a value as a success. */
export const succeed = <Value>(value: Value): Success<Value> => ({ ok: true, value });

/** Wraps a problem as a failure. */
export const fail = <Problem>(problem: Problem): Failed<Problem> => ({ ok: false, problem });
