import { withDescription, type Draft, type DraftStep, type NamedTarget } from './draft';
import { laidOver, type Change } from './laidOver';

/** Adds a step, at the end or before the one that stands there now. */
export function addStep(draft: Draft, step: DraftStep, at: number = Infinity): Draft {
  const steps = stepsOf(draft);
  return withSteps(draft, [...steps.slice(0, at), step, ...steps.slice(at)]);
}

/** Takes a step out. */
export const removeStep = (draft: Draft, id: string): Draft =>
  withSteps(
    draft,
    stepsOf(draft).filter((step) => step.id !== id),
  );

/** Moves a step to where another stands now; past an end it stays there. */
export function moveStep(draft: Draft, id: string, to: number): Draft {
  const step = stepsOf(draft).find((one) => one.id === id);
  return step === undefined ? draft : addStep(removeStep(draft, id), step, Math.max(0, to));
}

/** Changes a step. */
export const editStep = (draft: Draft, id: string, change: Change<Omit<DraftStep, 'id'>>): Draft =>
  withSteps(
    draft,
    stepsOf(draft).map((step) => (step.id === id ? laidOver<DraftStep>(step, change) : step)),
  );

/** Puts a step at a place. */
export const withStepTarget = (draft: Draft, id: string, place: NamedTarget): Draft =>
  withDescription(editStep(draft, id, { target: place.name }), place);

const stepsOf = ({ hint }: Draft): readonly DraftStep[] => hint.steps ?? [];

/** A hint has steps or it has none: the format knows no empty list. */
function withSteps(draft: Draft, steps: readonly DraftStep[]): Draft {
  const { steps: _before, ...hint } = draft.hint;
  return { ...draft, hint: steps.length === 0 ? hint : { ...hint, steps } };
}
