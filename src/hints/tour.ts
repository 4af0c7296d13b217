import type { HintFailureRule } from '../protocol/hint';
import type { CompiledHint } from './compileHint';
import type { TourMark } from './kept';
import type { PlaceState } from './refusal';

/** One step of a tour, or one task of a checklist. */
export type Step = NonNullable<CompiledHint['steps']>[number];

/** The step at which a tour was left; below zero when it is no longer there. */
export const stepOfMark = ({ steps = [] }: CompiledHint, { step }: Pick<TourMark, 'step'>): number =>
  steps.findIndex(({ id }) => id === step);

/** The next step forward or back that is for this person. */
export function stepFrom(
  { steps = [] }: CompiledHint,
  { at, by }: { readonly at: number; readonly by: 1 | -1 },
  isFor: (step: Step) => boolean,
): number | undefined {
  for (let index = at + by; ; index += by) {
    const step = steps[index];
    if (!step) return undefined;
    if (isFor(step)) return index;
  }
}

/** What becomes of a step of which the place is not there. */
export function failureOf(
  { onFailure }: CompiledHint,
  step: Step,
  place: PlaceState | undefined,
): NonNullable<HintFailureRule['targetMissing']> {
  const rule: HintFailureRule = { targetMissing: 'pause', targetAmbiguous: 'pause', ...onFailure, ...step.onFailure };
  return (place === 'ambiguous' ? rule.targetAmbiguous : rule.targetMissing) ?? 'pause';
}
