import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  coveredCount,
  isUntouched,
  moved,
  noAnnotations,
  onPicture,
  placeAmong,
  shapeAt,
  withChanged,
  withCovered,
  withCrop,
  withOrder,
  withoutBlank,
  withoutShape,
  withRevealed,
  type Annotations,
  type Shape,
} from '../../../../src/capture/editor/annotation';
import { grown } from '../../../../src/capture/editor/grips';
import { shift } from '../../../../src/capture/editor/gesture';
import { aBox, aPicture, pictures, places, SIZE } from './drawings';

const first = (picture: Annotations): Shape => {
  const [shape] = picture.shapes;
  if (!shape) throw new Error('there is no shape');
  return shape;
};
const isOnPicture = (shape: Shape, { width, height } = SIZE): boolean => {
  const [x, y, across, down] = boundsOf(shape, { width, height });
  return x >= -0.01 && y >= -0.01 && x + across <= width + 0.01 && y + down <= height + 0.01;
};

describe('shapes on a picture', () => {
  it('lie on it, wherever they are drawn, moved or pulled to', () => {
    fc.assert(
      fc.property(pictures, places, places, (picture, by, more) => {
        for (const { id } of picture.shapes) {
          const away = shift(picture, id, by);
          const shape = away.shapes.find((one) => one.id === id);
          if (!shape) throw new Error('moving loses no shape');
          const larger = withChanged(away, grown(shape, more, SIZE));
          expect([...picture.shapes, ...away.shapes, ...larger.shapes].filter((one) => !isOnPicture(one))).toEqual([]);
        }
      }),
    );
  });

  it('keep their size when they are moved', () => {
    fc.assert(
      fc.property(pictures, places, (picture, by) => {
        for (const shape of picture.shapes) {
          const [, , width, height] = boundsOf(shape, SIZE);
          const [, , after, below] = boundsOf(moved(shape, by, SIZE), SIZE);
          expect([after, below]).toEqual([expect.closeTo(width, 6), expect.closeTo(height, 6)]);
        }
      }),
    );
  });

  it('have ids of their own, also after others went', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const fewer = picture.shapes[0] ? withoutShape(picture, picture.shapes[0].id) : picture;
        const more = aBoxOn(fewer);
        expect(new Set(more.shapes.map(({ id }) => id)).size).toBe(more.shapes.length);
      }),
    );
  });

  it('lie on a smaller picture as well, when it was made again; then nothing is shown any more', () => {
    const small = { width: 300, height: 200 };
    fc.assert(
      fc.property(pictures, (picture) => {
        const after = onPicture(withRevealed(picture, { spot: 1, at: 0 }), small);
        expect(after.shapes.filter((shape) => shape.kind !== 'text' && !isOnPicture(shape, small))).toEqual([]);
        expect(after.revealed).toEqual([]);
      }),
    );
  });

  it('are found by what lies in front', () => {
    const picture = aPicture(aBox(), aBox(150, 120));
    expect(shapeAt(picture, [160, 130], 4)?.id).toBe(2);
    expect(shapeAt(withOrder(picture, 2, 'back'), [160, 130], 4)?.id).toBe(1);
    expect(shapeAt(picture, [800, 500], 4)).toBeUndefined();
  });

  it('stay where they are at the very front and the very back', () => {
    const picture = aPicture(aBox(), aBox());
    expect(withOrder(picture, 2, 'front')).toBe(picture);
    expect(withOrder(picture, 1, 'back')).toBe(picture);
  });

  it('that are thin are found a little beside the line, not far from it', () => {
    const picture = aPicture({ kind: 'arrow', colour: 'red', from: [100, 100], to: [300, 300] });
    expect(shapeAt(picture, [204, 196], 8)?.id).toBe(1);
    expect(shapeAt(picture, [240, 160], 8)).toBeUndefined();
  });
});

describe('numbers', () => {
  const at = (x: number) => ({ kind: 'number', colour: 'red', at: [x, 100] }) as const;

  it('count by themselves, and count on when one goes', () => {
    const picture = aPicture(at(100), aBox(), at(200), at(300));
    const names = (now: Annotations) =>
      now.shapes.filter(({ kind }) => kind === 'number').map((one) => placeAmong(now, one));
    expect(names(picture)).toEqual([1, 2, 3]);
    expect(names(withoutShape(picture, 3))).toEqual([1, 2]);
    expect(names(withOrder(picture, 4, 'back'))).toEqual([1, 3, 2]); // drawn earlier, not counted earlier
  });
});

describe('texts', () => {
  const text = (words: string) =>
    ({ kind: 'text', colour: 'red', at: [10, 10], text: words, letter: 20, ems: 3 }) as const;

  it('without words go away, others stay', () => {
    expect(withoutBlank(aPicture(text(' '), text('hier'), aBox())).shapes.map(({ id }) => id)).toEqual([2, 3]);
    const picture = aPicture(text('hier'));
    expect(withoutBlank(picture)).toBe(picture);
  });

  it('become smaller rather than stick out', () => {
    expect(isOnPicture(first(aPicture({ ...text('lang'), ems: 400 })))).toBe(true);
  });
});

describe('what is covered', () => {
  const spots = [
    { id: 0, box: [10, 10, 50, 20] },
    { id: 1, box: [400, 300, 50, 20] },
  ] as const;

  it('is counted: spots that are not shown, and what was covered by hand', () => {
    const picture = aPicture({ kind: 'redact', colour: 'red', box: [500, 300, 100, 40] });
    expect(coveredCount(picture, spots)).toBe(3);
    expect(coveredCount(withRevealed(picture, { spot: 0, at: 5 }), spots)).toBe(2);
  });

  it('does not count what was cut off', () => {
    const picture = aPicture({ kind: 'redact', colour: 'red', box: [500, 300, 100, 40] });
    expect(coveredCount(withCrop(picture, [0, 0, 200, 200]), spots)).toBe(1);
  });

  it('is shown once, however often it is asked for, and covered again', () => {
    const shown = withRevealed(noAnnotations(SIZE), { spot: 0, at: 5 });
    expect(withRevealed(shown, { spot: 0, at: 9 })).toBe(shown);
    expect(isUntouched(withCovered(shown, 0))).toBe(true);
    expect(isUntouched(shown)).toBe(false);
  });
});

describe('a crop', () => {
  it('stays on the picture and never gets too small to see', () => {
    fc.assert(
      fc.property(places, places, ([x, y], [width, height]) => {
        const { crop } = withCrop(noAnnotations(SIZE), [x, y, width, height]);
        const [left, top, across, down] = crop ?? [0, 0, 0, 0];
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(left + across).toBeLessThanOrEqual(SIZE.width);
        expect(top + down).toBeLessThanOrEqual(SIZE.height);
        expect(Math.min(across, down)).toBeGreaterThanOrEqual(12);
      }),
    );
  });
});

const aBoxOn = (picture: Annotations): Annotations => ({
  ...picture,
  shapes: [...picture.shapes, ...aPicture(aBox()).shapes.map((shape) => ({ ...shape, id: picture.nextId }))],
});
