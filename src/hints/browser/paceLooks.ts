import { createAlarm } from './createAlarm';
import { REST_MS, weighLooks } from './weighLooks';

/** Spreads looking for places over frames. */
export interface Pace {
  /** Something small changed: it is asked about in the next frame. */
  plan(): void;
  /** Everything is to be looked for. */
  planAll(): void;
  /** Everything is to be looked for, without the rest in between. */
  planAllNow(): void;
  /** Another page: what was stopped goes on. */
  arrive(): void;
  /** Whether everything is to be looked for already, or is not any more: then it does not matter what changed, only that it did. */
  readonly isPlanned: boolean;
  stop(): void;
}

/** What is paced. */
export interface PaceOptions {
  readonly view: Window;
  safely(action: () => unknown): unknown;
  /** Looking for everything takes long: it is done less often from now on (1), or no longer on this page (2). Each once on a page. */
  onCostly(level: 1 | 2): void;
  /** Goes through what changed; tells whether it may hold a place. Told how long it may take. */
  sift(isOver: () => boolean): boolean;
  /** Names of all that is awaited. */
  names(): Iterable<string>;
  /** Names of what is awaited and can be there by now: its strong sign is. Costs little, whatever looking costs. */
  glance(): Iterable<string>;
  lookFor(name: string): void;
  /** What was looked for in this frame is told: who is told may do anything. */
  onLooked(): void;
}

/** A frame gives this much, and less after one that took long. Milliseconds. */
const BUDGET_MS = 1;
const SMALL_BUDGET_MS = 0.25;
const LONG_FRAME_MS = 50;
/** A glance rests so many times as long as it took: at most a twentieth of the time goes to it. */
const REST_TIMES = 20;

/**
 * Creates a pace at rest: without a plan there is no frame and no timer. Two things can be due after a change:
 *
 *   a glance ─▶ a strong sign is there ─▶ look for that place     every 100 ms at most, however long looking takes
 *   all      ─▶ look for every place, frame by frame              every 100 ms at most, 500 when it takes long, then no longer
 */
export function paceLooks({ view, safely, onCostly, sift, names, glance, lookFor, onLooked }: PaceOptions): Pace {
  const costs = weighLooks(onCostly);
  const alarm = createAlarm(view, (time) => void safely(() => flush(time)));
  let [isGlanceDue, isAllDue, queue] = [false, false, [] as string[]];
  let [lastFrameAt, lastAllAt, lastGlanceAt, glanceMs] = [0, -Infinity, -Infinity, 0];

  const flush = (time: number): void => {
    const isOver = budgetOf(queue.length > 0 && time - lastFrameAt > LONG_FRAME_MS ? SMALL_BUDGET_MS : BUDGET_MS);
    lastFrameAt = time;
    if (sift(isOver)) oweAll();
    if (queue.length === 0) begin(time);
    const lookedFrom = performance.now();
    try {
      for (let name = queue.shift(); name !== undefined; name = isOver() ? undefined : queue.shift()) lookFor(name);
    } finally {
      costs.add(performance.now() - lookedFrom);
      onLooked();
    }
    if (queue.length > 0 || isOwing()) alarm.inFrame();
  };
  /** Begins what is due and has rested, or rests. */
  const begin = (time: number): void => {
    const allInMs = isAllDue ? lastAllAt + costs.restMs - time : Infinity;
    const glanceInMs = isGlanceDue ? lastGlanceAt + Math.max(REST_MS, glanceMs * REST_TIMES) - time : Infinity;
    if (allInMs <= 0) {
      if (costs.begin(lastAllAt === -Infinity)) [queue, isGlanceDue, lastGlanceAt] = [[...names()], false, time];
      [isAllDue, lastAllAt] = [false, time];
    } else if (glanceInMs <= 0) {
      const from = performance.now();
      queue = [...glance()];
      [isGlanceDue, lastGlanceAt, glanceMs] = [false, time, performance.now() - from];
    } else if (isOwing()) alarm.after(Math.min(allInMs, glanceInMs));
  };
  /** What came while places were being looked for is due too, unless it is rested for. */
  const isOwing = (): boolean => (isGlanceDue || isAllDue) && !alarm.isResting;
  const oweAll = (): void => void ([isAllDue, isGlanceDue] = [isAllDue || !costs.isOver, true]);
  /** What was waited for until now may be later than what is due by this. */
  const planAll = (): void => {
    if (!isGlanceDue) alarm.endRest();
    oweAll();
    alarm.inFrame();
  };
  const planAllNow = (): void => {
    costs.allowOne();
    lastAllAt = -Infinity;
    alarm.endRest();
    planAll();
  };

  return {
    get isPlanned() {
      return isAllDue || costs.isOver;
    },
    plan: alarm.inFrame,
    planAll,
    planAllNow,
    arrive: () => void (costs.arrive() && planAllNow()),
    stop() {
      alarm.stop();
      [isGlanceDue, isAllDue, queue] = [false, false, []];
    },
  };
}

/** Tells, from now on, whether so many milliseconds have passed. */
function budgetOf(ms: number): () => boolean {
  const startedAt = performance.now();
  return () => performance.now() - startedAt > ms;
}
