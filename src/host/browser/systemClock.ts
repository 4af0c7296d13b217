import type { Clock } from '../../foundation/clock';

/** Creates the clock of this device. */
export const createSystemClock = (): Clock => ({
  now: () => Date.now(),
  after(delayMs, action) {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
});
