import type { Clock } from '../../../foundation/clock';
import type { Undo } from '../../../foundation/lifetime';
import type { BackendEvents, TokenSource } from '../../ports';
import { QUIET_MS } from '../signOfLife';
import { takeTurns } from './oneListener';

/** Hears of changes as they happen, through one stream for all tabs of a person. */
export interface NewsFeed {
  /** Listens from this cursor on, or notes that everything up to it is known. */
  follow(cursor: number): void;
  /** Lets go of the stream at once. */
  rest(): void;
  /** Whether a stream, of this tab or of another, has lately shown that it lives. */
  readonly isLive: boolean;
}

/** What a feed needs. */
export interface NewsFeedDeps {
  readonly owner: string;
  readonly session: TokenSource;
  readonly clock: Clock;
  readonly random: () => number;
  readonly locks: LockManager | undefined;
  language(): string;
  /** Keeps its promises: it never rejects, and ends when it is told to. */
  readonly backend: BackendEvents;
  /** Something changed. What, is read with one's own token. */
  onNews(): void;
}

/** Waits are random within these bounds, so that browsers do not come all at once. Milliseconds. */
const AGAIN_MS = 5_000;
const LONGEST_MS = 300_000;
/** A stream that lasted this long did well. */
const LASTING_MS = 15_000;

/** Creates a feed. It asks nothing until somebody follows, and whatever fails, the base line goes on by itself. */
export function createNewsFeed(deps: NewsFeedDeps): NewsFeed {
  const { owner, clock, locks, onNews } = deps;
  let known = 0;
  let told: number | undefined;
  let lastSign = -Infinity;
  let leave: Undo | undefined;

  const heardHere = (cursor: number): void => {
    lastSign = clock.now();
    if (cursor <= known) return;
    known = cursor;
    onNews();
  };
  /** Every script of this origin can say it: a reason to look, never a place to go on from. */
  const heardThere = (cursor: unknown): void => {
    if (typeof cursor !== 'number' || !Number.isSafeInteger(cursor)) return;
    lastSign = clock.now();
    if (cursor <= known || cursor === told) return;
    told = cursor;
    onNews();
  };

  const listen = async (left: AbortSignal, tell: (cursor: number) => void): Promise<void> => {
    for (let failures = 0; !left.aborted;) {
      const begunAt = clock.now();
      // oxlint-disable-next-line no-await-in-loop -- one stream at a time
      const waitMs = await listenOnce(deps, { after: known, left }, (cursor) => {
        heardHere(cursor);
        tell(cursor);
      });
      lastSign = -Infinity;
      failures = clock.now() - begunAt < LASTING_MS ? failures + 1 : 0; // what is cut off time and again is not worth asking for so often
      const mostMs = Math.min(LONGEST_MS, AGAIN_MS * 2 ** failures);
      const pauseMs = Math.max(waitMs, deps.random() * mostMs);
      if (!left.aborted) await pause(clock, pauseMs, { left, isAsked: waitMs > 0 }); // oxlint-disable-line no-await-in-loop -- see above
    }
  };

  return {
    follow(cursor) {
      known = Math.max(known, cursor);
      leave ??= takeTurns({ name: `cliendo-support:events:${owner}`, clock, locks, heard: heardThere, listen });
    },
    rest() {
      leave?.();
      leave = undefined;
      lastSign = -Infinity;
    },
    get isLive() {
      return clock.now() - lastSign < QUIET_MS;
    },
  };
}

interface Place {
  readonly after: number;
  readonly left: AbortSignal;
}

/** Listens until it ends, and gives the least time to wait. A token that is no longer taken is renewed for the next time. */
async function listenOnce(
  { owner, session, language, backend }: NewsFeedDeps,
  { after, left }: Place,
  heard: (cursor: number) => void,
): Promise<number> {
  const token = await session.token();
  if (!token.ok || session.subject?.owner !== owner || left.aborted) return 0;
  const call = { token: token.value, language: language(), signal: left };
  const ended = await backend.events(after, call, (cursor) => left.aborted || heard(cursor));
  if (ended.ok || left.aborted) return 0;
  if (ended.problem.status === 401) await session.renew(token.value);
  return Math.min(LONGEST_MS, ended.problem.retryAfterMs ?? 0);
}

interface Pause {
  readonly left: AbortSignal;
  /** The receiver asked for it: a network that comes back does not shorten it. */
  readonly isAsked: boolean;
}

/** Waits until it is time, until somebody leaves, or until there is a network again. */
function pause(clock: Clock, ms: number, { left, isAsked }: Pause): Promise<void> {
  return new Promise((resolve) => {
    const goOn = (): void => {
      cancel();
      left.removeEventListener('abort', goOn);
      removeEventListener('online', goOn);
      resolve();
    };
    const cancel = clock.after(ms, goOn);
    left.addEventListener('abort', goOn);
    if (!isAsked) addEventListener('online', goOn);
  });
}
