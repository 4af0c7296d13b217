import { computed, createModel, effect, signal } from '@preact/signals-core';
import type { Clock } from '../../foundation/clock';
import type { Undo } from '../../foundation/lifetime';
import {
  canExtend,
  elapsedAt,
  isAlmostOver,
  longestMs,
  paused,
  remainingMs,
  resumed,
  startStopwatch,
  type RecordingLimits,
  type Stopwatch,
} from './recordingClock';

/** How often the time on the bar changes. Milliseconds. */
const TICK_MS = 250;
/** A recorder that gives nothing for this long will give nothing at all. */
const SILENT_MS = 20_000;

/** What timing needs from outside. */
export interface TimingDeps {
  readonly clock: Clock;
  limits(): RecordingLimits;
  /** There is no time or room left. */
  onOver(): void;
}

/** The time of a recording and how much of it is left. */
export const TimingModel = createModel(({ clock, limits, onOver }: TimingDeps) => {
  const watch = signal<Stopwatch | undefined>(undefined);
  const elapsedMs = signal(0);
  const bytes = signal(0);
  const isExtended = signal(false);
  const bounds = signal(limits());
  const progress = computed(() => ({ elapsedMs: elapsedMs.value, bytes: bytes.value, isExtended: isExtended.value }));
  let stop: Undo = () => undefined;

  const measure = (): number => {
    const running = watch.peek();
    if (running) elapsedMs.value = elapsedAt(running, clock.now());
    return elapsedMs.peek();
  };
  const look = (): void => {
    measure();
    if (remainingMs(progress.peek(), bounds.peek()) === 0) return onOver();
    stop = clock.after(TICK_MS, look);
  };
  const end = (): void => {
    measure();
    stop();
    watch.value = undefined;
  };
  effect(() => end);

  return {
    watch,
    elapsedMs,
    /** Tells how far it is this very moment. */
    measure,
    /** How long it may become: time or room, whichever comes first. */
    longestMs: computed(() => longestMs(progress.value, bounds.value)),
    remainingMs: computed(() => remainingMs(progress.value, bounds.value)),
    isAlmostOver: computed(() => watch.value !== undefined && isAlmostOver(progress.value, bounds.value)),
    /** The recorder runs and hands nothing over: an encoder that is missing tells so in no other way. */
    isSilent: computed(() => bytes.value === 0 && elapsedMs.value >= SILENT_MS),
    canExtend: computed(() => canExtend(progress.value, bounds.value)),
    /** Gets ready for a recording. */
    reset(): void {
      end();
      bounds.value = limits();
      elapsedMs.value = 0;
      bytes.value = 0;
      isExtended.value = false;
    },
    /** The first frame is there. */
    start(): void {
      watch.value = startStopwatch(clock.now());
      look();
    },
    hold(isHeld: boolean): void {
      const running = watch.peek();
      if (running) watch.value = (isHeld ? paused : resumed)(running, clock.now());
    },
    grow(sizeBytes: number): void {
      bytes.value += sizeBytes;
    },
    extend(): void {
      isExtended.value = true;
    },
    end,
  };
});

/** The public face of the model. */
export type Timing = InstanceType<typeof TimingModel>;
