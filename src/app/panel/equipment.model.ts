import { computed, createModel, effect, signal, type ReadonlySignal } from '@preact/signals-core';
import type { CaptureModelInstance } from '../../capture';
import type { FrozenPage } from '../../capture/moment';
import type { RecordingModelInstance } from '../../capture/recording';
import type { Undo } from '../../foundation/lifetime';
import type { Failure } from '../../foundation/result';
import type { Limits } from '../../protocol/session';
import type { QuestionsModel } from '../../questions';
import type { OwnerSpace } from '../owner';
import { createLate } from './late.model';
import type { PanelParts } from './lazyParts';

/** What equipment is made with. */
export interface EquipmentDeps {
  readonly port: PanelParts;
  readonly space: OwnerSpace;
  readonly questions: QuestionsModel;
  limits(): Limits;
}

/** What makes pictures and recordings, each fetched when it is first needed. */
export const EquipmentModel = createModel(({ port, ...joined }: EquipmentDeps) => {
  const { lazy } = port;
  const capture = createLate(async () => (await lazy.captures()).createCapture({ port, ...joined }));
  const recording = createLate(async () => {
    const [{ createRecording }, attachTo] = await Promise.all([lazy.recording(), capture.load()]);
    if (!attachTo) throw new Error('What attaches a recording did not arrive.');
    return createRecording({ port, ...joined, capture: attachTo });
  });
  const holds = signal(0);
  effect(() => () => [recording, capture].forEach((late) => late.end()));

  return {
    capture: capture.model,
    recording: recording.model,
    /** Fetches what shows and takes pictures. */
    loadCapture: capture.load,
    /** Fetches what records. */
    loadRecording: recording.load,
    /** Draws the page of the press, so that it can be looked at and sent along. */
    async offer(frozen: FrozenPage): Promise<void> {
      await (await capture.load())?.offerMoment(frozen);
    },
    /** Whether something is being made that is kept where these questions are kept. */
    isBusy: computed(
      (): boolean =>
        holds.value > 0 ||
        capture.model.value?.isBusy.value === true ||
        (recording.model.value?.state.value ?? 'idle') !== 'idle',
    ),
    /** Something is being worked on that is kept later. Call what it gives when that is done. */
    hold(): Undo {
      holds.value += 1;
      return () => void (holds.value -= 1);
    },
    /**
     * Fetches what another one has in use, so that nothing on the screen goes away and comes back when this one takes its place.
     * Gives what tells whether that is still all of it: behind a button that goes away a file may just be being chosen.
     */
    async equipLike(other: Made): Promise<() => boolean> {
      const [pictures, film] = [other.capture.peek(), other.recording.peek()];
      await Promise.all([pictures && capture.load(), film && recording.load()]);
      return () => other.capture.peek() === pictures && other.recording.peek() === film;
    },
    /** Goes on with what the other one has in memory, which ends after it, and tells what could not be kept. */
    takeOver(other: Made, lost: readonly Failure[]): void {
      const given = other.capture.peek();
      if (given) capture.model.peek()?.takeOver(given.handOver());
      for (const problem of lost) capture.model.peek()?.tell(problem);
      const problem = other.recording.peek()?.problem.peek();
      if (problem) recording.model.peek()?.tell(problem);
    },
  };
});

/** What another equipment has made so far. */
export interface Made {
  readonly capture: ReadonlySignal<CaptureModelInstance | undefined>;
  readonly recording: ReadonlySignal<RecordingModelInstance | undefined>;
}

/** The public face of the model. */
export type EquipmentModelInstance = InstanceType<typeof EquipmentModel>;
