import type { Clock } from '../../foundation/clock';
import type { Undo } from '../../foundation/lifetime';

/** Least time between two questions that coming back asks for. */
const LEAST_MS = 20_000;

/** Asks again what is live when somebody comes back to the page: what was stopped meanwhile goes from the screen. */
export function keepFresh(view: Window, clock: Clock, refresh: () => unknown): Undo {
  let last = clock.now();
  const comeBack = (): void => {
    if (view.document.visibilityState !== 'visible' || clock.now() - last < LEAST_MS) return;
    last = clock.now();
    refresh();
  };
  for (const name of ['focus', 'online']) view.addEventListener(name, comeBack);
  return () => {
    for (const name of ['focus', 'online']) view.removeEventListener(name, comeBack);
  };
}
