import { createModel, signal } from '@preact/signals-core';
import type { FactValue } from './audience';
import type { CompiledHint } from './compileIndex';
import { factsFor, type HintContext, type Running } from './context';
import type { LiveModel } from './live.model';
import type { Past } from './past.model';
import type { HintsDeps } from './ports';
import { refusedToStart } from './startRules';
import type { Step } from './tour';

/** What a situation is made of. */
export interface SituationDeps extends Pick<HintsDeps, 'page' | 'clock' | 'tab'> {
  readonly live: InstanceType<typeof LiveModel>;
  readonly past: Past;
}

/** How things are now, for judging. */
export const SituationModel = createModel(({ live, past, page, clock, tab }: SituationDeps) => {
  const routes = signal<ReadonlySet<string>>(new Set());
  const facts = signal<ReadonlyMap<string, FactValue>>(new Map());

  /** Everything that decides; nothing while nothing is live. */
  const context = (own: Pick<HintContext, 'fired' | 'running'>): HintContext | undefined => {
    const index = live.index.peek();
    const { history, session } = past.kept.peek();
    return (
      index && {
        now: clock.now(),
        index,
        routes: routes.peek(),
        facts: facts.peek(),
        past: past.past.peek(),
        isOff: history.off?.value === true,
        session,
        mark: tab.load(),
        isCut: live.isCut.peek(),
        placeOf: (target) => page.placeOf(target),
        isBehindModal: (target) => page.isBehindModal(target),
        ...own,
      }
    );
  };

  /** Hints that may show on this page, if all else lets them. */
  const here = (): readonly CompiledHint[] => {
    const index = live.index.peek();
    return [...new Set([...routes.peek()].flatMap((name) => index?.byRoute.get(name) ?? []))];
  };

  return {
    routes,
    facts,
    context,
    here,
    /** Whether something on this page depends on facts of these kinds. */
    asksFor(groups: number): boolean {
      const asking = [live.index.peek()?.quietWhen, ...here().map(({ audience }) => audience)];
      return asking.some((audience) => audience !== undefined && (audience.groups & groups) !== 0);
    },
    /** Whether a hint may start, beside what else runs: judged by what is live now. */
    mayStart({ hint, cause }: Running, others: readonly Running[]): boolean {
      const now = context({ fired: new Map([[hint.id, cause]]), running: others });
      const own = now?.index.hints.get(hint.id);
      return now !== undefined && own?.rev === hint.rev && !refusedToStart(own, now);
    },
    /** Whether a step is for this person. */
    isFor(hint: CompiledHint, step: Step): boolean {
      const only = hint.only.get(step.id);
      const now = only && context({ fired: new Map(), running: [] });
      return only === undefined || (now !== undefined && only.judge(factsFor(hint, now)) === true);
    },
  };
});

/** The face of the situation, for the models beside it. */
export type Situation = InstanceType<typeof SituationModel>;
