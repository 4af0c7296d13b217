import type { Clock } from '../foundation/clock';
import type { Lifetime } from '../foundation/lifetime';
import type { HintTrigger } from '../protocol/hint';
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
  report(code: string): void;
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
  const live = new LiveModel({ ...own, onRead: () => guard(read), onRejected: (hint) => past.tell(hint, 'rejected') });
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
  const { start, track, report } = createAsking({ past, live, situation, judging, guard, clock, judge: () => judge() });
  /** Tells whom hints of this page might come to. */
  const notice = (): void => {
    const index = live.index.peek();
    if (index) past.notice(index.calendar.at(clock.now()).date, situation.eligible);
  };
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
    whereabouts.arrive();
    judge();
  };
  return { past, live, situation, whereabouts, judging, judge, start, track, report };
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
  /** Tells what judges, which is fetched for it when a hint of this page waits for that. */
  const tell = (isAwaited: (trigger: HintTrigger) => boolean, say: (part: Judging) => void): void => {
    const part = judging.here.peek();
    if (part) say(part);
    else if (!situation.here().some(({ when }) => isAwaited(when))) judge();
    else void onThisPage(false).then((come) => guard(() => come && say(come)));
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
      tell(
        ({ on, event }) => on === 'event' && event === name,
        (part) => part.happen({ is: 'event', of: name }),
      );
    },
    report: (code: string) =>
      tell(
        ({ on }) => on === 'error',
        (part) => part.report(code),
      ),
  };
}
