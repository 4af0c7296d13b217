import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  lineWidth,
  noAnnotations,
  withShape,
  type ShapeKind,
} from '../../../../src/capture/editor/annotation';
import type { Box, Size } from '../../../../src/capture/editor/geometry';
import { shapeOn } from '../../../../src/capture/editor/newShape';
import { namedLandmarks, type Landmark } from '../../../../src/capture/editor/pageParts';

const SIZE: Size = { width: 1280, height: 800 };
const on = (kind: ShapeKind, part: Box) => {
  const made = shapeOn(kind, part, { size: SIZE, colour: 'red', text: 'Tekst', ems: 3 });
  const [shape] = withShape(noAnnotations(SIZE), made).shapes;
  if (!shape) throw new Error('there is no shape');
  return shape;
};

describe('parts of the page', () => {
  it('have each a name of their own', () => {
    const box: Box = [0, 0, 1, 1];
    const landmarks: readonly Landmark[] = [
      { kind: 'table', label: '', box },
      { kind: 'table', label: 'Medicatie', box },
      { kind: 'table', label: '', box },
      { kind: 'main', label: '', box },
    ];
    expect(namedLandmarks(landmarks).map(({ ordinal }) => ordinal)).toEqual([1, 0, 2, 0]);
  });

  it('take a frame of which every line lies on the picture, also when they are as large as the picture', () => {
    const edge = lineWidth(SIZE) / 2;
    expect(boundsOf(on('box', [0, 0, 1280, 800]), SIZE)).toEqual([edge, edge, 1280 - edge * 2, 800 - edge * 2]);
  });

  it('take a whole arrow that ends in the part or at its edge, wherever the part is', () => {
    const parts = fc
      .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 600 }))
      .chain(([x, y]) =>
        fc.tuple(
          fc.constant(x),
          fc.constant(y),
          fc.integer({ min: 150, max: SIZE.width - x }),
          fc.integer({ min: 150, max: SIZE.height - y }),
        ),
      );
    fc.assert(
      fc.property(parts, ([x, y, width, height]) => {
        const shape = on('arrow', [x, y, width, height]);
        if (shape.kind !== 'arrow') throw new Error('it is no arrow');
        const [[fromX, fromY], [toX, toY]] = [shape.from, shape.to];
        expect(toX - fromX).toBe(lineWidth(SIZE) * 25);
        expect(fromY - toY).toBe(lineWidth(SIZE) * 18);
        expect(toX >= x && toX <= x + width && toY >= y && toY <= y + height).toBe(true);
      }),
    );
  });
});
