import { createModel } from '@preact/signals-core';
import type { Undo } from '../foundation/lifetime';
import { durationMs } from '../protocol/duration';
import type { CompiledHint } from './compileIndex';
import type { Cause, HintContext } from './context';
import type { LookoutDeps } from './lookout.model';
import { stepOf, type Playing } from './playing';
import type { HintsDeps } from './ports';
import { isHere } from './startRules';
import { markOf, type Step } from './tour';
import { goesOnBy, startsBy, type Happening } from './trigger';

/** What happenings lead to. */
export interface HappeningsDeps extends Omit<LookoutDeps, 'page'>, Pick<HintsDeps, 'clock'> {
  judge(): void;
}

const CAUSES: ReadonlyMap<string, Cause> = new Map([
  ['focus', 'pointed'],
  ['hover', 'pointed'],
  ['click', 'pressed'],
]);

/** Takes in what happens: moments come and go, steps go on, tasks are ticked. */
export const HappeningsModel = createModel((deps: HappeningsDeps) => {
  const { clock, moments, situation, stage, steps, judge } = deps;
  const rests = new Map<string, Undo>();

  const goOn = (one: Playing, step: Step): void => {
    const { next } = step;
    if (one.hint.kind === 'checklist') return steps.tick(one, step);
    if (next.on !== 'input') return steps.go(one.hint.id, 1);
    rests.get(one.hint.id)?.(); // goes on after a rest, and not between two keys
    const rest = clock.after(durationMs(next.idle ?? 'PT1S'), () => steps.go(one.hint.id, 1));
    rests.set(one.hint.id, rest);
    one.stepLife.add(rest);
  };
  const follow = (happening: Happening): void => {
    for (const one of stage.playing.peek().filter(({ content }) => content)) {
      const step = stepOf(one);
      for (const each of step ? [step] : steps.openTasks(one)) if (goesOnBy(each, happening)) goOn(one, each);
    }
  };
  const isToResume = (hint: CompiledHint, now: HintContext | undefined): boolean =>
    hint.kind === 'tour' && now !== undefined && markOf(hint, now) !== undefined && !stage.find(hint.id);

  return {
    happen(happening: Happening): void {
      follow(happening);
      const isBusy = happening.is === 'idle' && stage.playing.peek().some(({ hint }) => hint.kind !== 'beacon');
      for (const hint of isBusy ? [] : situation.here())
        if (startsBy(hint, happening)) moments.come(hint, CAUSES.get(happening.is) ?? 'page');
      judge();
    },
    /** Forgets what no longer is the case at a place, and takes away what came by it. */
    leave(target: string, on: string): void {
      const left = situation.here().filter(({ where, when }) => where.target === target && when.on === on);
      moments.go((id) => left.some((hint) => hint.id === id));
      for (const { hint, cause } of stage.playing.peek())
        if (cause === 'pointed' && left.some(({ id }) => id === hint.id)) stage.close(hint.id);
      judge();
    },
    /** Another page: what waited for the last one never comes. `isNew` are hints that were not known before. */
    arrive(names: ReadonlySet<string>, isNew: (id: string) => boolean): void {
      const before = situation.routes.peek();
      situation.routes.value = names;
      const now = situation.context({ fired: moments.fired, running: [] });
      const here = now ? situation.here().filter((hint) => !isHere(hint, now)) : [];
      moments.go((id) => !here.some((hint) => hint.id === id));
      for (const name of names) if (!before.has(name)) follow({ is: 'route', of: name });
      const wasHere = (hint: CompiledHint): boolean =>
        now !== undefined && !isNew(hint.id) && !isHere(hint, { ...now, routes: before });
      for (const hint of here) {
        if (hint.when.on === 'route' && !wasHere(hint)) moments.come(hint, 'page');
        if (isToResume(hint, now)) moments.come(hint, 'resumed');
      }
      judge();
    },
  };
});
