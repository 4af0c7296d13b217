import { assertNever } from '../../foundation/assertNever';
import { between, boxAround, boxInside, boxOf, distanceToLine, isIn, overlap, pointInside } from './geometry';
import type { Box, Point, Size } from './geometry';

/** Colours to draw in. Each is drawn with a light edge, so that it is seen on any picture. */
export const COLOURS = ['red', 'blue', 'black'] as const;
/** One of `COLOURS`. */
export type Colour = (typeof COLOURS)[number];

interface Drawn {
  readonly id: number;
  readonly colour: Colour;
}

/** Something drawn over the picture. Lengths are in the units of the picture's size. */
export type Shape =
  | (Drawn & { readonly kind: 'pen'; readonly points: readonly Point[] })
  | (Drawn & { readonly kind: 'arrow'; readonly from: Point; readonly to: Point })
  | (Drawn & { readonly kind: 'box' | 'redact'; readonly box: Box })
  | (Drawn & {
      readonly kind: 'text';
      /** Left top. */
      readonly at: Point;
      readonly text: string;
      /** Height of the letters. */
      readonly letter: number;
      /** Width of the widest line, in heights of a letter: as measured by whoever can. */
      readonly ems: number;
    })
  | (Drawn & { readonly kind: 'number'; readonly at: Point });

/** What can be drawn. */
export type ShapeKind = Shape['kind'];

type WithoutId<Some> = Some extends Shape ? Omit<Some, 'id'> : never;
/** A shape before it is on the picture. */
export type NewShape = WithoutId<Shape>;

/** A covered spot that the person chose to show. */
export interface Revealed {
  readonly spot: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Everything that was done to a picture: a value, from which any earlier picture can be drawn again. */
export interface Annotations {
  readonly size: Size;
  /** From back to front. */
  readonly shapes: readonly Shape[];
  /** What is left of the picture; all of it when absent. */
  readonly crop: Box | undefined;
  readonly revealed: readonly Revealed[];
  readonly nextId: number;
}

/** A picture on which nothing was drawn. */
export const noAnnotations = (size: Size): Annotations => ({
  size,
  shapes: [],
  crop: undefined,
  revealed: [],
  nextId: 1,
});

/** How thick lines are: it grows with the picture, so that a photo of a camera and a small window look alike. */
export const lineWidth = ({ width, height }: Size): number => between(2, Math.round(Math.max(width, height) / 240), 40);

/** Height of letters at first. */
export const letterHeight = (size: Size): number => lineWidth(size) * 5.5;

/** From the middle of a number to its edge. */
export const numberRadius = (size: Size): number => lineWidth(size) * 3.75;

/** Least width and height of a box or a crop. */
export const leastSide = (size: Size): number => lineWidth(size) * 3;

/** Height of a line of text, and the room around it, in heights of a letter. */
export const LINE = 1.3;
/** Room beside text, in heights of a letter. */
export const PADDING = 0.5;

/** The shape with this id, while it is there. */
export const shapeIn = ({ shapes }: Annotations, id: number | undefined): Shape | undefined =>
  shapes.find((shape) => shape.id === id);

/** Adds a shape in front of the others. */
export const withShape = (old: Annotations, added: NewShape): Annotations => ({
  ...old,
  shapes: [...old.shapes, inside({ ...added, id: old.nextId }, old.size)],
  nextId: old.nextId + 1,
});

/** Replaces the shape with the same id. */
export const withChanged = (old: Annotations, changed: Shape): Annotations => ({
  ...old,
  shapes: old.shapes.map((shape) => (shape.id === changed.id ? inside(changed, old.size) : shape)),
});

/** Takes a shape away. */
export const withoutShape = (old: Annotations, id: number): Annotations => ({
  ...old,
  shapes: old.shapes.filter((shape) => shape.id !== id),
});

/** Leaves out texts without words. */
export function withoutBlank(old: Annotations): Annotations {
  const shapes = old.shapes.filter((shape) => shape.kind !== 'text' || shape.text.trim() !== '');
  return shapes.length === old.shapes.length ? old : { ...old, shapes };
}

/** Keeps a part of the picture; without a box, all of it again. */
export const withCrop = (old: Annotations, crop: Box | undefined): Annotations => ({
  ...old,
  crop: crop && boxInside(crop, old.size, leastSide(old.size)),
});

/** Puts a shape one place to the front or to the back. */
export function withOrder(old: Annotations, id: number, to: 'front' | 'back'): Annotations {
  const at = old.shapes.findIndex((shape) => shape.id === id);
  const next = at + (to === 'front' ? 1 : -1);
  const [shape, other] = [old.shapes[at], old.shapes[next]];
  if (!shape || !other) return old;
  return {
    ...old,
    shapes: old.shapes.map((one) => (one === shape ? other : one === other ? shape : one)),
  };
}

/** Shows a covered spot. */
export const withRevealed = (old: Annotations, revealed: Revealed): Annotations =>
  old.revealed.some(({ spot }) => spot === revealed.spot) ? old : { ...old, revealed: [...old.revealed, revealed] };

/** Covers a spot again. */
export const withCovered = (old: Annotations, spot: number): Annotations => ({
  ...old,
  revealed: old.revealed.filter((revealed) => revealed.spot !== spot),
});

/** Lays the same work over a picture of another size: everything stays on it, nothing stays revealed. */
export const onPicture = (old: Annotations, size: Size): Annotations => ({
  ...old,
  size,
  shapes: old.shapes.map((shape) => inside(shape, size)),
  crop: old.crop && boxInside(old.crop, size, leastSide(size)),
  revealed: [],
});

/** Tells whether anything was done to the picture. */
export const isUntouched = ({ shapes, crop, revealed }: Annotations): boolean =>
  shapes.length === 0 && crop === undefined && revealed.length === 0;

/** Counts the spots of a picture that are covered, by us or by hand, and not cut off. */
export function coveredCount(
  { shapes, crop, revealed }: Annotations,
  spots: readonly { readonly id: number; readonly box: Box }[],
): number {
  const isLeft = (box: Box): boolean => crop === undefined || overlap(box, crop);
  const covered = spots.filter(({ id, box }) => isLeft(box) && !revealed.some(({ spot }) => spot === id));
  return covered.length + shapes.filter((shape) => shape.kind === 'redact' && isLeft(shape.box)).length;
}

/** Which number a shape is among the shapes of its kind, in the order in which they were made. Removing one renumbers the rest. */
export const placeAmong = ({ shapes }: Annotations, { id, kind }: Pick<Shape, 'id' | 'kind'>): number =>
  shapes.filter((other) => other.kind === kind && other.id <= id).length;

/** The box around a shape. */
export function boundsOf(shape: Shape, size: Size): Box {
  switch (shape.kind) {
    case 'pen':
      return boxAround(shape.points);
    case 'arrow':
      return boxOf(shape.from, shape.to);
    case 'box':
    case 'redact':
      return shape.box;
    case 'text':
      return [...shape.at, ...textSize(shape)];
    case 'number': {
      const radius = numberRadius(size);
      return [shape.at[0] - radius, shape.at[1] - radius, radius * 2, radius * 2];
    }
    default:
      return assertNever(shape);
  }
}

const textSize = ({
  text,
  letter,
  ems,
}: Extract<Shape, { kind: 'text' }>): readonly [width: number, height: number] => [
  (ems + PADDING * 2) * letter,
  (text.split('\n').length * LINE + PADDING * 0.6) * letter,
];

/** Moves a shape as far as the picture reaches. */
export function moved(shape: Shape, [dx, dy]: Point, size: Size): Shape {
  const [x, y, width, height] = boundsOf(shape, size);
  const across = between(-x, dx, size.width - x - width);
  const down = between(-y, dy, size.height - y - height);
  return shifted(shape, [across, down]);
}

function shifted(shape: Shape, [dx, dy]: Point): Shape {
  const by = ([x, y]: Point): Point => [x + dx, y + dy];
  switch (shape.kind) {
    case 'pen':
      return { ...shape, points: shape.points.map(by) };
    case 'arrow':
      return { ...shape, from: by(shape.from), to: by(shape.to) };
    case 'box':
    case 'redact': {
      const [x, y, width, height] = shape.box;
      return { ...shape, box: [x + dx, y + dy, width, height] };
    }
    case 'text':
    case 'number':
      return { ...shape, at: by(shape.at) };
    default:
      return assertNever(shape);
  }
}

/** Brings a shape onto the picture. */
function inside(shape: Shape, size: Size): Shape {
  const point = (one: Point): Point => pointInside(one, size);
  switch (shape.kind) {
    case 'pen':
      return { ...shape, points: shape.points.map(point) };
    case 'arrow':
      return { ...shape, from: point(shape.from), to: point(shape.to) };
    case 'box':
    case 'redact':
      return { ...shape, box: boxInside(shape.box, size, leastSide(size)) };
    case 'text':
      return moved({ ...shape, letter: fittingLetter(shape, size) }, [0, 0], size);
    case 'number':
      return moved(shape, [0, 0], size);
    default:
      return assertNever(shape);
  }
}

function fittingLetter({ text, letter, ems }: Extract<Shape, { kind: 'text' }>, size: Size): number {
  const [across, down] = [ems + PADDING * 2, text.split('\n').length * LINE + PADDING * 0.6];
  return Math.min(Math.max(letter, lineWidth(size) * 2), size.width / across, size.height / down);
}

/** Finds the shape in front at a point. */
export function shapeAt({ shapes, size }: Annotations, point: Point, reach: number): Shape | undefined {
  const isHere = (shape: Shape): boolean => isOn(shape, point, { size, reach: reach + lineWidth(size) / 2 });
  return [...shapes].reverse().find(isHere);
}

function isOn(shape: Shape, point: Point, { size, reach }: { readonly size: Size; readonly reach: number }): boolean {
  if (shape.kind === 'arrow') return distanceToLine(point, shape.from, shape.to) <= reach;
  if (shape.kind !== 'pen') return isIn(boundsOf(shape, size), point, reach);
  return shape.points.some((start, index) => distanceToLine(point, start, shape.points[index + 1] ?? start) <= reach);
}
