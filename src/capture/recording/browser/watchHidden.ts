import type { Clock } from '../../../foundation/clock';
import type { Undo } from '../../../foundation/lifetime';

/** A glance at another tab is part of the work; after this long nobody works here. Milliseconds. */
const LONG_MS = 30_000;

/** Tells when the page was out of sight for long, and when it can be seen again. */
export function watchHidden(page: Document, clock: Clock, onChange: (isHidden: boolean) => void): Undo {
  let stop: Undo = () => undefined;
  const look = (): void => {
    stop();
    if (page.hidden) stop = clock.after(LONG_MS, () => onChange(true));
    else onChange(false);
  };
  page.addEventListener('visibilitychange', look);
  return () => {
    stop();
    page.removeEventListener('visibilitychange', look);
  };
}
