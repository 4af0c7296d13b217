import { createModel, effect, signal } from '@preact/signals-core';
import type { Lifetime } from '../../foundation/lifetime';
import type { Failure } from '../../foundation/result';
import { HoldsModel } from './holds.model';
import type { Display, Recorder, RecordingDeps } from './ports';
import type { RecordingLimits } from './recordingClock';
import { nextState, type RecordingEvent, type RecordingState } from './recordingState';
import { SoundModel } from './sound.model';
import { TimingModel } from './timing.model';

/** Where a recording stands, and all that is shown of it. `onOver`: there is no time or room left. */
export const StageModel = createModel((deps: RecordingDeps, onOver: () => void) => {
  const state = signal<RecordingState>('idle');
  const countdown = signal(0);
  const problem = signal<Failure | undefined>(undefined);
  const holds = new HoldsModel();
  const sound = new SoundModel(deps.clock);
  const timing = new TimingModel({ clock: deps.clock, limits: () => recordingLimits(deps), onOver });
  let hasEnded = false;
  const go = (event: RecordingEvent): boolean => {
    const next = hasEnded ? undefined : nextState(state.peek(), event);
    if (next) state.value = next;
    return next !== undefined;
  };
  effect(() => () => {
    hasEnded = true;
  });
  return {
    state,
    /** Seconds until it starts. */
    countdown,
    count: (left: number): void => void (countdown.value = left),
    /** Why the last attempt came to nothing, or ended early. */
    problem,
    tell: (failure: Failure | undefined): void => void (problem.value = failure ?? problem.peek()),
    holds,
    sound,
    timing,
    /** Gets ready for a recording of this display. */
    prepare(display: Display, lifetime: Lifetime): void {
      sound.begin(display.sound, lifetime);
      holds.begin();
      timing.reset();
      if (deps.settings().microphone) void sound.turnOn();
    },
    /** Goes to the next state; says whether there is one. */
    go,
    /** Rests while something holds it, goes on when nothing does. */
    follow(recorder: Recorder | undefined): void {
      const isHeld = holds.holds.peek().size > 0;
      if (!go(isHeld ? 'pause' : 'resume')) return;
      timing.hold(isHeld);
      recorder?.[isHeld ? 'pause' : 'resume']();
    },
  };
});

function recordingLimits({ settings, limits, attached }: RecordingDeps): RecordingLimits {
  const { seconds, extendSeconds } = settings();
  const { fileBytes, submissionBytes } = limits();
  const used = attached().reduce((sum, { size }) => sum + size, 0);
  return {
    mostMs: seconds * 1000,
    extendMs: extendSeconds * 1000,
    roomBytes: Math.min(fileBytes, submissionBytes - used),
  };
}
