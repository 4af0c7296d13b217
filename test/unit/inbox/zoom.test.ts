import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitView, panBy, pinchOf, sameView, zoomAt, type Bounds, type View } from '../../../demo/inbox/zoom';

const stage = { width: 800, height: 600 };
const wide: Bounds = { picture: { width: 1600, height: 600 }, stage };

/** Which spot of the picture lies under a spot of the stage. */
const under = (view: View, x: number, y: number): readonly number[] => [
  (x - view.x) / view.scale,
  (y - view.y) / view.scale,
];

describe('looking at a picture', () => {
  it('shows the whole picture in the middle', () => {
    expect(fitView(wide)).toEqual({ scale: 0.5, x: 0, y: 150 });
  });
  it('does not blow up a small picture', () => {
    expect(fitView({ picture: { width: 100, height: 100 }, stage })).toEqual({ scale: 1, x: 350, y: 250 });
  });
  it('keeps the spot under the pointer where it is', () => {
    const start = zoomAt(fitView(wide), 4, { ...wide, point: { x: 400, y: 300 } });
    const zoomed = zoomAt(start, 1.5, { ...wide, point: { x: 300, y: 200 } });
    const [x, y] = under(start, 300, 200);
    expect(under(zoomed, 300, 200)[0]).toBeCloseTo(x ?? NaN);
    expect(under(zoomed, 300, 200)[1]).toBeCloseTo(y ?? NaN);
  });
  it('goes no smaller than the whole picture and no larger than eight times', () => {
    expect(zoomAt(fitView(wide), 0.1, { ...wide, point: { x: 0, y: 0 } }).scale).toBe(0.5);
    expect(zoomAt(fitView(wide), 1000, { ...wide, point: { x: 0, y: 0 } }).scale).toBe(8);
  });
  it('survives a picture or a stage without a size', () => {
    const empty = { picture: { width: 0, height: 0 }, stage: { width: 0, height: 0 } };
    expect(Object.values(fitView(empty)).every(Number.isFinite)).toBe(true);
    expect(Object.values(zoomAt(fitView(empty), 2, { ...empty, point: { x: 0, y: 0 } })).every(Number.isFinite)).toBe(
      true,
    );
  });
  it('never leaves more of the stage empty than it must, whatever is pressed', () => {
    const step = fc.record({
      factor: fc.double({ min: 0.3, max: 3, noNaN: true }),
      x: fc.integer({ min: -900, max: 900 }),
      y: fc.integer({ min: -900, max: 900 }),
    });
    const size = fc.record({ width: fc.integer({ min: 1, max: 4000 }), height: fc.integer({ min: 1, max: 4000 }) });
    fc.assert(
      fc.property(size, fc.array(step, { maxLength: 12 }), (picture, steps) => {
        const bounds = { picture, stage };
        const view = steps.reduce(
          (now, { factor, x, y }) => panBy(zoomAt(now, factor, { ...bounds, point: { x, y } }), { x, y }, bounds),
          fitView(bounds),
        );
        for (const [start, length, room] of [
          [view.x, picture.width * view.scale, 800],
          [view.y, picture.height * view.scale, 600],
        ] as const) {
          if (length <= room) expect(start).toBeCloseTo((room - length) / 2);
          else {
            expect(start).toBeLessThanOrEqual(0);
            expect(start + length).toBeGreaterThanOrEqual(room - 0.001);
          }
        }
      }),
    );
  });
});

describe('two fingers', () => {
  const from = [
    { x: 100, y: 100 },
    { x: 200, y: 100 },
  ] as const;
  it('that go apart make it larger around what lies between them', () => {
    expect(
      pinchOf(from, [
        { x: 50, y: 100 },
        { x: 250, y: 100 },
      ]),
    ).toEqual({ factor: 2, middle: { x: 150, y: 100 }, by: { x: 0, y: 0 } });
  });
  it('that go along together move it', () => {
    expect(
      pinchOf(from, [
        { x: 110, y: 130 },
        { x: 210, y: 130 },
      ]),
    ).toEqual({ factor: 1, middle: { x: 160, y: 130 }, by: { x: 10, y: 30 } });
  });
  it('on one spot do nothing odd', () => {
    expect(pinchOf([from[0], from[0]], from).factor).toBe(1);
  });
});

describe('comparing', () => {
  it('shows the same part of a picture of the same page at another pixel ratio', () => {
    const view = { scale: 0.5, x: -40, y: 10 };
    expect(sameView(view, { width: 1280, height: 800 }, { width: 2560, height: 1600 })).toEqual({
      ...view,
      scale: 0.25,
    });
    expect(sameView(view, { width: 1280, height: 800 }, { width: 1280, height: 640 })).toEqual(view);
  });
});
