import { createModel } from '@preact/signals-core';
import { durationMs } from '../protocol/duration';
import type { Lifetime } from '../foundation/lifetime';
import type { CompiledHint } from './compileHint';
import type { Past } from './past.model';
import { stepOf, type Playing } from './playing';
import type { HintsDeps } from './ports';
import type { Stage } from './stage.model';
import { stepFrom, type Step } from './tour';

/** What steps are taken with. */
export interface StepsDeps extends Pick<HintsDeps, 'tab' | 'clock'> {
  readonly past: Past;
  readonly stage: Stage;
  isFor(hint: CompiledHint, step: Step): boolean;
  onDone(hint: CompiledHint): void;
  /** A place was waited for as long as it says. */
  onOverdue(hint: string): void;
  /** Something else is waited for now. */
  onMoved(): void;
}

/** Leads tours from step to step, and ticks tasks. */
export const StepsModel = createModel((deps: StepsDeps) => {
  const { stage, past, clock } = deps;
  const moment = (): string => new Date(clock.now()).toISOString();

  const finish = (one: Playing): void => {
    past.note(one.hint.id, { doneAt: moment() });
    past.tell(one.hint, 'done', { ordinal: one.ordinal });
    end(one);
    deps.onDone(one.hint);
  };
  /** Closes it so that nothing of it is resumed. */
  const end = ({ hint }: Playing): void => {
    if (hint.kind === 'tour') deps.tab.save(undefined);
    stage.close(hint.id);
  };
  const enter = (one: Playing, at: number): void => {
    one.stepLife.end();
    const stepLife = one.life.child();
    stage.change(one.hint.id, { step: at, stepLife, place: undefined, isPlaceMissing: false });
    const step = one.hint.steps?.[at];
    if (one.hint.kind === 'tour' && step) remember(one, step, stepLife);
    deps.onMoved();
  };
  /** Keeps where somebody is, and waits for the place of the step as long as it says. */
  const remember = (one: Playing, step: Step, stepLife: Lifetime): void => {
    const mark = { rev: one.hint.rev, step: step.id };
    if (one.hint.resume?.scope === 'user') past.note(one.hint.id, { tour: { ...mark, at: moment() } });
    else deps.tab.save({ ...mark, hint: one.hint.id, at: clock.now() });
    stepLife.add(clock.after(durationMs(step.waitFor ?? 'PT6S'), () => deps.onOverdue(one.hint.id)));
  };
  const go = (id: string, by: 1 | -1): void => {
    const one = stage.find(id);
    if (!one) return;
    const to = stepFrom(one.hint, { at: one.step, by }, (step) => deps.isFor(one.hint, step));
    if (by > 0) past.tell(one.hint, 'next', { ordinal: one.ordinal, step: stepOf(one)?.id ?? '' });
    if (to !== undefined) enter(one, to);
    else if (by > 0) finish(one);
  };
  /** Tasks of a checklist that are not done yet. */
  const openTasks = ({ hint }: Playing): readonly Step[] =>
    hint.kind === 'checklist' ? (hint.steps ?? []).filter(({ id }) => !past.ticksOf(hint.id).includes(id)) : [];

  return {
    enter,
    openTasks,
    tick(one: Playing, { id }: Step): void {
      past.tick(one.hint.id, id);
      if (openTasks(one).length === 0) finish(one);
    },
    go,
    finish,
    end,
  };
});

/** The face of the steps, for the models beside it. */
export type Steps = InstanceType<typeof StepsModel>;
