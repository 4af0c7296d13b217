/** Chance that falls the same in every run. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number;
  pick<Value>(values: readonly Value[]): Value;
  /** Several different ones, in the order of the list. */
  some<Value>(values: readonly Value[], count: number): readonly Value[];
  /** Happens in this share of all times. */
  isLucky(share: number): boolean;
}

/** Makes chance of a seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const indexIn = (values: readonly unknown[]): number => Math.floor(next() * values.length);
  return {
    next,
    pick<Value>(values: readonly Value[]): Value {
      return values[indexIn(values)] as Value; // no list here is empty
    },
    some<Value>(values: readonly Value[], count: number): readonly Value[] {
      const left = values.map((_, index) => index);
      const taken = Array.from({ length: Math.min(count, left.length) }, () => left.splice(indexIn(left), 1)[0] ?? 0);
      return taken.sort((one, other) => one - other).map((index) => values[index] as Value); // an index of the list
    },
    isLucky: (share) => next() < share,
  };
}
