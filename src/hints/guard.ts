import type { Lifetime } from '../foundation/lifetime';
import type { Log } from '../foundation/log';

/** Runs what is ours so that nothing gets into the host's way. What lasts can be waited for; it never fails. */
export type Guard = (action: () => unknown) => unknown;

/** How often something may go wrong on one page. */
const MAX_FAULTS = 3;

/** Makes a guard: what throws is told to developers, and the third time `life` ends. Nothing runs after its end. */
export function createGuard(log: Log, life: Lifetime): Guard {
  let faults = 0;
  const fault = (cause: unknown): void => {
    log.error('hints-failed', 'Something of the hints failed; nothing of the page was touched.', cause);
    if (++faults === MAX_FAULTS) life.end();
  };
  return (action) => {
    if (life.hasEnded) return undefined;
    try {
      const running = action();
      return running instanceof Promise ? running.catch(fault) : undefined;
    } catch (cause) {
      return fault(cause);
    }
  };
}
