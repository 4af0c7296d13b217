import { createModel, type Signal } from '@preact/signals-core';
import type { Annotations } from './annotation';
import type { Point } from './geometry';
import { begin, carry, isStroke, outcome, tapped, type Gesture, type Tool } from './gesture';
import type { ShapeStyle } from './newShape';
import type { WorkModelInstance } from './work.model';

/** What the pointer draws with. */
export interface PointerDeps {
  readonly work: WorkModelInstance;
  readonly tool: Signal<Tool>;
  style(): ShapeStyle;
}

/** One pointer on the picture: down, along, up. What it does is one step back for undo. */
export const PointerModel = createModel(({ work, tool, style }: PointerDeps) => {
  const { annotations, selected, change, tell } = work;
  let gesture: Gesture | undefined;
  let acts = 0;

  const show = (next: Annotations): void => {
    change(next, `gesture ${acts}`);
    if (gesture?.kind === 'draw') selected.value = gesture.before.nextId;
    if (gesture?.kind === 'cut' && next.crop) selected.value = 'crop';
  };
  const tellOf = (ended: Gesture): void => {
    const shape = work.shape.peek();
    if (annotations.peek() === ended.before) return;
    if (ended.kind === 'cut' || !shape) tell({ kind: 'cropped' });
    else tell({ kind: ended.kind === 'draw' ? 'placed' : ended.kind === 'pull' ? 'sized' : 'moved', shape });
  };

  return {
    /** The pointer goes down. Answers whether it holds something. */
    press(at: Point, reach: number): boolean {
      acts += 1;
      gesture = begin({ annotations: annotations.peek(), tool: tool.peek(), selected: selected.peek(), at, reach });
      selected.value = gesture && 'what' in gesture ? gesture.what : undefined;
      return gesture !== undefined;
    },
    /** It moves. */
    drag(at: Point, reach: number): void {
      if (!gesture) return;
      gesture = carry(gesture, at);
      if (isStroke(gesture, reach)) show(outcome(gesture, style()));
    },
    /** It goes up. */
    release(reach: number): void {
      const ended = gesture;
      if (!ended) return;
      if (!isStroke(ended, reach)) show(tapped(ended, style()));
      gesture = undefined;
      tellOf(ended);
    },
    /** The gesture is taken over by something else, such as a scroll: as if it never was. */
    cancel(): void {
      if (gesture) change(gesture.before, `gesture ${acts}`);
      gesture = undefined;
    },
  };
});
