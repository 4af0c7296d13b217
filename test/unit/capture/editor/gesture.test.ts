import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noAnnotations, withCrop } from '../../../../src/capture/editor/annotation';
import { begin, carry, outcome, tapped, type Press } from '../../../../src/capture/editor/gesture';
import { marksOf } from '../../../../src/capture/editor/drawing';
import { aBox, aPicture, pictures, places, SIZE, STYLE, tools } from './drawings';

const press = (change: Partial<Press> = {}): Press => ({
  annotations: aPicture(aBox()),
  tool: 'select',
  selected: undefined,
  at: [150, 150],
  reach: 8,
  ...change,
});

describe('a pointer on the picture', () => {
  it('with the choosing tool takes what lies under it', () => {
    expect(begin(press())).toMatchObject({ kind: 'move', what: 1 });
    expect(begin(press({ at: [800, 500] }))).toBeUndefined();
  });

  it('with a drawing tool draws over everything but what is chosen', () => {
    expect(begin(press({ tool: 'arrow' }))).toMatchObject({ kind: 'draw', shape: 'arrow' });
    expect(begin(press({ tool: 'arrow', selected: 1 }))).toMatchObject({ kind: 'move', what: 1 });
  });

  it('takes a corner of what is chosen before all else', () => {
    expect(begin(press({ tool: 'pen', selected: 1, at: [302, 182] }))).toMatchObject({ kind: 'pull', grip: 'se' });
  });

  it('moves and pulls the crop while that is chosen', () => {
    const annotations = withCrop(noAnnotations(SIZE), [100, 100, 300, 200]);
    expect(begin(press({ annotations, tool: 'crop', selected: 'crop' }))).toMatchObject({ kind: 'move', what: 'crop' });
    const pull = begin(press({ annotations, tool: 'crop', selected: 'crop', at: [400, 300] }));
    expect(pull && outcome(carry(pull, [500, 400]), STYLE).crop).toEqual([100, 100, 400, 300]);
    const cut = begin(press({ annotations, tool: 'crop', at: [10, 10] }));
    expect(cut && outcome(carry(cut, [90, 70]), STYLE).crop).toEqual([10, 10, 80, 60]);
  });

  it('leaves the picture as it was before as long as it is down, whatever it does', () => {
    fc.assert(
      fc.property(pictures, tools, fc.array(places, { minLength: 1, maxLength: 6 }), (annotations, tool, path) => {
        const [at = [0, 0], ...rest] = path;
        const gesture = begin(press({ annotations, tool, at }));
        if (!gesture) return;
        const carried = rest.reduce((now, point) => carry(now, point), gesture);
        const after = outcome(carried, STYLE);
        expect(carried.before).toBe(annotations);
        expect(after.shapes.length - annotations.shapes.length).toBe(gesture.kind === 'draw' ? 1 : 0);
      }),
    );
  });

  it('that only taps puts down a shape of a usual size, or chooses', () => {
    const draw = begin(press({ tool: 'redact', at: [500, 400] }));
    expect(draw && tapped(draw, STYLE).shapes).toHaveLength(2);
    const choose = begin(press());
    expect(choose && tapped(choose, STYLE)).toBe(choose?.before);
  });
});

describe('what is drawn', () => {
  it('is written as paths that a browser can read, and only what covers has no light edge', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        for (const shape of picture.shapes) {
          const marks = marksOf(shape, picture);
          expect(marks.flatMap((mark) => (mark.kind === 'words' ? [] : mark.path)).join('')).toMatch(
            /^[\dMLQZhvae.\s-]+$/,
          );
          expect(marks.some(({ paint }) => paint === '#ffffff')).toBe(shape.kind !== 'redact');
        }
      }),
    );
  });
});
