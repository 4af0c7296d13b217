import fc from 'fast-check';
import {
  COLOURS,
  noAnnotations,
  withShape,
  type Annotations,
  type NewShape,
} from '../../../../src/capture/editor/annotation';
import type { Point, Size } from '../../../../src/capture/editor/geometry';
import type { Tool } from '../../../../src/capture/editor/gesture';
import { shapeAt, type ShapeStyle } from '../../../../src/capture/editor/newShape';

/** A picture of an ordinary size. */
export const SIZE: Size = { width: 960, height: 600 };

/** How new shapes look in these tests. */
export const STYLE: ShapeStyle = { size: SIZE, colour: 'red', text: 'Tekst', ems: 2.5 };

/** Places on the picture, and beside it: a pointer may leave. */
export const places: fc.Arbitrary<Point> = fc.tuple(
  fc.integer({ min: -400, max: 1400 }),
  fc.integer({ min: -400, max: 1000 }),
);

const kinds = fc.constantFrom('pen', 'arrow', 'box', 'redact', 'text', 'number');
const drawn: fc.Arbitrary<NewShape> = fc
  .tuple(kinds, places, fc.constantFrom(...COLOURS))
  .map(([kind, at, colour]) => shapeAt(kind, at, { ...STYLE, colour }));

/** Pictures with anything on them. */
export const pictures: fc.Arbitrary<Annotations> = fc
  .array(drawn, { maxLength: 6 })
  .map((shapes) => shapes.reduce(withShape, noAnnotations(SIZE)));

/** What the pointer may be doing. */
export const tools: fc.Arbitrary<Tool> = fc.constantFrom(
  'select',
  'crop',
  'pen',
  'arrow',
  'box',
  'redact',
  'text',
  'number',
);

/** Makes a picture with these shapes. */
export const aPicture = (...shapes: readonly NewShape[]): Annotations => shapes.reduce(withShape, noAnnotations(SIZE));

/** Makes a box. */
export const aBox = (x = 100, y = 100, [width, height] = [200, 80]): NewShape => ({
  kind: 'box',
  colour: 'red',
  box: [x, y, width ?? 200, height ?? 80],
});
