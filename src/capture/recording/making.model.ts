import { createModel, effect } from '@preact/signals-core';
import type { Lifetime } from '../../foundation/lifetime';
import type { Failure } from '../../foundation/result';
import { countDown } from './countdown';
import type { Hold } from './holds.model';
import type { KeepingModel } from './keeping.model';
import { createPieceLine } from './pieceLine.model';
import type { Display, RecordingDeps } from './ports';
import { headOf, startRecorder, type Session } from './session.model';
import { StageModel } from './stage.model';

const GONE: Failure = { code: 'display-failed', message: 'The display ended before anything was recorded.' };

/** The making of one recording at a time: seconds counted, recorder, pauses, and what ends it. */
export const MakingModel = createModel((deps: RecordingDeps, keeping: InstanceType<typeof KeepingModel>) => {
  const stage = new StageModel(deps, () => void finish('stop'));
  const { state, timing, go } = stage;
  let session: Session | undefined;

  const close = (): void => {
    timing.end();
    session?.lifetime.end();
    session = undefined;
  };
  /** Ends a recording that is worth keeping. */
  const finish = async (event: 'stop' | 'end', why?: Failure): Promise<void> => {
    const own = session;
    if (!own || !go(event)) return;
    stage.tell(why);
    timing.end();
    await own.recorder?.stop();
    const head = headOf(own, timing.measure());
    close();
    const isKept = state.peek() === 'keeping'; // else it ended while the seconds were counted
    settle(own, isKept ? await keeping.keep(head, own.line) : GONE, 'kept');
  };
  const settle = (own: Session, failure: Failure | undefined, event: 'kept' | 'start'): void => {
    stage.tell(failure);
    go(failure ? 'fail' : event);
    if (failure || event === 'kept') own.release();
  };
  const start = (own: Session): void => {
    const { happenings } = deps;
    const failure = startRecorder(own, { timing, happenings, onFailed: (why) => void finish('end', why) });
    if (failure) close();
    settle(own, failure, 'start');
    stage.follow(own.recorder);
  };
  effect(() => () => {
    session?.release();
    close(); // what was kept so far is offered the next time
  });

  return {
    ...stage,
    finish,
    /** Counts the seconds and starts. `boxes`: covered spots, where all of the picture is covered. */
    begin(display: Display, lifetime: Lifetime, boxes: number | undefined): void {
      const own = sessionOf(deps, { display, lifetime, boxes }, (why) => void finish('stop', why));
      session = own;
      lifetime.add(display.onEnded(() => void finish('end')));
      stage.prepare(display, lifetime);
      lifetime.add(countDown(deps.clock, stage.count, () => start(own)));
    },
    hold(hold: Hold, isOn: boolean): void {
      stage.holds.set(hold, isOn);
      stage.follow(session?.recorder);
    },
    /** Ends a recording that is not wanted; nothing of it stays. */
    async discard(): Promise<void> {
      const own = session;
      if (!own || !go('discard')) return;
      close();
      await own.recorder?.stop(); // what it still hands over must not outlive it
      await keeping.drop(own.id, own.line);
      own.release();
    },
  };
});

function sessionOf(
  { newId, keeper, clock }: RecordingDeps,
  chosen: Pick<Session, 'display' | 'lifetime' | 'boxes'>,
  onRefused: (problem: Failure) => void,
): Session {
  const id = newId();
  const line = createPieceLine(keeper, onRefused);
  return { ...chosen, id, line, startedAt: clock.now(), release: keeper.hold(id), markers: [] };
}
