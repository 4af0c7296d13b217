import type { Undo } from './lifetime';

/** Time as a port, so that tests decide what time it is. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Calls `action` once after `delayMs`. The answer cancels it. */
  after(delayMs: number, action: () => void): Undo;
}
