/** Everything is looked for this often at most, and less often when that takes long: a fiftieth of the time goes to it then. Milliseconds. */
export const REST_MS = 100;
const LONG_REST_MS = 500;
const LONG_REST_TIMES = 50;
const COSTLY_MS = 4;
/** What was not found by so many long looks, one after another, is not looked for on this page any more: ten seconds and more. */
const MOST_COSTLY = 20;

/** What looking for everything costs, and what follows from it. */
export interface Costs {
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

/** Weighs looks; `onCostly` as in `PaceOptions`. */
export function weighLooks(onCostly: (level: 1 | 2) => void): Costs {
  let [costMs, costly, told] = [0, 0, 0];
  const isOver = (): boolean => costly >= MOST_COSTLY;
  return {
    get isOver() {
      return isOver();
    },
    get restMs() {
      return costMs > COSTLY_MS ? Math.max(LONG_REST_MS, costMs * LONG_REST_TIMES) : REST_MS;
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
