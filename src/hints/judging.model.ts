import { explain } from './chooseHint';
import type { Running } from './context';
import { DirectorModel } from './director.model';
import { HappeningsModel } from './happenings.model';
import { LookoutModel } from './lookout.model';
import type { JudgingDeps, JudgingParts } from './judgingParts.model';
import { createMoments } from './moments';
import { createPart, type Part } from './part.model';
import type { Player } from './player.model';
import type { Explanation } from './refusal';
import { SignsModel } from './signs.model';
import { NOTHING_WANTED, type Happening } from './trigger';
import type { Arrival } from './whereabouts.model';

/** Judges moments: of hints that may show on this page, those that start now. */
export interface Judging {
  readonly player: Part<Player>;
  judge(): void;
  /** Another page: what waited for the last one never comes. */
  arrive(arrival: Arrival): void;
  happen(happening: Happening): void;
  /** Something went wrong in the host app. Once per code and page. */
  report(code: string): void;
  /** Lets a hint come by hand. */
  start(hint: string): void;
  explain(hint: string): Explanation;
}

/** Each page has a set of names of its own. */
function tellKilled({ situation, past, clock }: JudgingDeps): JudgingParts['killed'] {
  let page: unknown;
  let told = new Set<string>();
  return (hint) => {
    if (page !== situation.routes.peek()) [page, told] = [situation.routes.peek(), new Set()];
    if (told.has(hint.id)) return;
    told.add(hint.id);
    past.tell(hint, 'killed', { ordinal: clock.now() });
  };
}

/** Joins what judges, what looks and, once something is chosen, what plays. */
export function createJudging(deps: JudgingDeps): Judging {
  const { guard, life, live, situation, page, clock } = deps;
  const judge = (): void => director.judge();
  const look = (): void => lookout.look();
  const moments = createMoments(clock, judge);
  const context: JudgingParts['context'] = (own) =>
    situation.context({
      ...own,
      placeOf: (target) => page.placeOf(target),
      isBehindModal: (target) => page.isBehindModal(target),
    });
  const fetch = async (): Promise<() => Player> => {
    const { createPlayer, ...ports } = await deps.playing();
    return () => createPlayer({ ...parts, ...ports, happen: (happening) => happenings.happen([happening]) });
  };
  const player = createPart(fetch, { guard, life });
  const running = (): readonly Running[] => player.here.peek()?.playing.peek() ?? [];
  const parts: JudgingParts = { ...deps, moments, player, context, running, judge, look, killed: tellKilled(deps) };
  const lookout = new LookoutModel(parts);
  const director = new DirectorModel(parts);
  const happenings = new HappeningsModel(parts);
  const tellCostly = (level: 1 | 2): void =>
    deps.past.tell(undefined, 'engineDegraded', { level, ordinal: clock.now() });
  const signs = new SignsModel({ ...happenings, tellCostly });

  life.add(page.listen((all) => guard(() => signs.take(all))));
  life.add(() => {
    moments.go(() => true);
    page.watch(NOTHING_WANTED);
  });
  return {
    player,
    judge,
    arrive(arrival) {
      if (arrival.names.length > 0) {
        signs.forget();
        page.arrive();
      }
      happenings.arrive(arrival);
    },
    happen: (happening) => happenings.happen([happening]),
    report: (code) => signs.take([{ is: 'error', code }]),
    start(id) {
      const hint = live.index.peek()?.hints.get(id);
      if (hint) moments.come(hint, 'manual');
      judge();
    },
    explain(id) {
      const now = context({ fired: moments.fired, running: running() });
      const hint = now?.index.hints.get(id);
      return hint && now ? explain(hint, now) : { hint: id, shown: false, reason: 'status', conditions: [] };
    },
  };
}
