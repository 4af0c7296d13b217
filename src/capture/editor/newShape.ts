import { letterHeight, lineWidth, numberRadius, type Colour, type NewShape, type ShapeKind } from './annotation';
import { assertNever } from '../../foundation/assertNever';
import { boxAt, boxOf, middleOf, type Box, type Point, type Size } from './geometry';

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
      return { kind, colour, from: [x - unit * 25, y + unit * 18], to: point };
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

/** Makes a shape that shows, or covers, a part of the picture. */
export function shapeOn(kind: ShapeKind, part: Box, style: ShapeStyle): NewShape {
  const { size, colour } = style;
  const unit = lineWidth(size);
  const [x, y, width, height] = part;
  switch (kind) {
    case 'box':
      return { kind, colour, box: [x - unit * 2, y - unit * 2, width + unit * 4, height + unit * 4] };
    case 'redact':
      return { kind, colour, box: part };
    case 'arrow':
      return shapeAt(kind, [x + Math.min(unit * 4, width / 2), y + height], style);
    case 'number':
      return shapeAt(kind, [Math.max(x - numberRadius(size) * 0.6, 0), y + height / 2], style);
    case 'pen':
      return { kind, colour, points: wave([x + width / 2, y + height + unit * 2], unit, width / 4) };
    case 'text':
      return shapeAt(kind, middleOf(part), style);
    default:
      return assertNever(kind);
  }
}

/** A line that underlines. */
const wave = ([x, y]: Point, unit: number, step = unit * 10): readonly Point[] =>
  [-2, -1, 0, 1, 2].map((at) => [x + at * step, y + (at % 2) * unit * 2]);
