import type { Log } from '../foundation/log';

/** Runs what is ours so that nothing gets into the host's way. What lasts can be waited for; it never fails. */
export type Guard = (action: () => unknown) => unknown;

/** How often something may go wrong on one page. */
const MAX_FAULTS = 3;

/** Makes a guard: what throws is told to developers, and the third time `onBroken` is called; nothing runs after that. */
export function createGuard(log: Log, onBroken: () => void): Guard {
  let faults = 0;
  const fault = (cause: unknown): void => {
    log.error('hints-failed', 'Something of the hints failed; nothing of the page was touched.', cause);
    if (++faults === MAX_FAULTS) onBroken();
  };
  return (action) => {
    if (faults >= MAX_FAULTS) return undefined;
    try {
      const running = action();
      return running instanceof Promise ? running.catch(fault) : undefined;
    } catch (cause) {
      return fault(cause);
    }
  };
}
