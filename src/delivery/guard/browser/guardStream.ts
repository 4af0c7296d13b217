import type { Clock } from '../../../foundation/clock';
import type { Call } from '../../ports';
import { attempt, unlessStopped, type Outcome } from './outcome';

/** What is heard of a stream, and for how long it may be silent. */
export interface StreamGuard {
  readonly call: Call;
  readonly clock: Clock;
  readonly limitMs: number;
  heard(cursor: number): void;
}

/** Listens to a stream of the host's: it has to show that it lives, tells cursors only, and nothing once it has ended here. */
export async function outcomeOfStream(
  begin: (call: Call, told: (cursor: unknown) => void) => unknown,
  { call, clock, limitMs, heard }: StreamGuard,
): Promise<Outcome> {
  const stop = new AbortController();
  const alarm = createAlarm(clock, limitMs);
  const told = (cursor: unknown): void => {
    if (stop.signal.aborted || !isCursor(cursor)) return;
    alarm.putOff();
    heard(cursor);
  };
  const begun = attempt(() => begin({ ...call, signal: stop.signal }, told));
  const outcome = await Promise.race([unlessStopped(begun, call.signal), alarm.rung]);
  alarm.end();
  stop.abort();
  return outcome;
}

const isCursor = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** Rings once when it was not put off for so long. */
function createAlarm(clock: Clock, ms: number) {
  let ring = (): void => undefined;
  const rung = new Promise<'timed-out'>((resolve) => (ring = () => resolve('timed-out')));
  let end = clock.after(ms, ring);
  return {
    rung,
    putOff(): void {
      end();
      end = clock.after(ms, ring);
    },
    end: (): void => end(),
  };
}
