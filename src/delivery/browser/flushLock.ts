import type { Clock } from '../../foundation/clock';
import type { FlushLock } from '../ports';

const LOOK_EVERY_MS = 2_000;

/**
 * Creates the lock that lets one tab send at a time, per owner.
 *
 * A tab that navigates away with a lock goes into the back/forward cache and keeps it (measured, Chromium 156).
 * So the holder lets go on `pagehide` and `freeze`, at once; and who waits asks who holds it every 2 s, which frees a forgotten one.
 * Without Web Locks every tab sends: that costs bytes, never a second copy.
 */
export function createFlushLock(
  owner: string,
  clock: Clock,
  locks: LockManager | undefined = navigator.locks,
): FlushLock {
  if (!locks) return untilLeft;
  return async (work) => {
    let stopLooking = (): void => undefined;
    const look = (): void => {
      stopLooking = clock.after(LOOK_EVERY_MS, () => {
        void locks.query().catch(() => undefined); // asking is the point, the answer is not
        look();
      });
    };
    look();
    try {
      await locks.request(`cliendo-support:flush:${owner}`, () => {
        stopLooking();
        return untilLeft(work);
      });
    } finally {
      stopLooking();
    }
  };
}

/** Works until it is done or the page is left; then it ends without waiting for the work to notice. */
const untilLeft: FlushLock = async (work) => {
  const left = new AbortController();
  const leave = (): void => left.abort();
  const hasLeft = new Promise<void>((resolve) => left.signal.addEventListener('abort', () => resolve()));
  addEventListener('pagehide', leave);
  document.addEventListener('freeze', leave);
  try {
    await Promise.race([work(left.signal), hasLeft]);
  } finally {
    removeEventListener('pagehide', leave);
    document.removeEventListener('freeze', leave);
  }
};
