import { computed, createModel, effect, signal } from '@preact/signals-core';
import { createLifetime } from '../foundation/lifetime';
import { changedGroups, type FactValue } from './audience';
import { createEngine, type Engine } from './engine.model';
import { createGuard } from './guard';
import type { Player } from './player.model';
import type { HintsDeps } from './ports';
import type { Explanation } from './refusal';
import type { HintDoings } from './shown';
import type { TitledHint } from './titles.model';

/** Hints of one person on one page: what shows, and what can be done with it. Ended when the person signs out. */
export const HintsModel = createModel((deps: HintsDeps) => {
  const life = createLifetime();
  const guard = createGuard({
    log: deps.log,
    life,
    onFault(where) {
      engine.past.tell(undefined, 'engineError', { where, ordinal: deps.clock.now() });
      return deps.noteFault(where);
    },
  });
  const isHidden = signal(false);
  const engine = createEngine({ ...deps, guard, life });
  const { live, past, situation, whereabouts, judging, judge, start, track, report } = engine;
  const player = computed(() => judging.here.value?.player.here.value);
  const stop = (): void => player.peek()?.stop();

  life.add(stop);
  effect(() => deps.followModals(() => guard(judge)));
  effect(() => () => life.end());

  return {
    shown: computed(() => (isHidden.value ? [] : (player.value?.shown.value ?? []))),
    /** Nothing is seen of hints meanwhile: for a recording of the screen. */
    isHidden,
    doings: forwarded(() => player.peek()),
    /** Runs what looks at the page, or what draws: what fails there gets into nobody's way either. */
    safely: guard,
    /** The host took our element off the page, and with it what was seen. */
    noteRemoved: (): unknown =>
      guard(() => {
        for (const hint of player.peek()?.shown.peek() ?? [])
          engine.past.tell(hint, 'barRemoved', { ordinal: deps.clock.now() });
      }),
    /** The name of the place that a hint is at now. */
    placeOf: (hint: string): string | undefined => player.peek()?.placeOf(hint),
    /** Reads what is live and what was done before. */
    async start(): Promise<void> {
      await guard(past.load);
      await guard(live.refresh);
    },
    /** Asks again what is live: on focus of the window, or when the receiver says that it has changed. */
    refresh: (): unknown => guard(live.refresh),
    /** Tells where somebody is: the path, and what the host calls it. */
    goTo: (path: string, ...places: readonly string[]): unknown => guard(() => whereabouts.goTo({ path, places })),
    /** Takes over facts; what is judged again is what asks for those that changed. */
    know(facts: ReadonlyMap<string, FactValue>): void {
      const changed = changedGroups(situation.facts.peek(), facts);
      situation.facts.value = facts;
      if (situation.asksFor(changed)) guard(judge);
    },
    /** Tells that something happened in the host app. */
    track: (event: string): unknown => guard(() => track(event)),
    /** Tells that something went wrong in the host app, by the host's own name for it. */
    reportError: (code: string): unknown => guard(() => report(code)),
    /** Shows a hint by hand, also one that was closed for good. It waits a moment for its place. `false`: a part of hints did not arrive. */
    show: (hint: string): Promise<boolean> => start(hint),
    /** Forgets what this person did with a hint: it may show as if it never had. */
    reset: (hint: string): unknown => guard(() => [player.peek()?.close(hint), past.reset(hint), judge()]),
    /** Closes what shows. */
    stop: (): unknown => guard(stop),
    turnOff: (isOff: boolean): unknown => guard(() => [past.turnOff(isOff), judge()]),
    isOff: computed(() => past.kept.value.history.off?.value === true),
    /** Hints of this page that can be shown by hand. */
    list: situation.askable,
    /** The same with their titles, as far as their words can be had. */
    titles: (): Promise<readonly TitledHint[]> => titled(engine),
    /** Says why a hint shows or not; `status` is one that is not live, or that could not be judged. */
    async explain(id: string): Promise<Explanation> {
      const part = await judging.need();
      return part?.explain(id) ?? { hint: id, shown: false, reason: 'status', conditions: [] };
    },
  };
});

/** The public face of the model. */
export type HintsModelInstance = InstanceType<typeof HintsModel>;

async function titled({ judging, situation }: Engine): Promise<readonly TitledHint[]> {
  const part = await judging.need();
  return (await (await part?.player.need())?.titles(situation.askable())) ?? [];
}

const DOINGS: readonly (keyof HintDoings)[] = [
  'open',
  'dismiss',
  'snooze',
  'never',
  'next',
  'back',
  'act',
  'link',
  'task',
  'seen',
];

/** What a person does is done by what plays: before that is here there is nothing to do it with. */
const forwarded = (player: () => Player | undefined): HintDoings =>
  Object.fromEntries(
    DOINGS.map((name) => [
      name,
      (...given: never[]) => (player()?.doings[name] as ((...given: never[]) => void) | undefined)?.(...given), // the same name, the same parameters
    ]),
  ) as unknown as HintDoings; // each name is in it
