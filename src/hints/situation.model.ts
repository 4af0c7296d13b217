import { createModel, signal } from '@preact/signals-core';
import type { FactValue } from './audience';
import type { CompiledHint } from './compileHint';
import type { HintContext } from './context';
import type { LiveModel } from './live.model';
import { refusedToLive } from './liveRules';
import type { Past } from './past.model';
import type { HintsDeps } from './ports';
import type { Refusal } from './refusal';
import { isLeft } from './tourMark';

/** What a situation is made of. */
export interface SituationDeps extends Pick<HintsDeps, 'clock' | 'tab' | 'isModalOpen'> {
  readonly live: InstanceType<typeof LiveModel>;
  readonly past: Past;
}

/** What of a situation is known by who asks. */
export type OwnContext = Pick<HintContext, 'fired' | 'running' | 'placeOf' | 'isBehindModal'>;

/** How things are now, for judging. */
export const SituationModel = createModel(({ live, past, clock, tab, isModalOpen }: SituationDeps) => {
  const routes = signal<ReadonlySet<string>>(new Set());
  const facts = signal<ReadonlyMap<string, FactValue>>(new Map());

  /** Everything that decides; nothing while nothing is live. */
  const context = (own: OwnContext): HintContext | undefined => {
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
        ...own,
      }
    );
  };

  /** Hints that may show on this page, if all else lets them. */
  const here = (): readonly CompiledHint[] => {
    const index = live.index.peek();
    return [...new Set([...routes.peek()].flatMap((name) => index?.hints.on(name) ?? []))];
  };

  const unseen = (): HintContext | undefined =>
    context({ fired: new Map(), running: [], placeOf: () => 'missing', isBehindModal: isModalOpen });

  return {
    routes,
    facts,
    context,
    here,
    /** Why hints of this page may not come by themselves; nothing of one that may, if its moment and its place let it. */
    refusals(): readonly (Refusal | undefined)[] {
      const now = unseen();
      if (!now) return [];
      const left = new Map(here().flatMap((hint) => (isLeft(hint, now) ? [[hint.id, 'resumed' as const]] : [])));
      const coming = here().filter((hint) => left.has(hint.id) || comesByItself(hint));
      return coming.map((hint) => refusedToLive(hint, { ...now, fired: left }));
    },
    /** Hints of this page that their time, their people and what was done before let come, of those that are asked about. */
    eligible(isAsked: (hint: CompiledHint) => boolean): readonly CompiledHint[] {
      const now = unseen();
      return now ? here().filter((hint) => isAsked(hint) && !refusedToLive(hint, now)) : [];
    },
    /** Hints of this page that can be shown by hand. */
    askable(): readonly string[] {
      const asked = new Map(here().map(({ id }) => [id, 'manual' as const]));
      const now = unseen();
      return now ? here().flatMap((hint) => (refusedToLive(hint, { ...now, fired: asked }) ? [] : hint.id)) : [];
    },
    /** Whether something on this page depends on facts of these kinds. */
    asksFor(groups: number): boolean {
      const asking = [live.index.peek()?.quietWhen, ...here().map(({ audience }) => audience)];
      return asking.some((audience) => audience !== undefined && (audience.groups & groups) !== 0);
    },
  };
});

/** The face of the situation, for the models beside it. */
export type Situation = InstanceType<typeof SituationModel>;

/** What is asked for, or follows something that the host tells, needs nothing before that; a place is looked for before its event. */
const comesByItself = ({ when: { on }, where }: CompiledHint): boolean =>
  on !== 'manual' && on !== 'hintDone' && (on !== 'event' || where.target !== undefined);
