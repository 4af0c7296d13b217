import type { Clock } from '../../../foundation/clock';
import { createLifetime, type Undo } from '../../../foundation/lifetime';

const LOOK_EVERY_MS = 2_000;

/** What taking turns needs. */
export interface OneListenerDeps {
  /** Of the lock and of the channel; the same in all tabs of one person. */
  readonly name: string;
  readonly clock: Clock;
  readonly locks: LockManager | undefined;
  /** What another tab passed on. */
  heard(message: unknown): void;
  /** Works while it is this tab's turn, until `left`; what it hands to `tell` the other tabs hear. */
  listen(left: AbortSignal, tell: (message: number) => void): Promise<void>;
}

/**
 * Lets one tab listen and the others hear of it, until the answer is called.
 *
 * A tab in the back/forward cache would keep the lock: it is let go on `pagehide` and `freeze`, at once, and a tab that waits
 * asks who holds it every 2 s, which frees a forgotten one. Without Web Locks nobody listens: the base line does without.
 */
export function takeTurns(deps: OneListenerDeps): Undo {
  if (!deps.locks || typeof BroadcastChannel === 'undefined') return () => undefined;
  const { locks } = deps;
  const lifetime = createLifetime();
  let leave: Undo | undefined;
  const backAgain = (): void => {
    leave ??= takePart(deps, locks);
  };
  const goneAway = (): void => {
    leave?.();
    leave = undefined;
  };
  const listened = [
    [globalThis, 'pagehide', goneAway],
    [document, 'freeze', goneAway],
    [globalThis, 'pageshow', backAgain],
    [document, 'resume', backAgain],
  ] as const;
  for (const [target, name, listener] of listened) {
    target.addEventListener(name, listener);
    lifetime.add(() => target.removeEventListener(name, listener));
  }
  lifetime.add(goneAway);
  backAgain();
  return () => lifetime.end();
}

/** Hears the others, and waits for its turn. */
function takePart({ name, clock, heard, listen }: OneListenerDeps, locks: LockManager): Undo {
  const left = new AbortController();
  const lifetime = createLifetime();
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => heard(data));
  lifetime.add(() => channel.close());
  const hasLeft = new Promise<void>((resolve) => left.signal.addEventListener('abort', () => resolve()));
  lifetime.add(() => left.abort());
  const stopLooking = againAndAgain(clock, () => void locks.query().catch(() => undefined)); // asking is the point
  lifetime.add(stopLooking);
  locks
    .request(name, { signal: left.signal }, () => {
      stopLooking();
      return Promise.race([
        listen(left.signal, (message) => left.signal.aborted || channel.postMessage(message)),
        hasLeft,
      ]);
    })
    .catch(() => undefined); // left before it was our turn
  return () => lifetime.end();
}

function againAndAgain(clock: Clock, action: () => void): Undo {
  let stop = (): void => undefined;
  const next = (): void => {
    stop = clock.after(LOOK_EVERY_MS, () => {
      action();
      next();
    });
  };
  next();
  return () => stop();
}
