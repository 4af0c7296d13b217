import type { Clock } from '../../foundation/clock';
import type { Undo } from '../../foundation/lifetime';
import { isActive, isDue, isPending, nextDue } from '../outboxOrder';
import type { FlushLock } from '../ports';
import type { Round } from './drainOutbox';
import type { Ledger } from './ledger';

/** Decides when there is sending, and sees to it that it is done once at a time. */
export interface Flusher {
  /** Sends what can be sent; resolves when there is nothing to do right now. `hasWoken`: waits of our own are over. */
  flush(hasWoken: boolean): Promise<void>;
  /** Something changed outside. At most one flush per 2 s and waiting item comes of it. */
  wake(): void;
  /** Ends the request in flight, and everything after it. */
  end(): void;
}

/** What a flusher needs. */
export interface FlusherDeps {
  readonly ledger: Ledger;
  readonly lock: FlushLock;
  readonly clock: Clock;
  drain(round: Round): Promise<void>;
}

const LOCK_MS = 30_000;
const WAKE_SPACING_MS = 2_000;

/** Creates a flusher. With nothing pending it takes no lock and asks the network nothing. */
export function createFlusher({ ledger, lock, clock, drain }: FlusherDeps): Flusher {
  const ended = new AbortController();
  let running: Promise<void> | undefined;
  let isAsked = false;
  let isWoken = false;
  let cancelDue: Undo | undefined;

  const hasWork = (hasWoken: boolean): boolean =>
    ledger.rows().some((row) => isActive(row) || isDue(row, clock.now(), hasWoken));

  /** One turn with the lock. False: the page is being left. */
  const turn = async (hasWoken: boolean): Promise<boolean> => {
    const stop = new AbortController();
    const leave = (): void => stop.abort();
    ended.signal.addEventListener('abort', leave);
    await lock(async (left) => {
      left.addEventListener('abort', leave);
      if (ended.signal.aborted || left.aborted) return leave();
      await ledger.load(); // another tab may have sent it while we waited
      await drain({ left: stop.signal, hasWoken, endsAt: clock.now() + LOCK_MS });
    });
    ended.signal.removeEventListener('abort', leave);
    return !stop.signal.aborted;
  };

  const run = async (): Promise<void> => {
    await ledger.load();
    let goesOn = !ended.signal.aborted;
    while (goesOn) {
      const hasWoken = isWoken;
      isAsked = isWoken = false;
      if (hasWork(hasWoken)) goesOn = await turn(hasWoken); // turns follow each other
      goesOn &&= isAsked || hasWork(false);
    }
    cancelDue?.();
    const due = nextDue(ledger.rows());
    if (due !== undefined && !ended.signal.aborted)
      cancelDue = clock.after(Math.max(0, due - clock.now()), () => void flush(false));
  };

  const flush = (hasWoken: boolean): Promise<void> => {
    isAsked = true;
    isWoken ||= hasWoken;
    running ??= run().finally(() => (running = undefined));
    return running;
  };

  /** Every item that waits costs a request each time, and there are to be no more than thirty a minute. */
  const spacingMs = (): number => WAKE_SPACING_MS * Math.max(1, ledger.rows().filter(isPending).length);
  const spaced = createSpaced({ clock, spacingMs }, () => void flush(true));
  return {
    flush,
    wake: () => spaced.ask(),
    end() {
      ended.abort();
      spaced.end();
      cancelDue?.();
    },
  };
}

/** Does something when asked, but not all the time: a flickering network asks without end. */
function createSpaced(
  { clock, spacingMs }: { readonly clock: Clock; spacingMs(): number },
  action: () => void,
): { ask(): void; end(): void } {
  let last = -Infinity;
  let cancel: Undo | undefined;
  let hasEnded = false;
  const go = (): void => {
    cancel = undefined;
    last = clock.now();
    action();
  };
  return {
    ask() {
      const wait = last + spacingMs() - clock.now();
      if (cancel || hasEnded) return;
      if (wait <= 0) go();
      else cancel = clock.after(wait, go);
    },
    end() {
      hasEnded = true;
      cancel?.();
    },
  };
}
