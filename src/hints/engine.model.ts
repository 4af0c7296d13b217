import type { Clock } from '../foundation/clock';
import type { Lifetime } from '../foundation/lifetime';
import type { Guard } from './guard';
import type { Judging } from './judging.model';
import { LiveModel } from './live.model';
import { createPart, type Part } from './part.model';
import type { Past } from './past.model';
import type { HintsDeps } from './ports';
import { SituationModel, type Situation } from './situation.model';
import { createWaiting } from './waiting';
import { WhereaboutsModel } from './whereabouts.model';

/** What the engine asks of its face. */
export interface EngineDeps extends HintsDeps {
  readonly guard: Guard;
  readonly life: Lifetime;
}

/** What the engine is made of, for its face. */
export interface Engine {
  readonly past: Past;
  readonly live: InstanceType<typeof LiveModel>;
  readonly situation: Situation;
  readonly whereabouts: InstanceType<typeof WhereaboutsModel>;
  readonly judging: Part<Judging>;
  /** Something is different. */
  judge(): void;
  /** Shows a hint by hand; `false` when a part did not arrive, or the page is another by then. */
  start(hint: string): Promise<boolean>;
  track(event: string): void;
}

/**
 * Joins what knows whether anything of this page may show. What judges moments and looks at the page is fetched when something may, what
 * plays when something is chosen. Everything that comes from outside enters through the guard.
 */
export function createEngine(deps: EngineDeps): Engine {
  const { guard, life } = deps;
  const clock = {
    now: () => deps.clock.now(),
    after: (delayMs: number, action: () => void) => deps.clock.after(delayMs, () => guard(action)),
  };
  const own = { ...deps, clock };
  const past = deps.createPast({ ...own, onOther: () => guard(judge) });
  const live = new LiveModel({ ...own, onRead: () => guard(read) });
  const situation = new SituationModel({ ...own, past, live });
  const whereabouts = new WhereaboutsModel({
    clock,
    live,
    situation,
    onArrive(arrival) {
      const part = judging.here.peek();
      if (!part) return judge();
      notice();
      part.arrive(arrival);
    },
  });
  const fetch = async (): Promise<() => Judging> => {
    const { createJudging, ...ports } = await deps.judging();
    return () => createJudging({ ...own, ...ports, past, live, situation, start, track });
  };
  const judging = createPart(fetch, { guard, life }, (part) => part.arrive(whereabouts.arrival()));
  const { start, track } = createAsking({ past, live, situation, judging, guard, clock, judge: () => judge() });
  const notice = noticing({ past, live, situation, clock });
  const wait = createWaiting(clock, () => judge());

  const judge = (): void => {
    notice();
    const part = judging.here.peek();
    if (part) return part.judge();
    const refused = situation.refusals();
    if (refused.some((refusal) => !refusal)) void judging.need();
    else wait(refused);
  };
  const read = (): void => {
    for (const hint of live.index.peek()?.rejected ?? []) past.tell(hint, 'rejected');
    whereabouts.arrive();
    judge();
  };
  return { past, live, situation, whereabouts, judging, judge, start, track };
}

/** Tells whom hints of this page might come to, of those of which it was not told today. */
function noticing({ past, live, situation, clock }: Pick<AskingDeps, 'past' | 'live' | 'situation' | 'clock'>) {
  return (): void => {
    const day = live.index.peek()?.calendar.at(clock.now()).date;
    if (day !== undefined)
      past.notice(
        situation.eligible(({ id }) => !past.isNoticed(id, day)),
        day,
      );
  };
}

/** What is asked of hints by name is done with this. */
interface AskingDeps extends Pick<Engine, 'past' | 'live' | 'situation' | 'judging' | 'judge'> {
  readonly guard: Guard;
  readonly clock: Clock;
}

/** Does what the host and the person ask for by name, on the page where they ask it. */
function createAsking({ past, live, situation, judging, guard, clock, judge }: AskingDeps) {
  /** What judges, for something that belongs to this page: nothing when that was left meanwhile. */
  const onThisPage = async (isPlaying: boolean): Promise<Judging | undefined> => {
    const page = situation.routes.peek(); // another page has another set
    const part = await judging.need();
    if (isPlaying && !(await part?.player.need())) return undefined;
    return situation.routes.peek() === page ? part : undefined;
  };
  return {
    async start(hint: string): Promise<boolean> {
      const now = judging.here.peek();
      const part = now?.player.here.peek() ? now : await onThisPage(true);
      guard(() => part?.start(hint));
      return part !== undefined;
    },
    track(name: string): void {
      const index = live.index.peek();
      if (index) past.track(name, index.calendar.at(clock.now()).date);
      const part = judging.here.peek();
      const happening = { is: 'event', of: name };
      if (part) return part.happen(happening);
      if (!situation.here().some(({ when }) => when.on === 'event' && when.event === name)) return judge();
      void onThisPage(false).then((come) => guard(() => come?.happen(happening)));
    },
  };
}
