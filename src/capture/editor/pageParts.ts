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

/** A part of the page, as `privacy` names it. */
export interface Landmark {
  readonly kind:
    | 'header'
    | 'navigation'
    | 'main'
    | 'aside'
    | 'footer'
    | 'search'
    | 'form'
    | 'region'
    | 'table'
    | 'dialog';
  /** A text of the interface; empty where there is none. */
  readonly label: string;
  readonly box: Box;
}

/** A spot with its place among the spots of the same name, so that every name is said once. */
export interface NamedSpot {
  readonly spot: Spot;
  /** 0 when there is one of this name. */
  readonly ordinal: number;
}

/** Numbers spots that share a name. */
export function namedSpots(spots: readonly Spot[]): readonly NamedSpot[] {
  const ordinals = ordinalsOf(spots);
  return spots.map((spot, at) => ({ spot, ordinal: ordinals[at] ?? 0 }));
}

/** A part of the page with its place among the parts of the same name. */
export interface NamedLandmark {
  readonly landmark: Landmark;
  /** 0 when there is one of this name. */
  readonly ordinal: number;
}

/** Numbers parts of the page that share a name. */
export function namedLandmarks(landmarks: readonly Landmark[]): readonly NamedLandmark[] {
  const ordinals = ordinalsOf(landmarks);
  return landmarks.map((landmark, at) => ({ landmark, ordinal: ordinals[at] ?? 0 }));
}

/** The place of each among those of its name; 0 when there is one of it. */
function ordinalsOf(all: readonly { readonly kind: string; readonly label: string }[]): readonly number[] {
  const names = all.map(({ kind, label }) => `${kind} ${label}`);
  const counts = new Map<string, number>();
  const ordinals = names.map((name) => {
    const ordinal = (counts.get(name) ?? 0) + 1;
    counts.set(name, ordinal);
    return ordinal;
  });
  return names.map((name, at) => (counts.get(name) === 1 ? 0 : (ordinals[at] ?? 0)));
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
