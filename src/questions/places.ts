import type { Place } from '../protocol';

const SHOWN = 6;

/** Finds the places whose name holds what is typed, in the host's order, six at most. */
export function findPlaces(places: readonly Place[], typed: string): readonly Place[] {
  const wanted = folded(typed);
  return places.filter(({ label }) => folded(label).includes(wanted)).slice(0, SHOWN);
}

/** Makes a place of what is typed: one of the host's when the name is the same. */
export const placeFrom = (places: readonly Place[], typed: string): Place =>
  places.find(({ label }) => folded(label) === folded(typed)) ?? { label: typed.trim(), route: '' };

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
