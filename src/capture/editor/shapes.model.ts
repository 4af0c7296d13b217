import { createModel, signal } from '@preact/signals-core';
import { withCrop, withShape, type Colour, type NewShape, type ShapeKind } from './annotation';
import { ChosenModel } from './chosen.model';
import { boxAt, middleOf, type Box } from './geometry';
import type { Tool } from './gesture';
import { shapeAt, shapeOn, type ShapeStyle } from './newShape';
import { PointerModel } from './pointer.model';
import type { WorkModelInstance } from './work.model';

/** What drawing needs from outside. */
export interface ShapesDeps {
  /** What a new text says until it is written. */
  readonly newText: string;
  /** Width of a text in heights of its letters. */
  measure(text: string): number;
}

/** Drawing, by pointer and by key: both end in the same acts. */
export const ShapesModel = createModel(({ newText, measure }: ShapesDeps, work: WorkModelInstance) => {
  const { annotations, selected, change, tell } = work;
  const tool = signal<Tool>('select');
  const colour = signal<Colour>('red');
  const style = (): ShapeStyle => ({
    size: annotations.peek().size,
    colour: colour.peek(),
    text: newText,
    ems: measure(newText),
  });
  const add = (added: NewShape): void => {
    change(withShape(annotations.peek(), added));
    const shape = annotations.peek().shapes.at(-1);
    selected.value = shape?.id;
    if (shape) tell({ kind: 'placed', shape });
  };

  return {
    tool,
    colour,
    pointer: new PointerModel({ work, tool, style }),
    chosen: new ChosenModel({ work, colour, measure }),
    /** Puts a shape of a usual size in the middle of what is left of the picture; with `crop`, cuts its edges. */
    placeInMiddle(kind: ShapeKind | 'crop'): void {
      const { size, crop = [0, 0, size.width, size.height], shapes } = annotations.peek();
      const [x, y] = middleOf(crop);
      const beside = (shapes.length % 5) * size.height * 0.03; // not right on top of the one before
      if (kind !== 'crop') return add(shapeAt(kind, [x + beside, y + beside], style()));
      change(withCrop(annotations.peek(), boxAt([x, y], { width: crop[2] * 0.8, height: crop[3] * 0.8 })));
      selected.value = 'crop';
      tell({ kind: 'cropped' });
    },
    /** Puts a shape on a part of the picture. */
    placeOn: (kind: ShapeKind, part: Box): void => add(shapeOn(kind, part, style())),
  };
});

/** Drawing on one picture. */
export type ShapesModelInstance = InstanceType<typeof ShapesModel>;
