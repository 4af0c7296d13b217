import { computed, createModel, effect, signal } from '@preact/signals-core';
import { createLifetime } from '../foundation/lifetime';
import { changedGroups, type FactValue } from './audience';
import { explain } from './chooseHint';
import { createEngine, type Engine } from './engine.model';
import { createGuard } from './guard';
import { shownHint, targetOf } from './playing';
import type { HintsDeps } from './ports';
import type { Explanation } from './refusal';
import type { HintDoings, ShownHint } from './shown';
import { SignsModel } from './signs.model';
import { refusedToLive } from './startRules';
import { titlesOf, type TitledHint } from './titles.model';
import { NOTHING_WANTED } from './trigger';

/** Hints of one person on one page: what shows, and what can be done with it. Ended when the person signs out. */
export const HintsModel = createModel((deps: HintsDeps) => {
  const life = createLifetime();
  const guard = createGuard(deps.log, life);
  const isHidden = signal(false);
  const start = (id: string): void => {
    for (const hint of live.index.peek()?.hints.values() ?? []) if (hint.id === id) moments.come(hint, 'manual');
    judge();
  };
  const track = (event: string): void => {
    const index = live.index.peek();
    if (index) past.track(event, index.calendar.at(deps.clock.now()).date);
    happenings.happen({ is: 'event', of: event });
  };
  const engine = createEngine({ ...deps, guard, start, track, onRead: () => guard(read) });
  const { live, past, stage, situation, moments, happenings, judge } = engine;
  const signs = new SignsModel(engine);

  const read = (): void => {
    for (const hint of live.index.peek()?.rejected ?? []) past.tell(hint, 'rejected');
    signs.arrive();
    judge();
  };
  const stop = (): void => stage.playing.peek().forEach(({ hint }) => stage.close(hint.id));
  life.add(() => {
    stop();
    moments.go(() => true);
    deps.page.watch(NOTHING_WANTED);
  });
  effect(() => deps.page.listen((sign) => guard(() => signs.take(sign))));
  effect(() => () => life.end());

  return {
    shown: computed(() => (isHidden.value ? [] : shownNow(engine))),
    /** Nothing is seen of hints meanwhile: for a recording of the screen. */
    isHidden,
    doings: guarded(engine.acts, guard),
    /** The name of the place that a hint is at now. */
    placeOf(hint: string): string | undefined {
      const one = stage.find(hint);
      return one && targetOf(one);
    },
    /** Reads what is live and what was done before. */
    async start(): Promise<void> {
      await guard(past.load);
      await guard(live.refresh);
    },
    /** Asks again what is live: on focus of the window, or when the receiver says that it has changed. */
    refresh: (): unknown => guard(live.refresh),
    /** Tells where somebody is: the path, and what the host calls it. */
    goTo: (path: string, ...places: readonly string[]): unknown => guard(() => signs.goTo({ path, places })),
    /** Takes over facts; what is judged again is what asks for those that changed. */
    know(facts: ReadonlyMap<string, FactValue>): void {
      const changed = changedGroups(situation.facts.peek(), facts);
      situation.facts.value = facts;
      if (situation.asksFor(changed)) guard(judge);
    },
    /** Tells that something happened in the host app. */
    track: (event: string): unknown => guard(() => track(event)),
    /** Shows a hint by hand, also one that was closed for good. It waits a moment for its place. */
    show: (hint: string): unknown => guard(() => start(hint)),
    /** Forgets what this person did with a hint: it may show as if it never had. */
    reset: (hint: string): unknown => guard(() => [stage.close(hint), past.reset(hint), judge()]),
    /** Closes what shows. */
    stop: (): unknown => guard(stop),
    turnOff: (isOff: boolean): unknown => guard(() => [past.turnOff(isOff), judge()]),
    isOff: computed(() => past.kept.value.history.off?.value === true),
    /** Hints of this page that can be shown by hand. */
    list: (): readonly string[] => askable(engine),
    /** The same with their titles, as far as their words can be had. */
    titles: (): Promise<readonly TitledHint[]> => titlesOf(askable(engine), { ...deps, ...engine }),
    /** Says why a hint shows or not; `status` is one that is not live. */
    explain: (id: string): Explanation => explained(engine, id),
  };
});

/** The public face of the model. */
export type HintsModelInstance = InstanceType<typeof HintsModel>;

function shownNow({ live, past, stage, reader }: Engine): readonly ShownHint[] {
  const index = live.index.value;
  const stand = index && { index, reader: reader() };
  const ticks = new Map(Object.entries(past.kept.value.ticks));
  const stands = stage.playing.value.map(
    (one) => stand && shownHint(one, { ...stand, ticks: ticks.get(one.hint.id) ?? [] }),
  );
  return stands.filter((one) => one !== undefined);
}

function explained({ situation, moments, stage }: Engine, id: string): Explanation {
  const now = situation.context({ fired: moments.fired, running: stage.playing.peek() });
  const hint = now?.index.hints.get(id);
  return hint && now ? explain(hint, now) : { hint: id, shown: false, reason: 'status', conditions: [] };
}

function askable({ situation, stage }: Engine): readonly string[] {
  const ids = situation.here().map(({ id }) => id);
  const asked = new Map(ids.map((id) => [id, 'manual' as const]));
  const now = situation.context({ fired: asked, running: stage.playing.peek() });
  return ids.filter((id) => {
    const hint = now?.index.hints.get(id);
    return now && hint && !refusedToLive(hint, now);
  });
}

/** What a person does enters through the guard too. */
function guarded(doings: HintDoings, guard: (action: () => unknown) => void): HintDoings {
  const entries = Object.entries(doings) as [string, (...given: never[]) => void][]; // methods only
  return Object.fromEntries(
    entries.map(([name, act]) => [name, (...given: never[]) => guard(() => act(...given))]),
  ) as unknown as HintDoings; // the same names, the same parameters
}
