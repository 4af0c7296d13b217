import { computed, createModel, effect, signal } from '@preact/signals-core';
import type { HintEvent, HintRecord } from '../protocol';
import {
  mergeKept,
  NOTHING_KEPT,
  pastOf,
  withEvent,
  withNoticed,
  withRecord,
  withShow,
  withTick,
  type KeptHints,
} from './kept';
import type { CompiledHint } from './compileHint';
import type { HintKeeping, HintsDeps } from './ports';

/** What the past is told by who remembers with it. */
export interface OwnPastDeps extends Pick<HintsDeps, 'clock' | 'log'> {
  /** Another tab or device did something. */
  onOther(): void;
}

/** The past is kept with this. */
export interface PastDeps extends OwnPastDeps {
  readonly keeping: HintKeeping;
}

/** What one person did with hints: loaded, added to, and kept. */
export const PastModel = createModel(({ keeping, clock, log, onOther }: PastDeps) => {
  const kept = signal(NOTHING_KEPT);
  const isKnown = signal(false);
  const telling = createTelling(keeping, () => kept.peek().session.id, clock);
  const add = (next: KeptHints): void => {
    kept.value = next;
    keeping
      .save(next)
      .catch((cause: unknown) => log.error('hints-not-kept', 'What was done with hints was not kept.', cause));
  };
  effect(() =>
    keeping.changed((other) => {
      kept.value = mergeKept(kept.peek(), other);
      onOther();
    }),
  );

  return {
    kept,
    /** For looking up; nothing until it is known. */
    past: computed(() => (isKnown.value ? pastOf(kept.value) : undefined)),
    async load(): Promise<void> {
      const loaded = await keeping.load();
      if (!loaded.ok) return;
      kept.value = mergeKept(loaded.value, kept.peek());
      isKnown.value = true;
    },
    /** Notes what was done with a hint. */
    note(hint: string, change: Partial<HintRecord>): void {
      add(withRecord(kept.peek(), { ...change, hint }));
    },
    /** Counts a showing. The same one in another tab is the same. */
    count({ id, isInterrupting }: CompiledHint, ordinal: number): void {
      const at = clock.now();
      const shown = withRecord(kept.peek(), { hint: id, shown: ordinal + 1, lastShownAt: new Date(at).toISOString() });
      add(withShow(shown, { hint: id, ordinal, at, isInterrupting }));
    },
    track(name: string, day: string): void {
      add(withEvent(kept.peek(), name, day));
    },
    tick(hint: string, step: string): void {
      add(withTick(kept.peek(), hint, step));
    },
    /** Tells which hints might have come, of those that are found: each once on a day, in all tabs and after a reload. */
    notice(day: string, find: (isAsked: (hint: CompiledHint) => boolean) => readonly CompiledHint[]): void {
      const { noticed } = kept.peek();
      const known = new Set(noticed?.day === day ? noticed.hints : []);
      const hints = find(({ id }) => !known.has(id));
      if (hints.length === 0) return;
      telling.eligible(hints, day);
      add(withNoticed(kept.peek(), { day, hints: hints.map(({ id }) => id) }));
    },
    ticksOf: (hint: string): readonly string[] => new Map(Object.entries(kept.peek().ticks)).get(hint) ?? [],
    /** Forgets what was done with a hint, here and on other devices. */
    reset(hint: string): void {
      const { [hint]: _, ...ticks } = kept.peek().ticks;
      add(withRecord({ ...kept.peek(), ticks }, { hint, resetAt: new Date(clock.now()).toISOString() }));
    },
    turnOff(isOff: boolean): void {
      const own = kept.peek();
      add({ ...own, history: { ...own.history, off: { value: isOff, at: new Date(clock.now()).toISOString() } } });
    },
    tell: telling.tell,
  };
});

/** The face of the past, for the models beside it. */
export type Past = InstanceType<typeof PastModel>;

/** Tells what happened, each thing under a key of its own. */
function createTelling(keeping: HintKeeping, session: () => string, clock: PastDeps['clock']) {
  const now = (): string => new Date(clock.now()).toISOString();
  return {
    eligible(hints: readonly CompiledHint[], day: string): void {
      for (const { id: hint, rev } of hints)
        keeping.tell({ hint, rev, what: 'eligible', at: now() }, `${hint}/eligible/${day}`);
    },
    /** What has the same ordinal in another tab is the same. Without a hint it is about all of them. */
    tell(
      of: Pick<CompiledHint, 'id' | 'rev'> | undefined,
      what: HintEvent['what'],
      more: Partial<HintEvent> & { readonly ordinal?: number } = {},
    ): void {
      const { ordinal = 0, ...rest } = more;
      const key = [of?.id, of?.rev, session(), ordinal, what, rest.step].join('/');
      keeping.tell({ ...(of && { hint: of.id, rev: of.rev }), what, at: now(), ...rest }, key);
    },
  };
}
