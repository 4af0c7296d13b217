const BASE_MS = 1_000;
const CAP_MS = 300_000;
/** No wait is longer: a day, as some proxies ask, would park a question until tomorrow. */
export const LONGEST_WAIT_MS = 3_600_000;

/** When to try again. */
export interface Wait {
  readonly delayMs: number;
  /** Whether the receiver asked for it. */
  readonly isAsked: boolean;
}

/**
 * Gives how long to wait: full jitter, fresh each time, doubling from 1 s to 5 min, and it never gives up.
 * What the receiver asks wins, from 1 s to 1 h.
 *
 * @param attempts failures in a row before this one
 * @param chance from 0 up to 1, drawn anew for each wait
 */
export function retryWait(attempts: number, chance: number, retryAfterMs?: number): Wait {
  if (retryAfterMs !== undefined)
    return { delayMs: Math.min(Math.max(retryAfterMs, BASE_MS), LONGEST_WAIT_MS), isAsked: true };
  return { delayMs: Math.round(chance * Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempts, 20))), isAsked: false };
}
