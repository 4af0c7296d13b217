import { assertNever } from '../../foundation/assertNever';
import {
  moved,
  shapeAt as shapeUnder,
  shapeIn,
  withChanged,
  withCrop,
  withShape,
  type Annotations,
  type ShapeKind,
} from './annotation';
import { boxOf, isIn, type Point } from './geometry';
import { cornersOf, gripsOf, pulled, pulledBox, type Grip, type GripName } from './grips';
import { shapeAlong, shapeAt, type ShapeStyle } from './newShape';

/** What the pointer does: choose and move, draw something, or cut. */
export type Tool = 'select' | ShapeKind | 'crop';

/** What is chosen on the picture: a shape, the crop, or nothing. */
export type Selected = number | 'crop' | undefined;

/** A pointer that is down on the picture: what it holds, where it has been, and how the picture was before. */
export type Gesture = {
  readonly before: Annotations;
  readonly path: readonly Point[];
} & (
  | { readonly kind: 'draw'; readonly shape: ShapeKind }
  | { readonly kind: 'move'; readonly what: number | 'crop' }
  | { readonly kind: 'pull'; readonly what: number | 'crop'; readonly grip: GripName }
  | { readonly kind: 'cut' }
);

/** What is known when the pointer goes down. */
export interface Press {
  readonly annotations: Annotations;
  readonly tool: Tool;
  readonly selected: Selected;
  readonly at: Point;
  /** How near is near enough, in the picture's units: larger for a finger, and when the picture is small on the screen. */
  readonly reach: number;
}

/** Begins a gesture: grips of what is chosen come first, then the chosen thing itself, then what the tool does. */
export function begin(press: Press): Gesture | undefined {
  const { annotations, tool, selected, at, reach } = press;
  const start = { before: annotations, path: [at] };
  const grip = heldGrip(press);
  if (selected !== undefined && grip) return { ...start, kind: 'pull', what: selected, grip: grip.name };
  if (isOnSelected(press)) return { ...start, kind: 'move', what: selected ?? 'crop' };
  if (tool === 'crop') return { ...start, kind: 'cut' };
  if (tool !== 'select') return { ...start, kind: 'draw', shape: tool };
  const under = shapeUnder(annotations, at, reach);
  return under && { ...start, kind: 'move', what: under.id };
}

function heldGrip({ annotations, selected, at, reach }: Press): Grip | undefined {
  const isHeld = (grip: Grip): boolean => Math.hypot(grip.at[0] - at[0], grip.at[1] - at[1]) <= reach;
  if (selected === 'crop') return annotations.crop && cornersOf(annotations.crop).find(isHeld);
  const shape = shapeIn(annotations, selected);
  return shape && gripsOf(shape, annotations.size).find(isHeld);
}

function isOnSelected({ annotations, tool, selected, at, reach }: Press): boolean {
  const { crop } = annotations;
  if (selected === 'crop') return tool === 'crop' && crop !== undefined && isIn(crop, at);
  return selected !== undefined && shapeUnder(annotations, at, reach)?.id === selected;
}

/** Carries a gesture on to the next point. */
export const carry = (gesture: Gesture, to: Point): Gesture => ({
  ...gesture,
  path: gesture.kind === 'draw' && gesture.shape === 'pen' ? [...gesture.path, to] : [firstOf(gesture), to],
});

const firstOf = ({ path }: Gesture): Point => path[0] ?? [0, 0];

/** Tells whether the pointer went far enough to be a stroke and not a tap. */
export function isStroke(gesture: Gesture, reach: number): boolean {
  const [x, y] = firstOf(gesture);
  return gesture.path.some((point) => Math.hypot(point[0] - x, point[1] - y) > reach);
}

/** How the picture is when the pointer goes up here. */
export function outcome(gesture: Gesture, style: ShapeStyle): Annotations {
  const { before } = gesture;
  const from = firstOf(gesture);
  const to = gesture.path.at(-1) ?? from;
  switch (gesture.kind) {
    case 'draw':
      return withShape(before, shapeAlong(gesture.shape, gesture.path, style));
    case 'cut':
      return withCrop(before, boxOf(from, to));
    case 'pull':
      return pull(before, gesture, to);
    case 'move':
      return shift(before, gesture.what, [to[0] - from[0], to[1] - from[1]]);
    default:
      return assertNever(gesture);
  }
}

/** What a tap makes of a gesture: drawing tools put down a shape of a usual size; the others only choose. */
export const tapped = (gesture: Gesture, style: ShapeStyle): Annotations =>
  gesture.kind === 'draw' ? withShape(gesture.before, shapeAt(gesture.shape, firstOf(gesture), style)) : gesture.before;

/** Moves a shape or the crop. */
export function shift(annotations: Annotations, what: number | 'crop', by: Point): Annotations {
  const { crop, size } = annotations;
  if (what === 'crop')
    return crop ? withCrop(annotations, [crop[0] + by[0], crop[1] + by[1], crop[2], crop[3]]) : annotations;
  const shape = shapeIn(annotations, what);
  return shape ? withChanged(annotations, moved(shape, by, size)) : annotations;
}

function pull(
  annotations: Annotations,
  { what, grip }: { readonly what: number | 'crop'; readonly grip: GripName },
  to: Point,
): Annotations {
  const { crop, size } = annotations;
  if (what === 'crop') return crop ? withCrop(annotations, pulledBox(crop, grip, to)) : annotations;
  const shape = shapeIn(annotations, what);
  return shape ? withChanged(annotations, pulled(shape, { grip, to, size })) : annotations;
}
