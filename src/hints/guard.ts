import type { Lifetime } from '../foundation/lifetime';
import type { Log } from '../foundation/log';
import type { HintFault } from '../protocol';

/** Runs what is ours so that nothing gets into the host's way. What lasts can be waited for; it never fails. */
export type Guard = (action: () => unknown, where?: HintFault) => unknown;

/** A guard is made with this. */
export interface GuardDeps {
  readonly log: Log;
  readonly life: Lifetime;
  /** Told of each failure; `true`: that was the last one. */
  onFault(where: HintFault): boolean;
}

/** Makes a guard: what throws is told, and at the last fault `life` ends. Nothing runs after its end. */
export function createGuard({ log, life, onFault }: GuardDeps): Guard {
  return (action, where = 'engine') => {
    const fault = (cause: unknown): void => {
      log.error('hints-failed', 'Something of the hints failed; nothing of the page was touched.', cause);
      if (!life.hasEnded && onFault(where)) life.end();
    };
    if (life.hasEnded) return undefined;
    try {
      const running = action();
      return running instanceof Promise ? running.catch(fault) : undefined;
    } catch (cause) {
      return fault(cause);
    }
  };
}
