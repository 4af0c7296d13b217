import type { Clock } from '../../foundation/clock';
import type { Undo } from '../../foundation/lifetime';

/** Seconds between the choice and the first frame: time to look away from the picker. */
export const COUNT_SECONDS = 3;

/** Counts the seconds down, the first one at once, and acts at zero. The answer stops it. */
export function countDown(clock: Clock, onSecond: (left: number) => void, onZero: () => void): Undo {
  let stop: Undo = () => undefined;
  const count = (left: number): void => {
    if (left === 0) return onZero();
    onSecond(left);
    stop = clock.after(1000, () => count(left - 1));
  };
  count(COUNT_SECONDS);
  return () => stop();
}
