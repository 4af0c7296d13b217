import { createModel, signal } from '@preact/signals-core';
import { createLifetime } from '../../foundation/lifetime';
import { KeepingModel } from './keeping.model';
import { MakingModel } from './making.model';
import type { RecordingDeps } from './ports';

/** A recording from the press to the attachment. The page is covered before anything can be seen of it, and until nothing can. */
export const RecordingModel = createModel((deps: RecordingDeps) => {
  const keeping = new KeepingModel(deps);
  const making = new MakingModel(deps, keeping);
  const { state, countdown, problem, holds, sound, timing, go } = making;
  /** Whether all that is in the picture is covered. */
  const isCovered = signal(true);

  return {
    state,
    countdown,
    isCovered,
    problem,
    /** Why it rests. */
    holds: holds.holds,
    timing,
    sound,
    /** What a crash or reload left. */
    left: keeping.left,
    /** Lets the person choose what to record. Call it from a press: browsers refuse it otherwise. */
    async ask(): Promise<void> {
      if (!go('ask')) return;
      problem.value = undefined;
      const lifetime = createLifetime();
      const mask = deps.mask?.({ onBlocked: (isBlocked) => making.hold('page', isBlocked) });
      lifetime.add(() => mask?.end());
      lifetime.add(() => making.hold('page', false));
      await mask?.onScreen;
      const opened = await deps.openDisplay();
      if (!opened.ok) {
        lifetime.end();
        problem.value = opened.problem;
        return void go('refuse');
      }
      lifetime.add(() => opened.value.end());
      if (!go('grant')) return lifetime.end(); // ended meanwhile
      isCovered.value = mask !== undefined && opened.value.isThisTab;
      making.begin(opened.value, lifetime, isCovered.peek() ? (mask?.coveredCount ?? 0) : undefined);
    },
    /** Rests or goes on. A page that may not be shown keeps it resting. */
    togglePause: (): void => making.hold('person', !holds.holds.peek().has('person')),
    /** The tab cannot be seen for long, or can be seen again. */
    hide: (isHidden: boolean): void => making.hold('hidden', isHidden),
    extend: timing.extend,
    stop: (): Promise<void> => making.finish('stop'),
    discard: making.discard,
    /** Tells what went wrong with a recording that was begun elsewhere. */
    tell: (what: NonNullable<ReturnType<typeof problem.peek>>): void => void (problem.value = what),
    /** Puts the told problem away. */
    dismiss: (): void => void (problem.value = undefined),
    /** Looks whether a crash or reload left something. */
    lookForLeft: keeping.look,
    dropLeft: keeping.dropLeft,
    /** Attaches what a crash or reload left. */
    async recover(): Promise<void> {
      if (!go('recover')) return;
      problem.value = await keeping.keepLeft();
      go(problem.peek() ? 'fail' : 'kept');
    },
  };
});

/** The public face of the model. */
export type RecordingModelInstance = InstanceType<typeof RecordingModel>;
