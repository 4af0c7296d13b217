import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edit, redo, startEditing, STEPS_KEPT, undo, type Editing } from '../../../src/designer';

const typed = (editing: Editing<string>, field: string, ...states: readonly string[]): Editing<string> =>
  states.reduce((now, state) => edit(now, state, field), editing);

test('what is typed in one field is taken back at once', () => {
  const editing = typed(startEditing(''), 'title', 'O', 'Op', 'Ops');
  expect(undo(editing).present).toBe('');
  expect(redo(undo(editing)).present).toBe('Ops');
});

test('another field, another step; and typing on after taking back is a new one', () => {
  const both = typed(typed(startEditing(''), 'title', 'a', 'ab'), 'body', 'ab c');
  expect(undo(both).present).toBe('ab');
  expect(undo(undo(both)).present).toBe('');
  const on = typed(undo(both), 'body', 'ab d', 'ab de');
  expect(undo(on).present).toBe('ab');
  expect(redo(on)).toBe(on);
});

test('acts without a field are steps of their own', () => {
  const editing = edit(edit(startEditing('a'), 'b'), 'c');
  expect(undo(editing).present).toBe('b');
  expect(edit(editing, 'c')).toBe(editing);
});

test('at the ends nothing happens', () => {
  const editing = startEditing('a');
  expect(undo(editing)).toBe(editing);
  expect(redo(editing)).toBe(editing);
});

test('the oldest of more than 200 steps are forgotten', () => {
  const states = Array.from({ length: STEPS_KEPT + 50 }, (_none, index) => String(index));
  const editing = states.reduce((now, state) => edit(now, state), startEditing('begin'));
  expect(editing.past).toHaveLength(STEPS_KEPT);
  const first = states.reduce((now) => undo(now), editing);
  expect(first.present).toBe('49');
});

test('taking all back and doing all again ends where it began', () => {
  const act = fc.tuple(fc.string({ maxLength: 3 }), fc.option(fc.constantFrom('a', 'b'), { nil: undefined }));
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const editing = acts.reduce((now, [state, key]) => edit(now, state, key), startEditing('begin'));
      const back = editing.past.reduce((now) => undo(now), editing);
      expect(back.present).toBe('begin');
      expect(editing.past.reduce((now) => redo(now), back).present).toBe(editing.present);
    }),
  );
});
