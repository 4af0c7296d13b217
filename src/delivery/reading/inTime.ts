import type { Clock } from '../../foundation/clock';

/** Waits for `work`, but no longer than `limitMs`: then it gives what `late` gives, and what still comes is dropped. */
export function inTime<Value>(
  work: Promise<Value>,
  limit: { readonly clock: Clock; readonly limitMs: number; late(): Value },
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = limit.clock.after(limit.limitMs, () => resolve(limit.late()));
    work.then(resolve, reject).finally(cancel);
  });
}
