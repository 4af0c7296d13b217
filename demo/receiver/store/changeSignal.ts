/** Wakes who waits for a change. */
export interface ChangeSignal {
  notify(owner: string): void;
  /** Resolves at the next notice about this owner, or about `ANYBODY`, or when `signal` ends. */
  next(owner: string, signal: AbortSignal): Promise<void>;
}

/** Stands for every owner: agents wait for this. */
export const ANYBODY = '';

/** Told to `notify` when nobody knows who is concerned: all look again. */
export const EVERYBODY = '*';

/** Creates a signal within this process, without anybody waiting. */
export function createChangeSignal(): ChangeSignal {
  const waiting = new Map<string, Set<() => void>>();
  return {
    notify(owner) {
      const woken =
        owner === EVERYBODY ? [...waiting.values()] : [waiting.get(owner) ?? [], waiting.get(ANYBODY) ?? []];
      for (const wake of woken.flatMap((waiters) => [...waiters])) wake();
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
