import type { Clock } from '../foundation/clock';
import type { Lifetime } from '../foundation/lifetime';
import type { CompiledHint } from './compileHint';
import type { HintContext, Running } from './context';
import type { Guard } from './guard';
import type { LiveModel } from './live.model';
import type { Moments } from './moments';
import type { Part } from './part.model';
import type { Past } from './past.model';
import type { HintsDeps, JudgingPart } from './ports';
import type { Situation } from './situation.model';

/** What judging works with. */
export interface JudgingDeps extends Omit<HintsDeps, 'clock'>, Omit<JudgingPart, 'createJudging'> {
  /** What it calls after a while enters through the guard. */
  readonly clock: Clock;
  readonly guard: Guard;
  readonly life: Lifetime;
  readonly past: Past;
  readonly live: InstanceType<typeof LiveModel>;
  readonly situation: Situation;
  /** A hint is asked for, or an event is told. */
  start(hint: string): Promise<boolean>;
  track(event: string): void;
}

/** What the models of judging share. */
export interface JudgingParts extends JudgingDeps {
  readonly moments: Moments;
  /** What plays: not here before something was chosen. */
  readonly player: Part<import('./player.model').Player>;
  /** Everything that decides, with what the page looks like. */
  context(own: Pick<HintContext, 'fired' | 'running'>): HintContext | undefined;
  /** What runs now. */
  running(): readonly Running[];
  /** Judges everything again. */
  judge(): void;
  /** What to look for on the page may be different. */
  look(): void;
  /** Tells that a hint did not start, or was taken away, as it was stopped or nobody can say whether it was. Once on each page. */
  killed(hint: CompiledHint): void;
}
