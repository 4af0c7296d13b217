import { createModel } from '@preact/signals-core';
import type { Undo } from '../foundation/lifetime';
import { durationMs } from '../protocol/duration';
import { recordOf, type HintContext, type Running } from './context';
import type { JudgingParts } from './judgingParts.model';
import { refusedToStay } from './liveRules';
import { stepOf, type Playing } from './playing';
import type { Reason } from './refusal';
import type { Stage } from './stage.model';
import type { Steps, StepsDeps } from './steps.model';
import { stepFrom, stepOfMark, type Step } from './tour';
import { endOf, markOf } from './tourMark';
import { goesOnBy, type Happening } from './trigger';

/** What a course is run with. */
export interface CourseDeps
  extends Pick<JudgingParts, 'clock' | 'past' | 'context' | 'look' | 'killed'>, Pick<StepsDeps, 'isFor'> {
  readonly stage: Stage;
  readonly steps: Steps;
}

/** What runs: its begin, what makes it go on, and its end when it may not. */
export const CourseModel = createModel((deps: CourseDeps) => {
  const { clock, past, context, look, stage, steps } = deps;
  const rests = new Map<string, Undo>();

  /** Why it may not go on as things are now. A step that leads to another page does so there; an end that another tab saw is one. */
  const refusalOf = (one: Playing, now: HintContext | undefined): Reason | undefined => {
    const { hint, cause } = one;
    const live = now?.index.hints.get(hint.id);
    if (!now || !live) return 'killed';
    if (endOf(recordOf(hint, now)) > one.startedAt) return 'frequency';
    const refusal = refusedToStay(live, { ...now, fired: new Map([[hint.id, cause]]) });
    return refusal?.reason === 'route' && stepOf(one)?.next.on === 'route' ? undefined : refusal?.reason;
  };
  const tellEnd = (one: Playing, reason: Reason): void => {
    const step = stepOf(one);
    if (reason === 'killed') deps.killed(one.hint);
    else if (reason === 'route' && step) past.tell(one.hint, 'pausedRoute', { ordinal: one.ordinal, step: step.id });
  };
  const goOn = (one: Playing, step: Step): void => {
    const { next } = step;
    if (one.hint.kind === 'checklist') return steps.tick(one, step);
    if (next.on !== 'input') return steps.go(one.hint.id, 1);
    rests.get(one.hint.id)?.(); // goes on after a rest, and not between two keys
    const rest = clock.after(durationMs(next.idle ?? 'PT1S'), () => steps.go(one.hint.id, 1));
    rests.set(one.hint.id, rest);
    one.stepLife.add(rest);
  };

  return {
    /** Closes what may not go on as things are now. */
    clear(): void {
      const now = context({ fired: new Map(), running: [] });
      for (const one of stage.playing.peek()) {
        const reason = refusalOf(one, now);
        if (reason === undefined) continue;
        tellEnd(one, reason);
        stage.close(one.hint.id);
      }
    },
    /** Lets a hint begin, at the step where somebody left it. */
    async begin(running: Running): Promise<void> {
      const { hint, cause } = running;
      const now = context({ fired: new Map(), running: [] });
      const mark = cause === 'resumed' && now ? markOf(hint, now) : undefined;
      const first = stepFrom(hint, { at: -1, by: 1 }, (step) => deps.isFor(hint, step)) ?? 0;
      const at = mark ? stepOfMark(hint, mark) : first;
      const one = (await stage.begin(running, at)) ? stage.find(hint.id) : undefined;
      if (one) {
        steps.enter(one, at);
        past.tell(hint, 'rendered', { ordinal: one.ordinal });
      }
      look();
    },
    /** Goes on by what happened, where a step or a task waits for it. */
    follow(happening: Happening): void {
      for (const one of stage.playing.peek().filter(({ content }) => content)) {
        const step = stepOf(one);
        for (const each of step ? [step] : steps.openTasks(one)) if (goesOnBy(each, happening)) goOn(one, each);
      }
    },
  };
});
