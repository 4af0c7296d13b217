import type { Place } from '../protocol/submission';

/** The host's route table: which path is which place. */
export interface PlaceTable {
  /** The place of a path, if the host named it. The answer holds the template, never the path. */
  placeOf(path: string): Place | undefined;
  /** Whether a path is only a way in (the support screen itself), not the place of the problem. */
  isPassThrough(path: string): boolean;
  /** Every place, for the picker; in the host's order, each name once. */
  readonly all: readonly Place[];
}

/**
 * Creates a route table from templates such as `/clienten/:ref/rapportage` or `/instellingen/*`.
 * The first template that fits wins, so the host's order counts.
 */
export function createPlaceTable(places: Readonly<Record<string, string>>, passThrough: readonly string[]): PlaceTable {
  const named = Object.entries(places).map(([route, label]) => ({ route, label, segments: segmentsOf(route) }));
  const ways = passThrough.map(segmentsOf);
  return {
    placeOf(path) {
      const segments = segmentsOf(path);
      const found = named.find((place) => fits(place.segments, segments));
      return found && { label: found.label, route: found.route };
    },
    isPassThrough(path) {
      const segments = segmentsOf(path);
      return ways.some((way) => fits(way, segments));
    },
    all: [...new Map(named.map(({ label, route }) => [label, { label, route }])).values()],
  };
}

const segmentsOf = (path: string): readonly string[] =>
  (path.split(/[?#]/, 1)[0] ?? '').split('/').filter((segment) => segment !== '');

function fits(template: readonly string[], path: readonly string[]): boolean {
  const isOpenEnded = template.at(-1) === '*';
  const fixed = isOpenEnded ? template.slice(0, -1) : template;
  if (isOpenEnded ? path.length < fixed.length : path.length !== fixed.length) return false;
  return fixed.every((segment, index) => segment.startsWith(':') || segment === path[index]);
}
