import type { Clock } from '../foundation/clock';
import type { Undo } from '../foundation/lifetime';
import type { CompiledHint } from './compileHint';
import type { Cause } from './context';
import { delayOf, isLasting } from './trigger';

/** Which hints have their moment now, and which wait for theirs. */
export interface Moments {
  /** What fired, for judging. */
  readonly fired: ReadonlyMap<string, Cause>;
  /** The moment of a hint begins, or began at `since`. */
  come(hint: CompiledHint, cause: Cause, since?: number): void;
  /** The moments of these hints are over, also those that wait. */
  go(isOver: (id: string) => boolean): void;
  /** Forgets what was judged and does not last, or runs by now; not what is still waited for. */
  settle(isRunning: (id: string) => boolean, isAwaited: (id: string) => boolean): void;
}

/** How long what a person asked for may wait for its place. */
const ASKED_MS = 6000;

/** Keeps the moments of hints. `onWaited` is called at the end of a delay: everything is judged then, also what was judged before it. */
export function createMoments(clock: Clock, onWaited: () => void): Moments {
  const fired = new Map<string, Cause>();
  const lasting = new Set<string>();
  const waiting = new Map<string, Undo>();
  const counts = new Map<string, number>();
  const wait = (id: string, delayMs: number, action: () => void): void => {
    waiting.get(id)?.();
    waiting.set(
      id,
      clock.after(delayMs, () => {
        waiting.delete(id);
        action();
      }),
    );
  };
  const end = (id: string): void => {
    waiting.get(id)?.();
    waiting.delete(id);
    fired.delete(id);
  };
  const fire = (id: string, cause: Cause, lasts: boolean): void => {
    fired.set(id, cause);
    if (lasts) lasting.add(id);
    else lasting.delete(id);
  };
  return {
    fired,
    come({ id, when }, cause, since = clock.now()) {
      if (cause === 'manual') {
        wait(id, ASKED_MS, () => end(id));
        return fire(id, cause, true);
      }
      if (cause === 'resumed') return fire(id, cause, true);
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count % (when.times ?? 1));
      if (count < (when.times ?? 1)) return;
      const delayMs = since + delayOf(when) - clock.now();
      if (delayMs <= 0) return fire(id, cause, isLasting(when));
      wait(id, delayMs, () => {
        fire(id, cause, isLasting(when));
        onWaited();
      });
    },
    go(isOver) {
      for (const id of [...fired.keys(), ...waiting.keys()]) if (isOver(id)) end(id);
    },
    settle(isRunning, isAwaited) {
      for (const id of fired.keys()) if (!isAwaited(id) && (!lasting.has(id) || isRunning(id))) end(id);
    },
  };
}
