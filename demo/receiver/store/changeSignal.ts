/** Wakes who waits for a change. In this process only: others find out by their cursor. */
export interface ChangeSignal {
  notify(owner: string): void;
  /** Resolves at the next notice about this owner, or about `ANYBODY`, or when `signal` ends. */
  next(owner: string, signal: AbortSignal): Promise<void>;
}

/** Stands for every owner: agents wait for this. */
export const ANYBODY = '';

/** Creates a signal without anybody waiting. */
export function createChangeSignal(): ChangeSignal {
  const waiting = new Map<string, Set<() => void>>();
  return {
    notify(owner) {
      for (const wake of [...(waiting.get(owner) ?? []), ...(waiting.get(ANYBODY) ?? [])]) wake();
    },
    next(owner, signal) {
      return new Promise((resolve) => {
        const others = waiting.get(owner) ?? new Set();
        const wake = (): void => {
          others.delete(wake);
          if (others.size === 0 && waiting.get(owner) === others) waiting.delete(owner);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        if (signal.aborted) return resolve();
        waiting.set(owner, others.add(wake));
        signal.addEventListener('abort', wake);
      });
    },
  };
}
