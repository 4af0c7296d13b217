import type { Clock } from '../../foundation/clock';
import type { FlushLock } from '../ports';
import type { Lease } from './lease';

const LOOK_EVERY_MS = 2_000;

/** What the lock of an owner's outbox needs. */
export interface FlushLockDeps {
  readonly owner: string;
  readonly clock: Clock;
  readonly lease: Lease;
  readonly locks?: LockManager | undefined;
}

/**
 * Creates the lock that lets one tab send at a time, per owner.
 *
 * A tab that navigates away with a lock goes into the back/forward cache and keeps it (measured, Chromium 156).
 * So the holder lets go on `pagehide` and `freeze`, at once; who waits asks who holds it every 2 s, which frees a forgotten one;
 * and when the holder's lease has run out all the same, the lock is taken from it.
 * Without Web Locks the lease alone decides. Whatever happens: a second sender could cost bytes, never make a second copy.
 */
export function createFlushLock({ owner, clock, lease, locks = navigator.locks }: FlushLockDeps): FlushLock {
  const name = `cliendo-support:flush:${owner}`;
  if (!locks) return byLease(clock, lease);
  return async (work) => {
    const wait = new AbortController();
    const turn = createTurn(work, lease);
    const stopLooking = againAndAgain(clock, async () => {
      void locks.query().catch(() => undefined); // asking is the point, the answer is not
      if ((await lease.state()) === 'overdue') wait.abort();
    });
    const ask = async (options: LockOptions): Promise<void> => {
      try {
        await locks.request(name, options, () => {
          stopLooking();
          return turn.begin();
        });
      } catch {
        turn.leave(); // it was taken from us, or we stopped waiting
      }
    };
    await ask({ signal: wait.signal });
    if (!turn.hasBegun) await ask({ steal: true });
    stopLooking();
  };
}

const byLease =
  (clock: Clock, lease: Lease): FlushLock =>
  async (work) => {
    while ((await lease.state()) === 'held') await new Promise<void>((resolve) => clock.after(LOOK_EVERY_MS, resolve));
    await createTurn(work, lease).begin();
  };

interface Turn {
  readonly hasBegun: boolean;
  /** Works until it is done or the page is left; then it ends without waiting for the work to notice. */
  begin(): Promise<void>;
  leave(): void;
}

function createTurn(work: Parameters<FlushLock>[0], lease: Lease): Turn {
  const left = new AbortController();
  const hasLeft = new Promise<void>((resolve) => left.signal.addEventListener('abort', () => resolve()));
  const leave = (): void => left.abort();
  let hasBegun = false;
  return {
    get hasBegun() {
      return hasBegun;
    },
    leave,
    async begin() {
      hasBegun = true;
      addEventListener('pagehide', leave);
      document.addEventListener('freeze', leave);
      try {
        await Promise.race([lease.take().then(() => work(left.signal)), hasLeft]);
      } finally {
        removeEventListener('pagehide', leave);
        document.removeEventListener('freeze', leave);
        void lease.end();
      }
    },
  };
}

/** Does something every two seconds, until it is told to stop. */
function againAndAgain(clock: Clock, action: () => Promise<void>): () => void {
  let stop = (): void => undefined;
  const next = (): void => {
    stop = clock.after(LOOK_EVERY_MS, () => {
      action().catch(() => undefined); // the next look may succeed
      next();
    });
  };
  next();
  return () => stop();
}
