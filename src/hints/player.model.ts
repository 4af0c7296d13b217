import { computed, type ReadonlySignal } from '@preact/signals-core';
import { ActsModel } from './acts.model';
import type { CompiledHint } from './compileHint';
import { factsFor, type Running } from './context';
import { CourseModel } from './course.model';
import type { Guard } from './guard';
import type { JudgingParts } from './judgingParts.model';
import { localesOf } from './locales';
import { PlacesModel } from './places.model';
import { shownHint, stepOf, targetOf, type Playing } from './playing';
import type { PlayingPart } from './ports';
import type { HintDoings, ShownHint } from './shown';
import { StageModel, type Stage } from './stage.model';
import { refusedToStart } from './startRules';
import { StepsModel } from './steps.model';
import { titlesOf, type TitledHint } from './titles.model';
import type { Step } from './tour';
import type { Happening } from './trigger';
import type { Reader } from './words';

/** What plays is made of this. */
export interface PlayerDeps extends JudgingParts, Omit<PlayingPart, 'createPlayer'> {
  happen(happening: Happening): void;
}

/** Plays what was chosen: from its words to the last button. */
export interface Player {
  readonly playing: ReadonlySignal<readonly Playing[]>;
  readonly shown: ReadonlySignal<readonly ShownHint[]>;
  readonly doings: HintDoings;
  /** Closes what may not go on as things are now. */
  clear(): void;
  begin(running: Running): Promise<void>;
  close(hint: string): void;
  stop(): void;
  /** Goes on by what happened, where a step or a task waits for it. */
  follow(happening: Happening): void;
  /** Steps and tasks that wait for something of the page. */
  waiting(): readonly Step[];
  /** Looks again where the places are of what runs. */
  look(): void;
  /** The name of the place that a hint is at now. */
  placeOf(hint: string): string | undefined;
  titles(hints: readonly string[]): Promise<readonly TitledHint[]>;
}

/** Joins what plays. */
export function createPlayer(deps: PlayerDeps): Player {
  const { live, happen, look } = deps;
  const reader = (): Reader => readerOf(deps);
  const stage = new StageModel({
    ...deps,
    reader,
    mayStart: async (running, others) => {
      await live.freshen();
      return mayStart(deps, running, others);
    },
  });
  const isFor = (hint: CompiledHint, step: Step): boolean => isStepFor(deps, hint, step);
  const steps = new StepsModel({
    ...deps,
    stage,
    isFor,
    onDone: ({ id }) => happen({ is: 'hintDone', of: id }),
    onMoved: look,
    onOverdue: (hint) => places.overdue(hint),
  });
  const places = new PlacesModel({ ...deps, stage, steps });
  const isAskable = (hint: string): boolean => deps.situation.askable().includes(hint);
  const acts = new ActsModel({ ...deps, stage, steps, reader, isAskable });
  const course = new CourseModel({ ...deps, stage, steps, isFor });
  return {
    clear: course.clear,
    begin: course.begin,
    follow: course.follow,
    playing: stage.playing,
    shown: computed(() => shownNow(deps, stage, reader())),
    doings: guarded(acts, deps.guard),
    close: stage.close,
    stop: () => stage.playing.peek().forEach(({ hint }) => stage.close(hint.id)),
    waiting: () => stage.playing.peek().flatMap((one) => stepOf(one) ?? steps.openTasks(one)),
    look: places.look,
    placeOf(hint) {
      const one = stage.find(hint);
      return one && targetOf(one);
    },
    titles: (hints) => titlesOf(hints, { ...deps, reader }),
  };
}

/** Whether a hint may start, beside what else runs: judged by what is live now. */
function mayStart({ context, killed }: PlayerDeps, { hint, cause }: Running, running: readonly Running[]): boolean {
  const now = context({ fired: new Map([[hint.id, cause]]), running });
  const own = now?.index.hints.get(hint.id);
  if (!now || own?.rev !== hint.rev) return false;
  const refusal = refusedToStart(own, now);
  if (refusal?.reason === 'killed') killed(own);
  return !refusal;
}

/** Whether a step is for this person. */
function isStepFor({ context }: PlayerDeps, hint: CompiledHint, step: Step): boolean {
  const only = hint.only.get(step.id);
  const now = only && context({ fired: new Map(), running: [] });
  return only === undefined || (now !== undefined && only.judge(factsFor(hint, now)) === true);
}

const readerOf = ({ locale, live, displayable, situation }: PlayerDeps): Reader => ({
  locales: localesOf(locale(), live.index.value?.defaultLocale ?? ''),
  read: (fact) => (displayable.has(fact) ? situation.facts.value.get(fact) : undefined),
});

function shownNow({ live, past }: PlayerDeps, stage: Stage, reader: Reader): readonly ShownHint[] {
  const index = live.index.value;
  const ticks = new Map(Object.entries(past.kept.value.ticks));
  const stands = stage.playing.value.map(
    (one) => index && shownHint(one, { index, reader, ticks: ticks.get(one.hint.id) ?? [] }),
  );
  return stands.filter((one) => one !== undefined);
}

/** What a person does enters through the guard too. */
function guarded(doings: HintDoings, guard: Guard): HintDoings {
  const entries = Object.entries(doings) as [string, (...given: never[]) => void][]; // methods only
  return Object.fromEntries(
    entries.map(([name, act]) => [name, (...given: never[]) => guard(() => act(...given))]),
  ) as unknown as HintDoings; // the same names, the same parameters
}
