/** What ends when something else does, or when a time is over. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Whether it was the time that ended it. */
  isOver(): boolean;
  /** Lets go of the timer and of the other signal. */
  release(): void;
}

/**
 * Ends with `outer` or after a time. By hand: what `AbortSignal.any` makes of an `AbortSignal.timeout` that nobody else
 * holds may be collected as garbage in Node 20, and then it never ends.
 */
export function timeLimit(outer: AbortSignal, ms: number): TimeLimit {
  const ending = new AbortController();
  let over = false;
  const end = (): void => ending.abort();
  const timer = setTimeout(() => {
    over = true;
    end();
  }, ms);
  outer.addEventListener('abort', end, { once: true });
  if (outer.aborted) end();
  return {
    signal: ending.signal,
    isOver: () => over,
    release() {
      clearTimeout(timer);
      outer.removeEventListener('abort', end);
    },
  };
}

/** Resolves with `value` when the signal ends. */
export const whenEnded = <Value>(signal: AbortSignal, value: () => Value): Promise<Value> =>
  new Promise((resolve) => {
    const end = (): void => resolve(value());
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
