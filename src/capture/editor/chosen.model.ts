import { createModel, type Signal } from '@preact/signals-core';
import {
  shapeIn,
  withChanged,
  withCrop,
  withOrder,
  withoutBlank,
  withoutShape,
  type Annotations,
  type Colour,
} from './annotation';
import type { Point } from './geometry';
import { shift } from './gesture';
import { grown, pulledBox } from './grips';
import type { WorkModelInstance } from './work.model';

/** What changing a shape needs. */
export interface ChosenDeps {
  readonly work: WorkModelInstance;
  readonly colour: Signal<Colour>;
  /** Width of a text in heights of its letters. */
  measure(text: string): number;
}

/** What is done to the shape, or the crop, that is chosen. */
export const ChosenModel = createModel(({ work, colour, measure }: ChosenDeps) => {
  const { annotations, selected, change, tell } = work;

  /** Keys that are pressed one after the other are undone together. */
  const alter = (kind: 'moved' | 'sized', next: (what: number | 'crop') => Annotations): void => {
    const what = selected.peek();
    if (what === undefined) return;
    change(next(what), `${kind} ${what}`);
    const shape = work.shape.peek();
    if (shape) tell({ kind, shape });
  };

  return {
    /** Chooses a shape, the crop, or nothing. A text that was left without words goes away. */
    select(what: number | 'crop' | undefined): void {
      if (selected.peek() === what) return;
      selected.value = what;
      const tidy = withoutBlank(annotations.peek());
      if (tidy !== annotations.peek()) change(tidy);
    },
    nudge: (by: Point): void => alter('moved', (what) => shift(annotations.peek(), what, by)),
    grow: (by: Point): void => alter('sized', (what) => grownIn(annotations.peek(), what, by)),
    /** Takes it away. */
    remove(): void {
      const shape = work.shape.peek();
      if (selected.peek() === 'crop') {
        change(withCrop(annotations.peek(), undefined));
        tell({ kind: 'uncropped' });
      } else if (shape) {
        change(withoutShape(annotations.peek(), shape.id));
        tell({ kind: 'removed', shape });
      }
    },
    order(to: 'front' | 'back'): void {
      const shape = work.shape.peek();
      if (!shape) return;
      change(withOrder(annotations.peek(), shape.id, to));
      tell({ kind: to, shape });
    },
    /** Writes the chosen text. */
    write(text: string): void {
      const shape = work.shape.peek();
      if (shape?.kind === 'text')
        change(withChanged(annotations.peek(), { ...shape, text, ems: measure(text) }), `write ${shape.id}`);
    },
    /** Colours what is chosen, and what is drawn next. */
    paint(next: Colour): void {
      colour.value = next;
      const shape = work.shape.peek();
      if (shape && shape.colour !== next) change(withChanged(annotations.peek(), { ...shape, colour: next }));
    },
  };
});

function grownIn(annotations: Annotations, what: number | 'crop', by: Point): Annotations {
  const { crop, size } = annotations;
  if (what === 'crop') {
    const corner: Point | undefined = crop && [crop[0] + crop[2] + by[0], crop[1] + crop[3] + by[1]];
    return crop && corner ? withCrop(annotations, pulledBox(crop, 'se', corner)) : annotations;
  }
  const shape = shapeIn(annotations, what);
  return shape ? withChanged(annotations, grown(shape, by, size)) : annotations;
}
