import type { Clock } from '../../foundation/clock';
import type { Undo } from '../../foundation/lifetime';

/** First wait and longest wait before it is tried again; each is twice the one before. Milliseconds. */
const FIRST_MS = 60_000;
const LONGEST_MS = 3_600_000;

/** Goes on with what an earlier page left behind. */
export interface Resuming {
  /** Tries now; resolves when that attempt is over. */
  resume(): Promise<void>;
  /** Tries no more, until it is asked again. */
  stop(): void;
}

/**
 * Creates what goes on with what was left behind, and tries again when that cannot be done now:
 * a page may stay open for a day without anybody who opens the panel.
 */
export function createResuming(sendLeft: () => Promise<boolean>, clock: Clock): Resuming {
  let turn = 0;
  let cancel: Undo | undefined;

  const stop = (): void => {
    turn += 1;
    cancel?.();
  };
  const attempt = async (waitMs: number): Promise<void> => {
    const mine = turn;
    const isDone = await sendLeft().catch(() => false); // a chunk that did not arrive, storage that is refused
    if (!isDone && mine === turn) cancel = clock.after(waitMs, () => void attempt(Math.min(waitMs * 2, LONGEST_MS)));
  };
  return {
    resume() {
      stop();
      return attempt(FIRST_MS);
    },
    stop,
  };
}
