import { createModel, signal } from '@preact/signals-core';
import { compileIndex, type CompiledIndex } from './compileIndex';
import type { HintsDeps } from './ports';
import type { RejectedHint } from './readHints';

/** How long an answer about what is live counts. */
const FRESH_MS = 60_000;
/** How long reading may take before the page gets its turn. */
const SLICE_MS = 4;

/** What is live is asked with. */
export interface LiveDeps extends Pick<HintsDeps, 'source' | 'clock' | 'log'> {
  /** Something else is live now. */
  onRead(): void;
  /** A hint can't be read, and is left out. */
  onRejected(hint: RejectedHint): void;
}

/** What is live, as far as the receiver has told. */
export const LiveModel = createModel(({ source, clock, log, onRead, onRejected }: LiveDeps) => {
  const index = signal<CompiledIndex | undefined>(undefined);
  const isCut = signal(true);
  let checkedAt = -Infinity;
  let asking: Promise<void> | undefined;

  const read = async (value: unknown): Promise<CompiledIndex | undefined> => {
    const reading = compileIndex(value, onRejected);
    let since = clock.now();
    for (;;) {
      const step = reading.next();
      if (step.done) return step.value;
      if (clock.now() - since < SLICE_MS) continue;
      await new Promise<void>((resolve) => void clock.after(0, resolve));
      since = clock.now();
    }
  };

  const ask = async (): Promise<void> => {
    const answer = await source.index();
    isCut.value = !answer.ok || (answer.value.is === 'index' && answer.value.isCached);
    if (!answer.ok) return;
    checkedAt = clock.now();
    if (answer.value.is === 'unchanged') return;
    const next = answer.value.is === 'index' ? await read(answer.value.value) : undefined;
    if (answer.value.is === 'index' && !next) {
      log.warn('hints-not-read', 'The index of hints is not one that this version reads.');
      isCut.value = true; // nobody knows what was stopped
      return;
    }
    index.value = next;
    onRead();
  };
  /**
   * Asks anew, once at a time: an answer that is on its way, or being read, is for everybody who asks meanwhile.
   * What can't be read takes nothing away; what is no longer live goes.
   */
  const refresh = (): Promise<void> => (asking ??= ask().finally(() => (asking = undefined)));

  return {
    index,
    /** The receiver can't be asked whether something was stopped. */
    isCut,
    refresh,
    /** Asks anew when the last answer is too old to start something on. */
    async freshen(): Promise<void> {
      if (isCut.peek() || clock.now() - checkedAt > FRESH_MS) await refresh();
    },
  };
});
