/** What was not delivered after so many tries is dead: shown, and sent again only when somebody says so. */
export const MOST_TRIES = 20;

const FIRST_MS = 10_000;
/** No wait is longer, whatever a server asks for. */
export const LONGEST_WAIT_MS = 8 * 3_600_000;
const SHORTEST_WAIT_MS = 1000;

/**
 * How long to wait after a try that failed: anything up to twice as long as before (full jitter), so that many senders
 * do not come back at the same moment. A server may ask for more. All tries together take 1.6 days on average, 3.2 at most.
 */
export function waitAfter(
  tries: number,
  { chance, askedMs = 0 }: { readonly chance: number; readonly askedMs?: number },
): number {
  const upTo = Math.min(LONGEST_WAIT_MS, FIRST_MS * 2 ** (tries - 1));
  return Math.round(Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, chance * upTo, askedMs)));
}

/** What `Retry-After` asks for: seconds or a moment. Anything else asks for nothing. */
export function retryAfterMs(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  const asked = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(asked) && asked > 0 ? asked : 0;
}
