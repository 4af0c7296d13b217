/** When which fault strikes. A plan is asked once per request, in the order in which they come. */
import { FAULTS, type Fault } from './faults';
import type { Operation } from './operations';

/** Chooses what goes wrong with the next request; nothing lets it pass. */
export type Plan = (operation: Operation | undefined) => Fault | undefined;

/** Lets everything pass. */
export const healthy: Plan = () => undefined;

/** Faults a part of all requests, every fault as often as the others. */
export const randomly =
  (random: () => number, share: number): Plan =>
  () =>
    random() < share ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined;

/** Which of the requests of one operation go wrong: the first, every second, or the first six in a row, after which it heals. */
export const POSITIONS = ['first', 'everySecond', 'alwaysThenHeal'] as const;
export type Position = (typeof POSITIONS)[number];

const STRIKES: { readonly [Name in Position]: (number: number) => boolean } = {
  first: (number) => number === 1,
  everySecond: (number) => number % 2 === 0,
  alwaysThenHeal: (number) => number <= 6,
};

/** Aims one fault at one operation. */
export function aimedAt(target: Operation, fault: Fault, position: Position): Plan {
  let number = 0;
  return (operation) => {
    if (operation !== target) return undefined;
    number += 1;
    return STRIKES[position](number) ? fault : undefined;
  };
}
