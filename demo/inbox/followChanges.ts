import type { Change } from '../../src/protocol/index';
import type { AgentBackend } from './agentBackend';

/** What following the changes needs. */
export interface Following {
  readonly backend: Pick<AgentBackend, 'changes'>;
  /** Where the list was read. */
  readonly cursor: number;
  readonly signal: AbortSignal;
  /** Resolves after the time, or at once when the signal ends. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Called with what changed; with nothing when the receiver has no feed and the list must be read again. */
  readonly onChanges: (changes: readonly Change[]) => void;
  readonly onConnection: (connected: boolean) => void;
}

/** Without a feed the list is read again at this pace. */
const WITHOUT_FEED_MS = 15_000;
/** How long to wait after the first request without an answer; each next one waits twice as long. */
export const FIRST_RETRY_MS = 1_000;
/** No wait is longer than this. */
export const LAST_RETRY_MS = 30_000;

/** Follows what changes for agents until the signal ends: one waiting request at a time, slower and slower while there is no answer. */
export async function followChanges(following: Following): Promise<void> {
  const { backend, signal, pause, onChanges, onConnection } = following;
  let { cursor } = following;
  let retryMs = FIRST_RETRY_MS;
  while (!signal.aborted) {
    const answer = await backend.changes(cursor, signal);
    if (signal.aborted) return;
    if (answer.ok) {
      retryMs = FIRST_RETRY_MS;
      cursor = answer.value.next;
      onConnection(true);
      if (answer.value.items.length > 0) onChanges(answer.value.items);
    } else if (answer.problem.status === 404) {
      await pause(WITHOUT_FEED_MS, signal);
      if (!signal.aborted) onChanges([]);
    } else {
      onConnection(false);
      await pause(retryMs, signal);
      retryMs = Math.min(LAST_RETRY_MS, retryMs * 2);
    }
  }
}

/** Waits in real time; ends early with the signal. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
