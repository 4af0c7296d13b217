/** A place on the picture, in the units of its size. */
export type Point = readonly [x: number, y: number];

/** Left, top, width, height. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** How large something is. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Holds a number between two others; where they cross, the least wins. */
export const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(most, value));

/** The box that two opposite corners span. */
export const boxOf = ([ax, ay]: Point, [bx, by]: Point): Box => [
  Math.min(ax, bx),
  Math.min(ay, by),
  Math.abs(ax - bx),
  Math.abs(ay - by),
];

/** The box around points. */
export function boxAround(points: readonly Point[]): Box {
  const across = points.map(([x]) => x);
  const down = points.map(([, y]) => y);
  return boxOf([Math.min(...across), Math.min(...down)], [Math.max(...across), Math.max(...down)]);
}

/** The box around a middle. */
export const boxAt = ([x, y]: Point, { width, height }: Size): Box => [x - width / 2, y - height / 2, width, height];

/** The middle of a box. */
export const middleOf = ([x, y, width, height]: Box): Point => [x + width / 2, y + height / 2];

/** A point that lies on the picture. */
export const pointInside = ([x, y]: Point, { width, height }: Size): Point => [
  between(0, x, width),
  between(0, y, height),
];

/** A box that lies on the picture and is at least this large: moved first, made smaller only when it does not fit. */
export function boxInside([x, y, width, height]: Box, size: Size, least = 0): Box {
  const across = between(Math.min(least, size.width), width, size.width);
  const down = between(Math.min(least, size.height), height, size.height);
  return [between(0, x, size.width - across), between(0, y, size.height - down), across, down];
}

/** A box with room around it on every side. */
export const withRoom = ([x, y, width, height]: Box, by: number): Box => [
  x - by,
  y - by,
  width + by * 2,
  height + by * 2,
];

/** What of a box lies on the picture, and so far from its edges. */
export const boxWithin = ([x, y, width, height]: Box, size: Size, edge: number): Box =>
  boxOf(
    [between(edge, x, size.width - edge), between(edge, y, size.height - edge)],
    [between(edge, x + width, size.width - edge), between(edge, y + height, size.height - edge)],
  );

/** Tells whether a point lies in a box, or less than `reach` outside it. */
export const isIn = ([x, y, width, height]: Box, [px, py]: Point, reach = 0): boolean =>
  px >= x - reach && px <= x + width + reach && py >= y - reach && py <= y + height + reach;

/** How far a point is from a line between two others. */
export function distanceToLine([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : between(0, ((px - ax) * dx + (py - ay) * dy) / length, 1);
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}

/** Tells whether two boxes share more than an edge. */
export const overlap = ([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): boolean =>
  ax < bx + bw && bx < ax + aw && ay < by + bh && by < ay + ah;
