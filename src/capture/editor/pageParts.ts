import type { Box, Size } from './geometry';

/** A covered spot of the picture, as `privacy` names it. */
export interface Spot {
  readonly id: number;
  readonly kind: 'text' | 'field' | 'picture' | 'frame';
  /** The nearest text of the interface; empty where there is none. */
  readonly label: string;
  readonly box: Box;
  readonly canReveal: boolean;
}

/** A spot with its place among the spots of the same name, so that every name is said once. */
export interface NamedSpot {
  readonly spot: Spot;
  /** 0 when there is one of this name. */
  readonly ordinal: number;
}

/** Numbers spots that share a name. */
export function namedSpots(spots: readonly Spot[]): readonly NamedSpot[] {
  const nameOf = ({ kind, label }: Spot): string => `${kind} ${label}`;
  const counts = new Map<string, number>();
  const numbered = spots.map((spot) => {
    const ordinal = (counts.get(nameOf(spot)) ?? 0) + 1;
    counts.set(nameOf(spot), ordinal);
    return { spot, ordinal };
  });
  return numbered.map(({ spot, ordinal }) => ({ spot, ordinal: counts.get(nameOf(spot)) === 1 ? 0 : ordinal }));
}

/** The nine parts of any picture, row by row from the top left: names that need no page. */
export const AREAS = [
  'topleft',
  'top',
  'topright',
  'left',
  'middle',
  'right',
  'bottomleft',
  'bottom',
  'bottomright',
] as const;
/** One of `AREAS`. */
export type Area = (typeof AREAS)[number];

/** The box of a part, with some room around it. */
export function areaBox(area: Area, { width, height }: Size): Box {
  const at = AREAS.indexOf(area);
  const [across, down] = [width / 3, height / 3];
  return [((at % 3) + 0.15) * across, (Math.floor(at / 3) + 0.2) * down, across * 0.7, down * 0.6];
}
