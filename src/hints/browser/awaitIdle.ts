import type { Clock } from '../../foundation/clock';
import type { Lifetime, Undo } from '../../foundation/lifetime';

const INPUT = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'];
const QUIET = { capture: true, passive: true } as const;

/** What waiting for rest works with. */
export interface IdleOptions {
  readonly page: Document;
  readonly clock: Clock;
  /** Nobody has touched anything for so long, while the page was seen; told once in a rest. */
  onIdle(ms: number): void;
}

/** Waits until somebody rests, by one timer: input only writes down when it was. Nothing asked is nothing heard. */
export function awaitIdle(
  { page, clock, onIdle }: IdleOptions,
  lifetime: Lifetime,
): (idleMs: readonly number[]) => void {
  let wanted: readonly number[] = [];
  let lastInputAt = clock.now();
  let told = 0;
  let stopTimer: Undo | undefined;

  const noteInput = (): void => {
    lastInputAt = clock.now();
    if (told === 0) return;
    told = 0;
    plan();
  };
  const plan = (): void => {
    stopTimer?.();
    const next = wanted[told];
    stopTimer = next === undefined ? undefined : clock.after(Math.max(0, lastInputAt + next - clock.now()), check);
  };
  const check = (): void => {
    const next = wanted[told];
    if (next === undefined) return;
    if (page.visibilityState === 'hidden') lastInputAt = clock.now();
    else if (clock.now() - lastInputAt >= next) {
      told += 1;
      onIdle(next);
    }
    plan();
  };
  const set = (idleMs: readonly number[]): void => {
    const next = [...new Set(idleMs)].sort((one, other) => one - other);
    if (next.join() === wanted.join()) return;
    for (const name of INPUT) {
      if (wanted.length === 0) page.addEventListener(name, noteInput, QUIET);
      else if (next.length === 0) page.removeEventListener(name, noteInput, QUIET);
    }
    [wanted, told, lastInputAt] = [next, 0, clock.now()];
    plan();
  };
  lifetime.add(() => set([]));
  return set;
}
