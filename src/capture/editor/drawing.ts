import {
  boundsOf,
  LINE,
  lineWidth,
  numberRadius,
  PADDING,
  placeAmong,
  type Annotations,
  type Colour,
  type Shape,
} from './annotation';
import type { Box, Point, Size } from './geometry';

/**
 * How shapes look, as instructions that the overlay (SVG) and the export (canvas) both follow to the letter:
 * a path is written as in the attribute `d` of SVG, which `Path2D` reads as well.
 */
export type Mark =
  | { readonly kind: 'line'; readonly path: string; readonly width: number; readonly paint: string }
  | { readonly kind: 'area'; readonly path: string; readonly paint: string }
  | {
      readonly kind: 'words';
      readonly text: string;
      readonly letter: number;
      /** Where the line stands on, and its left end or its middle. */
      readonly at: Point;
      readonly isCentred: boolean;
      readonly paint: string;
    };

/** What is painted with. Words in `EDGE` on any of the colours have a contrast of at least 5.5. */
export const PAINTS: Readonly<Record<Colour, string>> = { red: '#c5281c', blue: '#1f5fbf', black: '#1b2430' };
/** The light edge around what is drawn. */
export const EDGE = '#ffffff';
/** What covers: the dark of the hatch that masks. */
export const COVER = '#3a4453';
/** The letters of everything that is written on a picture. */
export const LETTERS = 'system-ui, sans-serif';
/** Their weight. */
export const LETTER_WEIGHT = 600;

/** Gives the marks that make up a shape. */
export function marksOf(shape: Shape, annotations: Annotations): readonly Mark[] {
  const { size } = annotations;
  const paint = PAINTS[shape.colour];
  switch (shape.kind) {
    case 'pen':
      return edged(curve(shape.points), paint, size);
    case 'arrow':
      return arrow(shape.from, shape.to, { paint, size });
    case 'box':
      return edged(rectangle(shape.box), paint, size);
    case 'redact':
      return [{ kind: 'area', path: rectangle(shape.box), paint: COVER }];
    case 'text':
      return label(shape, paint, size);
    case 'number':
      return disc(shape.at, { paint, size, text: String(placeAmong(annotations, shape)) });
  }
}

const edged = (path: string, paint: string, size: Size): readonly Mark[] => {
  const width = lineWidth(size);
  return [
    { kind: 'line', path, width: width * 1.9, paint: EDGE },
    { kind: 'line', path, width, paint },
  ];
};

interface Style {
  readonly paint: string;
  readonly size: Size;
}

function arrow(from: Point, to: Point, { paint, size }: Style): readonly Mark[] {
  const width = lineWidth(size);
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const [ux, uy] = length === 0 ? [1, 0] : [dx / length, dy / length];
  const head = Math.min(width * 5, Math.max(length, width * 2));
  const neck: Point = [to[0] - ux * head * 0.8, to[1] - uy * head * 0.8];
  const side = (way: 1 | -1): Point => [
    to[0] - ux * head - uy * head * 0.55 * way,
    to[1] - uy * head + ux * head * 0.55 * way,
  ];
  const shaft = polyline([from, neck]);
  const tip = `${polyline([to, side(1), neck, side(-1)])}Z`;
  return [
    { kind: 'line', path: shaft, width: width * 1.9, paint: EDGE },
    { kind: 'line', path: tip, width: width * 1.6, paint: EDGE },
    { kind: 'line', path: shaft, width, paint },
    { kind: 'line', path: tip, width: width * 0.6, paint },
    { kind: 'area', path: tip, paint },
  ];
}

function label(shape: Extract<Shape, { kind: 'text' }>, paint: string, size: Size): readonly Mark[] {
  const { letter, at, text } = shape;
  if (text.trim() === '') return [];
  const plate = rounded(boundsOf(shape, size), letter * 0.3);
  const lines = text.split('\n').map((line, index): Mark => ({
    kind: 'words',
    text: line,
    letter,
    at: [at[0] + PADDING * letter, at[1] + (PADDING * 0.3 + LINE * index + LINE * 0.75) * letter],
    isCentred: false,
    paint: EDGE,
  }));
  return [
    { kind: 'line', path: plate, width: lineWidth(size) * 0.9, paint: EDGE },
    { kind: 'area', path: plate, paint },
    ...lines,
  ];
}

function disc([x, y]: Point, { paint, size, text }: Style & { readonly text: string }): readonly Mark[] {
  const radius = numberRadius(size) - lineWidth(size) * 0.45;
  const letter = radius * (text.length > 1 ? 1.05 : 1.25);
  const path = `M${at([x - radius, y])}a${radius} ${radius} 0 1 1 ${round(radius * 2)} 0a${radius} ${radius} 0 1 1 ${round(-radius * 2)} 0Z`;
  return [
    { kind: 'area', path, paint },
    { kind: 'line', path, width: lineWidth(size) * 0.9, paint: EDGE },
    { kind: 'words', text, letter, at: [x, y + letter * 0.355], isCentred: true, paint: EDGE },
  ];
}

const round = (value: number): number => Math.round(value * 100) / 100;
const at = ([x, y]: Point): string => `${round(x)} ${round(y)}`;
const polyline = (points: readonly Point[]): string => `M${points.map(at).join('L')}`;

/** The path of a box. */
export const rectangle = ([x, y, width, height]: Box): string =>
  `M${at([x, y])}h${round(width)}v${round(height)}h${round(-width)}Z`;

const rounded = ([x, y, width, height]: Box, radius: number): string => {
  const r = round(Math.min(radius, width / 2, height / 2));
  const [across, down] = [round(width - 2 * r), round(height - 2 * r)];
  return `M${at([x + r, y])}h${across}a${r} ${r} 0 0 1 ${r} ${r}v${down}a${r} ${r} 0 0 1 ${-r} ${r}h${-across}a${r} ${r} 0 0 1 ${-r} ${-r}v${-down}a${r} ${r} 0 0 1 ${r} ${-r}Z`;
};

/** Draws a line of the pen through the middles between its points, so that it has no corners. */
function curve(points: readonly Point[]): string {
  const [first = [0, 0], ...rest] = points;
  const last = points.at(-1) ?? first;
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point;
    return `Q${at(point)} ${at([(point[0] + next[0]) / 2, (point[1] + next[1]) / 2])}`;
  });
  return `M${at(first)}${bends.join('')}L${at(last)}`;
}
