/** A width and a height in CSS px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A spot in the stage, from its top left, in CSS px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a picture lies in its stage: its top left at (x, y), one picture px drawn `scale` CSS px wide. */
export interface View extends Point {
  readonly scale: number;
}

/** What a view must respect. */
export interface Bounds {
  readonly picture: Size;
  readonly stage: Size;
}

const LARGEST = 8;

/** The scale at which the whole picture is visible; a small picture is not blown up. */
export function fitScale({ picture, stage }: Bounds): number {
  if (picture.width <= 0 || picture.height <= 0) return 1;
  return Math.max(Math.min(1, stage.width / picture.width, stage.height / picture.height), 0.01);
}

/** Shows the whole picture, in the middle. */
export const fitView = (bounds: Bounds): View => settle({ scale: fitScale(bounds), x: 0, y: 0 }, bounds);

/** Zooms by a factor while the spot under `point` stays where it is, between fitting and eight times. */
export function zoomAt(view: View, factor: number, { point, ...bounds }: Bounds & { readonly point: Point }): View {
  const scale = Math.min(LARGEST, Math.max(fitScale(bounds), view.scale * factor));
  const grown = scale / view.scale;
  return settle({ scale, x: point.x - (point.x - view.x) * grown, y: point.y - (point.y - view.y) * grown }, bounds);
}

/** Moves the picture, but never so far that the stage shows more emptiness than it must. */
export const panBy = (view: View, by: Point, bounds: Bounds): View =>
  settle({ scale: view.scale, x: view.x + by.x, y: view.y + by.y }, bounds);

/** What two fingers ask that went from one pair of spots to another: how much larger, around what, and how far along. */
export function pinchOf(
  [one, other]: readonly [Point, Point],
  [oneNow, otherNow]: readonly [Point, Point],
): { readonly factor: number; readonly middle: Point; readonly by: Point } {
  const before = Math.hypot(one.x - other.x, one.y - other.y);
  const after = Math.hypot(oneNow.x - otherNow.x, oneNow.y - otherNow.y);
  const middle = { x: (oneNow.x + otherNow.x) / 2, y: (oneNow.y + otherNow.y) / 2 };
  const by = { x: middle.x - (one.x + other.x) / 2, y: middle.y - (one.y + other.y) / 2 };
  return { factor: before > 0 && after > 0 ? after / before : 1, middle, by };
}

/** How two pictures are compared: beside each other, or one over the other with a line that can be moved, or what differs. */
export type Comparison = 'beside' | 'slider' | 'difference';

/** The comparisons in the order of the screen. */
export const COMPARISONS: readonly Comparison[] = ['beside', 'slider', 'difference'];

/** How the other picture lies when it is to show the same part at the same size: pictures of one page may differ in pixels. */
export function sameView(view: View, of: Size, other: Size): View {
  const ratio = other.width > 0 ? of.width / other.width : 1;
  return { scale: view.scale * ratio, x: view.x, y: view.y };
}

/** Keeps a picture that is larger than the stage against its edges, and a smaller one in the middle. */
export function settle(view: View, { picture, stage }: Bounds): View {
  return {
    scale: view.scale,
    x: settleSide(view.x, picture.width * view.scale, stage.width),
    y: settleSide(view.y, picture.height * view.scale, stage.height),
  };
}

function settleSide(start: number, length: number, room: number): number {
  if (length <= room) return (room - length) / 2;
  return Math.min(0, Math.max(room - length, start));
}
