import { fail, succeed, type Result } from '../../../foundation/result';

/** What came of a call: an answer of any shape, what was thrown, or nothing. */
export type Outcome = Result<unknown, unknown> | 'timed-out' | 'stopped';

/** Whatever it does, it does not throw. */
export async function attempt(act: () => unknown): Promise<Result<unknown, unknown>> {
  try {
    return succeed(await act());
  } catch (cause) {
    return fail(cause);
  }
}

/** Gives what comes first: the answer, or that nobody waits any more. */
export function unlessStopped<Value>(
  answer: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value | 'stopped'> {
  return new Promise((resolve) => {
    const stop = (): void => resolve('stopped');
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    void answer.then(resolve).finally(() => signal?.removeEventListener('abort', stop));
  });
}
