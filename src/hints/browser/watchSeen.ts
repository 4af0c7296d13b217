import type { Clock } from '../../foundation/clock';
import type { Undo } from '../../foundation/lifetime';

/** Long enough to be read at all. */
const SEEN_MS = 1000;

/** Calls once, when half of the element was in view for one second on end, in a visible tab. */
export function watchSeen(element: HTMLElement, clock: Clock, onSeen: () => void): Undo {
  const page = element.ownerDocument;
  let isInView = false;
  let waiting: Undo | undefined;
  const judge = (): void => {
    const isSeen = isInView && page.visibilityState === 'visible';
    if (isSeen) waiting ??= clock.after(SEEN_MS, finish);
    else {
      waiting?.();
      waiting = undefined;
    }
  };
  const observer = new IntersectionObserver(
    (entries) => {
      isInView = (entries.at(-1)?.intersectionRatio ?? 0) >= 0.5;
      judge();
    },
    { threshold: 0.5 },
  );
  const end = (): void => {
    waiting?.();
    observer.disconnect();
    page.removeEventListener('visibilitychange', judge);
  };
  const finish = (): void => {
    end();
    onSeen();
  };
  observer.observe(element);
  page.addEventListener('visibilitychange', judge);
  return end;
}
