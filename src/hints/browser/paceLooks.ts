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
  /** Whether everything is to be looked for already, or nothing any more: then no change matters. */
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
  lookFor(name: string): void;
}

/** A frame gives this much, and less after one that took long. Milliseconds. */
const BUDGET_MS = 1;
const SMALL_BUDGET_MS = 0.25;
const LONG_FRAME_MS = 50;
/** Everything is looked for this often at most, and less often when that takes long. */
const REST_MS = 100;
const LONG_REST_MS = 500;
const COSTLY_MS = 4;
/** What was not found by so many long looks, one after another, is not looked for on this page any more: ten seconds and more. */
const MOST_COSTLY = 20;

/** What looking for everything costs, and what follows from it. */
interface Costs {
  /** Looking was stopped on this page. */
  readonly isOver: boolean;
  /** So long is rested after the last look. Milliseconds. */
  readonly restMs: number;
  add(ms: number): void;
  /** Another look begins, for what is new or because the page changed; `false`: no, it is stopped. */
  begin(isNew: boolean): boolean;
  /** What is new is looked for once, whatever that costs. */
  allowOne(): void;
  /** Another page; tells whether looking was stopped on the last one. */
  arrive(): boolean;
}

function weighLooks(onCostly: PaceOptions['onCostly']): Costs {
  let [costMs, costly, told] = [0, 0, 0];
  const isOver = (): boolean => costly >= MOST_COSTLY;
  return {
    get isOver() {
      return isOver();
    },
    get restMs() {
      return costMs > COSTLY_MS ? LONG_REST_MS : REST_MS;
    },
    add: (ms) => void (costMs += ms),
    begin(isNew) {
      const isCostly = costMs > COSTLY_MS;
      costly = isCostly ? costly + (isNew ? 0 : 1) : 0;
      const level = isOver() ? 2 : 1;
      if (isCostly && level > told) onCostly((told = level));
      if (!isOver()) costMs = 0;
      return !isOver();
    },
    allowOne: () => void (costly = Math.min(costly, MOST_COSTLY - 1)),
    arrive() {
      const wasOver = isOver();
      [costMs, costly, told] = [0, 0, 0];
      return wasOver;
    },
  };
}

/** Creates a pace at rest: without a plan there is no frame and no timer. */
export function paceLooks({ view, safely, onCostly, sift, names, lookFor }: PaceOptions): Pace {
  const costs = weighLooks(onCostly);
  let [isPlanned, queue] = [false, [] as string[]];
  let [frame, timer, lastFrameAt, lastAllAt] = [0, 0, 0, -Infinity];

  const plan = (): void => {
    if (frame || timer || costs.isOver) return;
    frame = view.requestAnimationFrame((time) => safely(() => flush(time)));
  };
  const flush = (time: number): void => {
    frame = 0;
    const isAfterLong = queue.length > 0 && time - lastFrameAt > LONG_FRAME_MS;
    lastFrameAt = time;
    const startedAt = performance.now();
    const isOver = (): boolean => performance.now() - startedAt > (isAfterLong ? SMALL_BUDGET_MS : BUDGET_MS);
    if (sift(isOver)) isPlanned = true;
    if (isPlanned && queue.length === 0) begin(time);
    const lookedFrom = performance.now();
    for (let name = queue.shift(); name !== undefined; name = isOver() ? undefined : queue.shift()) lookFor(name);
    costs.add(performance.now() - lookedFrom);
    if (queue.length > 0) plan();
  };
  /** Rests with a timer, so that no frame is asked for in vain. */
  const begin = (time: number): void => {
    const restMs = lastAllAt + costs.restMs - time;
    if (restMs > 0) return void (timer = view.setTimeout(wake, restMs));
    if (costs.begin(lastAllAt === -Infinity)) queue = [...names()];
    [isPlanned, lastAllAt] = [false, time];
  };
  const wake = (): void => {
    timer = 0;
    plan();
  };
  const planAll = (): void => {
    isPlanned = true;
    plan();
  };
  const planAllNow = (): void => {
    costs.allowOne();
    lastAllAt = -Infinity;
    stopTimer();
    planAll();
  };
  const stopTimer = (): void => {
    view.clearTimeout(timer);
    timer = 0;
  };

  return {
    get isPlanned() {
      return isPlanned || costs.isOver;
    },
    plan,
    planAll,
    planAllNow,
    arrive: () => void (costs.arrive() && planAllNow()),
    stop() {
      view.cancelAnimationFrame(frame);
      stopTimer();
      [isPlanned, queue, frame] = [false, [], 0];
    },
  };
}
