/** What was, what is, and what was taken back. A value: every act gives the next one. */
export interface Editing<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** The field that made `present`; typing on in it joins the same step. */
  readonly key?: string;
}

/** More steps than this are forgotten, oldest first. */
export const STEPS_KEPT = 200;

/** An editing in which nothing has happened. */
export const startEditing = <State>(present: State): Editing<State> => ({ past: [], present, future: [] });

/**
 * Goes on with the next state. Edits in a row with the same `key` (a letter more in one field) are one step;
 * without a key each is its own.
 */
export function edit<State>(editing: Editing<State>, next: State, key?: string): Editing<State> {
  if (Object.is(next, editing.present)) return editing;
  const isSameField = key !== undefined && key === editing.key;
  const past = isSameField ? editing.past : [...editing.past, editing.present].slice(-STEPS_KEPT);
  return { past, present: next, future: [], ...(key !== undefined && { key }) };
}

/** Takes the last step back; at the beginning it stays as it is. */
export function undo<State>(editing: Editing<State>): Editing<State> {
  const before = editing.past.at(-1);
  return before === undefined
    ? editing
    : { past: editing.past.slice(0, -1), present: before, future: [editing.present, ...editing.future] };
}

/** Does again what was taken back last. */
export function redo<State>(editing: Editing<State>): Editing<State> {
  const [next, ...future] = editing.future;
  return next === undefined ? editing : { past: [...editing.past, editing.present], present: next, future };
}
