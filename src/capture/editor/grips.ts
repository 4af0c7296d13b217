import { assertNever } from '../../foundation/assertNever';
import { boundsOf, leastSide, lineWidth, type Shape } from './annotation';
import { boxOf, type Box, type Point, type Size } from './geometry';

/** Where a shape can be taken hold of to change its size. */
export type GripName = 'from' | 'to' | 'nw' | 'ne' | 'sw' | 'se';

/** A grip of a shape, and where it is. */
export interface Grip {
  readonly name: GripName;
  readonly at: Point;
}

/** The grips of a shape: ends of an arrow, corners of a box. A number has one size, so it has none. */
export function gripsOf(shape: Shape, size: Size): readonly Grip[] {
  if (shape.kind === 'number') return [];
  if (shape.kind === 'arrow')
    return [
      { name: 'from', at: shape.from },
      { name: 'to', at: shape.to },
    ];
  const corners = cornersOf(boundsOf(shape, size));
  return shape.kind === 'text' ? corners.filter(({ name }) => name === 'se') : corners;
}

/** The corners of a box. */
export const cornersOf = ([x, y, width, height]: Box): readonly Grip[] => [
  { name: 'nw', at: [x, y] },
  { name: 'ne', at: [x + width, y] },
  { name: 'sw', at: [x, y + height] },
  { name: 'se', at: [x + width, y + height] },
];

/** What a pull needs. */
export interface Pull {
  readonly grip: GripName;
  readonly to: Point;
  readonly size: Size;
}

/** Pulls a grip of a shape to a point. The picture's edge holds it once the shape is put on the picture. */
export function pulled(shape: Shape, { grip, to, size }: Pull): Shape {
  const bounds = boundsOf(shape, size);
  switch (shape.kind) {
    case 'number':
      return shape;
    case 'arrow':
      return grip === 'from' || grip === 'to' ? { ...shape, [grip]: to } : shape;
    case 'box':
    case 'redact':
      return { ...shape, box: pulledBox(shape.box, grip, to) };
    case 'text':
      return { ...shape, letter: Math.max(lineWidth(size) * 2, (shape.letter * (to[0] - shape.at[0])) / bounds[2]) };
    case 'pen':
      return { ...shape, points: stretched(shape.points, bounds, pulledBox(bounds, grip, to)) };
    default:
      return assertNever(shape);
  }
}

const OPPOSITE: Readonly<Record<GripName, GripName>> = {
  nw: 'se',
  ne: 'sw',
  sw: 'ne',
  se: 'nw',
  from: 'to',
  to: 'from',
};

/** Pulls a corner of a box; the corner opposite stays where it is. */
export function pulledBox(box: Box, grip: GripName, to: Point): Box {
  const held = cornersOf(box).find(({ name }) => name === OPPOSITE[grip]);
  return held ? boxOf(held.at, to) : box;
}

/** Makes a shape wider and higher by keys: its last corner, or the head of an arrow. A text grows by either. */
export function grown(shape: Shape, [dx, dy]: Point, size: Size): Shape {
  const grip = gripsOf(shape, size).at(-1);
  if (!grip) return shape;
  const least = leastSide(size);
  const [x, y] = boundsOf(shape, size);
  const [across, down]: Point = shape.kind === 'text' ? [dx + dy, 0] : [dx, dy];
  const to: Point = [grip.at[0] + across, grip.at[1] + down];
  const held: Point = shape.kind === 'arrow' ? to : [Math.max(x + least, to[0]), Math.max(y + least, to[1])];
  return pulled(shape, { grip: grip.name, to: held, size });
}

function stretched(
  points: readonly Point[],
  [x, y, width, height]: Box,
  [toX, toY, toWidth, toHeight]: Box,
): readonly Point[] {
  const across = width === 0 ? 1 : toWidth / width;
  const down = height === 0 ? 1 : toHeight / height;
  return points.map(([px, py]) => [toX + (px - x) * across, toY + (py - y) * down]);
}
