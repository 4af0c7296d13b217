import { letterHeight, lineWidth, numberRadius, type Colour, type NewShape, type ShapeKind } from './annotation';
import { assertNever } from '../../foundation/assertNever';
import { between, boxAt, boxOf, boxWithin, withRoom, middleOf, type Box, type Point, type Size } from './geometry';

/** How the next shape will look. */
export interface ShapeStyle {
  readonly size: Size;
  readonly colour: Colour;
  /** What a new text says until it is written. */
  readonly text: string;
  /** Its width in heights of a letter. */
  readonly ems: number;
}

/** Makes the shape that a pointer draws from its first point to its last. */
export function shapeAlong(kind: ShapeKind, path: readonly Point[], style: ShapeStyle): NewShape {
  const [from = [0, 0]] = path;
  const to = path.at(-1) ?? from;
  const { colour } = style;
  switch (kind) {
    case 'pen':
      return { kind, colour, points: path };
    case 'arrow':
      return { kind, colour, from, to };
    case 'box':
    case 'redact':
      return { kind, colour, box: boxOf(from, to) };
    case 'text':
    case 'number':
      return shapeAt(kind, to, style);
    default:
      return assertNever(kind);
  }
}

/** Makes a shape of a usual size at a point: for a tap, and for whoever has no pointer. An arrow ends there. */
export function shapeAt(kind: ShapeKind, point: Point, style: ShapeStyle): NewShape {
  const { size, colour, text, ems } = style;
  const unit = lineWidth(size);
  const [x, y] = point;
  switch (kind) {
    case 'pen':
      return { kind, colour, points: wave(point, unit) };
    case 'arrow':
      return { kind, colour, from: [x - unit * ARROW[0], y + unit * ARROW[1]], to: point };
    case 'box':
    case 'redact':
      return { kind, colour, box: boxAt(point, { width: unit * 45, height: unit * 15 }) };
    case 'text': {
      const letter = letterHeight(size);
      return { kind, colour, at: [x - (ems / 2) * letter, y - letter / 2], text, letter, ems };
    }
    case 'number':
      return { kind, colour, at: point };
    default:
      return assertNever(kind);
  }
}

/**
 * Makes a shape that shows, or covers, a part of the picture. A part may be as large as the picture: what points at it stays whole
 * on it then, inside the part.
 */
export function shapeOn(kind: ShapeKind, part: Box, style: ShapeStyle): NewShape {
  const { size, colour } = style;
  const unit = lineWidth(size);
  const [x, y, width, height] = part;
  switch (kind) {
    case 'box':
      return { kind, colour, box: boxWithin(withRoom(part, unit * 2), size, unit / 2) };
    case 'redact':
      return { kind, colour, box: part };
    case 'arrow':
      return shapeAt(kind, arrowEnd(part, size), style);
    case 'number':
      return shapeAt(kind, [Math.max(x - numberRadius(size) * 0.6, 0), y + height / 2], style);
    case 'pen':
      return {
        kind,
        colour,
        points: wave([x + width / 2, Math.min(y + height + unit * 2, size.height - unit * 3)], unit, width / 4),
      };
    case 'text':
      return shapeAt(kind, middleOf(part), style);
    default:
      return assertNever(kind);
  }
}

/** From the tip of an arrow to where it comes from, in widths of a line: to the left and down. */
const ARROW = [25, 18] as const;

/** Where an arrow at a part ends: at its lower edge, or as far inside it as is needed to keep all of the arrow on the picture. */
function arrowEnd([x, y, width, height]: Box, size: Size): Point {
  const unit = lineWidth(size);
  const [left, bottom] = [unit * (ARROW[0] + 1), size.height - unit * (ARROW[1] + 1)];
  const across = x + Math.min(unit * 4, width / 2);
  return [between(across, left, Math.max(across, x + width)), between(y, bottom, y + height)];
}

/** A line that underlines. */
const wave = ([x, y]: Point, unit: number, step = unit * 10): readonly Point[] =>
  [-2, -1, 0, 1, 2].map((at) => [x + at * step, y + (at % 2) * unit * 2]);
