import type { Clock } from '../../../foundation/clock';
import type { Lifetime, Undo } from '../../../foundation/lifetime';
import type { HintHistory } from '../../../protocol';
import { newsOf } from './keepingRecord';
import type { HintAsk } from '../sourceAsk';

/** How long is waited for more, after the first change. Milliseconds. */
const TOGETHER_MS = 1_000;
/** How long after a failure it is tried again; twice as long each time. */
const AGAIN_MS = 30_000;
const LONGEST_MS = 300_000;

/** Brings what somebody did with hints to the backend. */
export interface HintSending {
  /** From here on the backend is known to have this, or nothing is known. */
  begin(known: HintHistory | undefined): void;
  /** Something was done. */
  later(): void;
}

/** What sending needs. */
export interface HintSendingDeps {
  readonly ask: HintAsk;
  readonly clock: Clock;
  readonly lifetime: Lifetime;
  /** What is to be known there. */
  history(): HintHistory;
  /** The backend knew more. */
  onNews(history: HintHistory): Promise<void>;
}

/** Creates what sends: only what the backend does not know, and again until it does. A repeat does no harm. */
export function createHintSending({ ask, clock, lifetime, history, onNews }: HintSendingDeps): HintSending {
  let known: HintHistory | undefined;
  let isBusy = false;
  let failures = 0;
  let cancel: Undo | undefined;
  lifetime.add(() => cancel?.());

  const plan = (ms: number): void => {
    if (lifetime.hasEnded) return;
    cancel ??= clock.after(ms, () => {
      cancel = undefined;
      void send();
    });
  };

  const send = async (): Promise<void> => {
    const news = newsOf(history(), known);
    if (isBusy || !news) return;
    isBusy = true;
    const answer = await ask((backend, call) => backend.joinHintHistory(news, call));
    isBusy = false;
    if (lifetime.hasEnded) return;
    if (answer.ok) {
      failures = 0;
      known = answer.value;
      if (newsOf(answer.value, history())) await onNews(answer.value);
      if (newsOf(history(), known)) plan(TOGETHER_MS);
    } else if (answer.problem.retryable !== false) {
      plan(Math.max(answer.problem.retryAfterMs ?? 0, Math.min(LONGEST_MS, AGAIN_MS * 2 ** failures)));
      failures += 1;
    }
  };

  return {
    begin(value) {
      known = value;
      if (newsOf(history(), known)) plan(0);
    },
    later: () => plan(TOGETHER_MS),
  };
}
