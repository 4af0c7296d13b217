import { ActsModel } from './acts.model';
import { DirectorModel } from './director.model';
import type { Guard } from './guard';
import { HappeningsModel } from './happenings.model';
import { LiveModel } from './live.model';
import { LookoutModel } from './lookout.model';
import { createMoments, type Moments } from './moments';
import { PastModel, type Past } from './past.model';
import { PlacesModel } from './places.model';
import type { HintsDeps } from './ports';
import { SituationModel, type Situation } from './situation.model';
import { StageModel, type Stage } from './stage.model';
import { StepsModel } from './steps.model';
import { localesOf, type Reader } from './words';

/** What the engine asks of its face. */
export interface EngineDeps extends HintsDeps {
  readonly guard: Guard;
  start(hint: string): void;
  track(event: string): void;
  onRead(): void;
}

/** What the engine is made of, for its face. */
export interface Engine {
  readonly past: Past;
  readonly live: InstanceType<typeof LiveModel>;
  readonly moments: Moments;
  readonly situation: Situation;
  readonly stage: Stage;
  readonly happenings: InstanceType<typeof HappeningsModel>;
  readonly acts: InstanceType<typeof ActsModel>;
  judge(): void;
  look(): void;
  reader(): Reader;
}

/** Joins what judges, what runs and what looks. Everything that comes from outside enters through the guard. */
export function createEngine(deps: EngineDeps): Engine {
  const { guard } = deps;
  const clock = {
    now: () => deps.clock.now(),
    after: (delayMs: number, action: () => void) => deps.clock.after(delayMs, () => guard(action)),
  };
  const own = { ...deps, clock };
  const judge = (): void => director.judge();
  const past = new PastModel({ ...own, onOther: () => guard(judge) });
  const live = new LiveModel(own);
  const look = (): void => lookout.look();
  const moments = createMoments(clock, judge);
  const situation = new SituationModel({ ...own, past, live });
  const stage = new StageModel({
    ...own,
    past,
    mayStart: async (running, others) => {
      await live.freshen();
      return situation.mayStart(running, others);
    },
  });
  const steps = new StepsModel({
    ...own,
    past,
    stage,
    isFor: situation.isFor,
    onDone: ({ id }) => happenings.happen({ is: 'hintDone', of: id }),
    onMoved: look,
    onOverdue: (hint) => places.overdue(hint),
  });
  const places = new PlacesModel({ ...own, past, stage, steps });
  const parts = { ...own, past, live, moments, situation, stage, steps, places, judge, look };
  const lookout = new LookoutModel(parts);
  const director = new DirectorModel(parts);
  const happenings = new HappeningsModel(parts);
  const reader = (): Reader => ({
    locales: localesOf(deps.locale(), live.index.value?.defaultLocale ?? ''),
    read: (fact) => (deps.displayable.has(fact) ? situation.facts.value.get(fact) : undefined),
  });
  const acts = new ActsModel({ ...parts, reader });
  return { past, live, moments, situation, stage, judge, look, happenings, acts, reader };
}
