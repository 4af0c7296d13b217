import type { Clock } from '../foundation/clock';
import type { Refusal } from './refusal';

/** The longest wait for something that becomes allowed: by then another page was opened. */
const MAX_WAIT_MS = 3_600_000;

/** Judges again at the first moment at which something refused may be allowed. Each call replaces the wait before it. */
export function createWaiting(clock: Clock, judge: () => void): (refused: readonly (Refusal | undefined)[]) => void {
  let end = (): unknown => undefined;
  return (refused) => {
    end();
    const delayMs = Math.min(...refused.map((refusal) => refusal?.next ?? Infinity)) - clock.now();
    end = delayMs < MAX_WAIT_MS ? clock.after(delayMs, judge) : () => undefined;
  };
}
