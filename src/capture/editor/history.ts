/** What was, what is, and what was undone. A value: every act gives the next one. */
export interface History<State> {
  readonly past: readonly State[];
  readonly now: State;
  readonly future: readonly State[];
  /** Names the act that made `now`; the next act with the same name joins it. */
  readonly act: string | undefined;
}

/** More steps than this are forgotten, oldest first. */
export const STEPS_KEPT = 100;

/** A history in which nothing has happened. */
export const startHistory = <State>(now: State): History<State> => ({ past: [], now, future: [], act: undefined });

/** Adds a step. Steps in a row with the same `act` (a drag, an arrow key held down) are undone together. */
export function did<State>(history: History<State>, next: State, act?: string): History<State> {
  if (Object.is(next, history.now)) return history;
  const isSameAct = act !== undefined && act === history.act;
  const past = isSameAct ? history.past : [...history.past, history.now].slice(-STEPS_KEPT);
  return { past, now: next, future: [], act };
}

/** Goes one step back; at the beginning it stays where it is. */
export function undone<State>(history: History<State>): History<State> {
  const before = history.past.at(-1);
  return before === undefined
    ? history
    : { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future], act: undefined };
}

/** Does again what was undone last. */
export function redone<State>(history: History<State>): History<State> {
  const [next, ...future] = history.future;
  return next === undefined ? history : { past: [...history.past, history.now], now: next, future, act: undefined };
}
