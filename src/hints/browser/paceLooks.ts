/** Spreads looking for places over frames. */
export interface Pace {
  /** Something small changed: it is asked about in the next frame. */
  plan(): void;
  /** Everything is to be looked for. */
  planAll(): void;
  /** Everything is to be looked for, without the rest in between. */
  planAllNow(): void;
  /** Whether everything is to be looked for already. */
  readonly isPlanned: boolean;
  stop(): void;
}

/** What is paced. */
export interface PaceOptions {
  readonly view: Window;
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

/** Creates a pace at rest: without a plan there is no frame and no timer. */
export function paceLooks({ view, sift, names, lookFor }: PaceOptions): Pace {
  let isPlanned = false;
  let queue: string[] = [];
  let [frame, timer] = [0, 0];
  let [lastFrameAt, lastAllAt, costMs] = [0, -Infinity, 0];

  const plan = (): void => {
    if (!frame && !timer) frame = view.requestAnimationFrame(flush);
  };
  const flush = (time: number): void => {
    frame = 0;
    const isAfterLong = queue.length > 0 && time - lastFrameAt > LONG_FRAME_MS;
    lastFrameAt = time;
    const startedAt = performance.now();
    const isOver = (): boolean => performance.now() - startedAt > (isAfterLong ? SMALL_BUDGET_MS : BUDGET_MS);
    if (sift(isOver)) isPlanned = true;
    if (isPlanned && queue.length === 0) begin(time);
    for (let name = queue.shift(); name !== undefined; name = isOver() ? undefined : queue.shift()) lookFor(name);
    costMs += performance.now() - startedAt;
    if (queue.length > 0) plan();
  };
  /** Rests with a timer, so that no frame is asked for in vain. */
  const begin = (time: number): void => {
    const restMs = lastAllAt + (costMs > COSTLY_MS ? LONG_REST_MS : REST_MS) - time;
    if (restMs > 0) timer = view.setTimeout(wake, restMs);
    else [isPlanned, lastAllAt, costMs, queue] = [false, time, 0, [...names()]];
  };
  const wake = (): void => {
    timer = 0;
    plan();
  };
  const planAll = (): void => {
    isPlanned = true;
    plan();
  };
  const stopTimer = (): void => {
    view.clearTimeout(timer);
    timer = 0;
  };

  return {
    get isPlanned() {
      return isPlanned;
    },
    plan,
    planAll,
    planAllNow() {
      lastAllAt = -Infinity;
      stopTimer();
      planAll();
    },
    stop() {
      view.cancelAnimationFrame(frame);
      stopTimer();
      [isPlanned, queue, frame] = [false, [], 0];
    },
  };
}
