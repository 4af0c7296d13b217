import type { Clock } from '../../src/foundation/clock';

/** Time of one device: it stands still while something is on its way and jumps to the next moment when nothing is. */
export interface DeviceTime {
  readonly now: number;
  /** When the next timer is due; `Infinity` when there is none. */
  readonly nextAt: number;
  /** A clock for one life of the device; its timers end with it. */
  clock(): Clock & { end(): void };
  /** Jumps to the next timer and runs it; where there is none a second passes, because time never stands still. */
  jump(): void;
  /** Lets time pass without running anything that is due later. */
  pass(ms: number): void;
}

interface Timer {
  readonly at: number;
  readonly action: () => void;
}

const A_SECOND_MS = 1000;

/** Creates the time of a device. */
export function createDeviceTime(startAt: number): DeviceTime {
  let now = startAt;
  const waiting = new Set<Timer>();

  const runUntil = (until: number): void => {
    for (;;) {
      const next = earliest(waiting);
      if (!next || next.at > until) break;
      waiting.delete(next);
      now = Math.max(now, next.at);
      next.action();
    }
    now = Math.max(now, until);
  };

  return {
    get now() {
      return now;
    },
    get nextAt() {
      return earliest(waiting)?.at ?? Infinity;
    },
    clock() {
      const own = new Set<Timer>();
      return {
        now: () => now,
        after(delayMs, action) {
          const timer = { at: now + delayMs, action };
          own.add(timer);
          waiting.add(timer);
          return () => waiting.delete(timer);
        },
        end: () => own.forEach((timer) => waiting.delete(timer)),
      };
    },
    jump() {
      runUntil(earliest(waiting)?.at ?? now + A_SECOND_MS);
    },
    pass: (ms) => runUntil(now + ms),
  };
}

function earliest(timers: ReadonlySet<Timer>): Timer | undefined {
  let first: Timer | undefined;
  for (const timer of timers) if (!first || timer.at < first.at) first = timer;
  return first;
}
