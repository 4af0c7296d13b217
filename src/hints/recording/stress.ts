/** What is done to a copy of the page, one at a time. After each but the last the place is still there. */
export const STRESS_CHANGES = [
  'classesRebuilt',
  'numbersRebuilt',
  'testIdsGone',
  'translated',
  'reordered',
  'insertedBefore',
  'wrapped',
  'copiedIntoModal',
  'neighboursRemoved',
  'reworded',
  'removed',
] as const;

/** One of the changes. */
export type StressChange = (typeof STRESS_CHANGES)[number];

/** What became of a place. `wrong`: another element was found, while the right one was there or after it was taken away. */
export type StressOutcome = 'found' | 'missing' | 'ambiguous' | 'wrong';

/** What one change came to. */
export interface StressResult {
  readonly change: StressChange;
  readonly outcome: StressOutcome;
}

/** Tells whether it is as it should be: found, and after it was removed not found. */
export const isRight = ({ change, outcome }: StressResult): boolean =>
  change === 'removed' ? outcome === 'missing' || outcome === 'ambiguous' : outcome === 'found';
