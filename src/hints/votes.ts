import { ENOUGH_WEIGHT } from '../protocol/finderWorth';

/** One finder's word for a place. */
export interface Vote<Place> {
  readonly place: Place;
  /** In whole hundredths. */
  readonly weight: number;
  readonly isStrong: boolean;
}

/** What the votes come to. */
export type Verdict<Place> =
  | { readonly is: 'found'; readonly place: Place; readonly weight: number }
  | { readonly is: 'ambiguous'; readonly count: number }
  | { readonly is: 'missing' };

/** A second place with this share of the most weight makes it ambiguous. */
export const RIVAL_PERCENT = 60;

interface Sum<Place> {
  readonly place: Place;
  weight: number;
  isStrong: boolean;
}

/**
 * Counts votes by the strict rule: a place needs something strong or enough weight, and no rival may come near.
 * In doubt there is no place: a wrong one is worse than none. `several` is how many there were where a finder met more than one.
 */
export function countVotes<Place>(votes: readonly Vote<Place>[], several = 0): Verdict<Place> {
  const [most, ...rivals] = sums(votes).sort((one, other) => other.weight - one.weight);
  if (!most) return several > 1 ? { is: 'ambiguous', count: several } : { is: 'missing' };
  const comesNear = ({ weight, isStrong }: Sum<Place>): boolean =>
    isStrong || weight * 100 >= most.weight * RIVAL_PERCENT;
  if (rivals.some(comesNear)) return { is: 'ambiguous', count: rivals.length + 1 };
  const isEnough = most.isStrong || most.weight >= ENOUGH_WEIGHT;
  return isEnough ? { is: 'found', place: most.place, weight: most.weight } : { is: 'missing' };
}

function sums<Place>(votes: readonly Vote<Place>[]): Sum<Place>[] {
  const byPlace = new Map<Place, Sum<Place>>();
  for (const { place, weight, isStrong } of votes) {
    const sum = byPlace.get(place) ?? { place, weight: 0, isStrong: false };
    sum.weight += weight;
    sum.isStrong ||= isStrong;
    byPlace.set(place, sum);
  }
  return [...byPlace.values()];
}
