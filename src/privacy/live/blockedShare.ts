/** Left, top, right and bottom in CSS pixels of the view. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** From this share of the view on, what is left to see is not worth recording. */
export const MOSTLY_BLOCKED = 0.5;

/** The share of the view that the boxes fill, 0 to 1. What lies under several boxes counts once. */
export function blockedShare(boxes: readonly Box[], view: { readonly width: number; readonly height: number }): number {
  const area = view.width * view.height;
  if (area <= 0) return 0;
  const within = boxes
    .map(([left, top, right, bottom]): Box => [
      Math.max(0, left),
      Math.max(0, top),
      Math.min(view.width, right),
      Math.min(view.height, bottom),
    ])
    .filter(([left, top, right, bottom]) => right > left && bottom > top);
  const edges = [...new Set(within.flatMap(([left, , right]) => [left, right]))].sort((one, other) => one - other);
  const filled = edges.slice(1).reduce((sum, right, index) => {
    const left = edges[index] ?? right;
    return sum + (right - left) * filledHeight(within.filter((box) => box[0] <= left && box[2] >= right));
  }, 0);
  return filled / area;
}

/** How much of a column the boxes that cross it fill. */
function filledHeight(crossing: readonly Box[]): number {
  let [filled, reached] = [0, 0];
  for (const [, top, , bottom] of [...crossing].sort((one, other) => one[1] - other[1])) {
    filled += Math.max(0, bottom - Math.max(top, reached));
    reached = Math.max(reached, bottom);
  }
  return filled;
}
