import type { PeopleCount } from '../../../src/protocol/index';

/** Fewer than these are not told: among colleagues it would say who. */
export const LEAST_PEOPLE = 5;

/**
 * Hides the figures of one row that are too small. Where that is just one, the smallest of the others goes with it: what is known of
 * the whole would give it away. Nobody is few too, since that nobody did something is told of everybody.
 */
export function hideFew<Name extends string>(row: Readonly<Record<Name, number>>): Readonly<Record<Name, PeopleCount>> {
  const figures = Object.entries<number>(row).sort(([, one], [, other]) => one - other);
  const small = figures.filter(([, people]) => people < LEAST_PEOPLE).length;
  const hidden = new Set(figures.slice(0, small === 1 ? 2 : small).map(([name]) => name));
  const told = Object.entries<number>(row).map(([name, people]) => [
    name,
    hidden.has(name) ? { few: true } : { people },
  ]);
  return Object.fromEntries(told) as Record<Name, PeopleCount>; // the same names
}
