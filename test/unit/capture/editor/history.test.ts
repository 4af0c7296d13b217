import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { did, redone, startHistory, STEPS_KEPT, undone } from '../../../../src/capture/editor/history';

describe('the history of a picture', () => {
  it('undoes to the beginning and does everything again, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1 }), { maxLength: 40 }), (steps) => {
        const end = steps.reduce((history, step, at) => did(history, `${step}-${at}`), startHistory('start'));
        const back = steps.reduce((history) => undone(history), end);
        expect(back.now).toBe('start');
        expect(steps.reduce((history) => redone(history), back).now).toBe(end.now);
      }),
    );
  });

  it('undoes one act at once: keys that were held down, a line that was drawn', () => {
    const moved = ['a', 'b', 'c'].reduce((history, step) => did(history, step, 'moved 1'), startHistory('start'));
    expect(undone(moved).now).toBe('start');
    const other = did(moved, 'd', 'moved 2');
    expect(undone(other).now).toBe('c');
  });

  it('begins a new act after undo, also for the same shape', () => {
    const history = did(undone(did(startHistory('start'), 'a', 'moved 1')), 'b', 'moved 1');
    expect(undone(history).now).toBe('start');
    expect(history.future).toEqual([]);
  });

  it('takes nothing for a step that changes nothing, and stops at both ends', () => {
    const start = startHistory('start');
    expect(did(start, 'start')).toBe(start);
    expect(undone(start)).toBe(start);
    expect(redone(start)).toBe(start);
  });

  it('forgets the oldest steps', () => {
    const steps = Array.from({ length: STEPS_KEPT + 5 }, (_, at) => at + 1);
    expect(steps.reduce((history, step) => did(history, step), startHistory(0)).past).toHaveLength(STEPS_KEPT);
  });
});
