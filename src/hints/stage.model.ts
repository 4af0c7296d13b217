import { createModel, signal } from '@preact/signals-core';
import { createLifetime, type Lifetime } from '../foundation/lifetime';
import type { CompiledHint } from './compileHint';
import type { Running } from './context';
import type { Past } from './past.model';
import type { Playing } from './playing';
import type { HintsDeps, PlayingPart } from './ports';
import { isContent, picturesOf, type Reader } from './words';

/** What the stage asks of who directs it. */
export interface StageDeps extends Pick<HintsDeps, 'source' | 'clock'>, Pick<PlayingPart, 'slots' | 'pictures'> {
  readonly past: Past;
  reader(): Reader;
  /** Judged again when everything is there: a hint that was stopped or left in between never shows. */
  mayStart(running: Running, others: readonly Running[]): Promise<boolean>;
}

const stepAt = ({ kind, steps }: CompiledHint, step: number): string | undefined =>
  kind === 'tour' ? steps?.[step]?.id : undefined;

/** What a hint needs to be seen. */
type Prepared = Required<Pick<Playing, 'content' | 'pictures'>>;

/** Everything that runs: from being chosen to being closed. */
export const StageModel = createModel((deps: StageDeps) => {
  const { source, slots, clock, past } = deps;
  const playing = signal<readonly Playing[]>([]);
  const find = (id: string): Playing | undefined => playing.peek().find(({ hint }) => hint.id === id);
  const change = (id: string, next: Partial<Playing>): void => {
    playing.value = playing.peek().map((one) => (one.hint.id === id ? { ...one, ...next } : one));
  };
  const close = (id: string): void => {
    const one = find(id);
    playing.value = playing.peek().filter((other) => other !== one);
    one?.life.end();
  };
  /** The slot, the words, and a last look whether all is still well. */
  const prepared = async (running: Running, step: number, life: Lifetime): Promise<Prepared | undefined> => {
    const { hint } = running;
    const letGo = hint.isInterrupting ? await slots.claim('interrupting') : () => undefined;
    if (!letGo) return undefined;
    life.add(letGo);
    if (life.hasEnded) return undefined;
    const words = await source.content(hint.id, hint.rev);
    if (life.hasEnded || !words.ok || !isContent(words.value)) return undefined;
    const pictures = await deps.pictures.bring(picturesOf(words.value, stepAt(hint, step), deps.reader()), life);
    if (life.hasEnded) return undefined;
    const others = playing.peek().filter((one) => one.life !== life);
    return (await deps.mayStart(running, others)) ? { content: words.value, pictures } : undefined;
  };

  return {
    playing,
    find,
    change,
    /** Takes it away. It counts as nothing: what a person did is noted by who calls. */
    close,
    /** Lets a hint begin. Succeeds when it is ready to be seen; else it is gone again. */
    async begin(running: Running, step: number): Promise<boolean> {
      const { hint } = running;
      const life = createLifetime();
      const ordinal = past.past.peek()?.records.get(hint.id)?.shown ?? 0;
      const start = { startedAt: clock.now(), ordinal, step, life, stepLife: life.child() };
      playing.value = [
        ...playing.peek(),
        { ...running, ...start, isBehind: false, isOpen: false, isPlaceMissing: false },
      ];
      past.tell(hint, 'attempted', { ordinal });
      const ready = await prepared(running, step, life);
      if (life.hasEnded) return false;
      if (ready) change(hint.id, ready);
      else close(hint.id);
      return ready !== undefined;
    },
  };
});

/** The face of the stage, for who moves what is on it. */
export type Stage = InstanceType<typeof StageModel>;
