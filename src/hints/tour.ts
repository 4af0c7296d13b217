import { durationMs } from '../protocol/duration';
import type { HintFailureRule } from '../protocol/hint';
import type { HintRecord } from '../protocol/hintState';
import type { CompiledHint } from './compileIndex';
import type { HintContext } from './context';
import type { TourMark } from './kept';
import type { PlaceState } from './refusal';

/** One step of a tour, or one task of a checklist. */
export type Step = NonNullable<CompiledHint['steps']>[number];

/** Where somebody left a tour: in this tab, or with the person. Nothing when that is too long ago, or it was ended since. */
export function markOf(hint: CompiledHint, context: Pick<HintContext, 'mark' | 'past' | 'now'>): TourMark | undefined {
  const { scope = 'tab', expires = 'PT30M' } = hint.resume ?? {};
  const record = context.past?.records.get(hint.id);
  const found = [scope === 'user' ? markIn(record) : context.mark].find((mark) => mark?.hint === hint.id);
  return found && context.now - found.at <= durationMs(expires) && endOf(record) < found.at ? found : undefined;
}

const markIn = (record: HintRecord | undefined): TourMark | undefined =>
  record?.tour && { ...record.tour, hint: record.hint, at: Date.parse(record.tour.at) };

/** When this person has last ended a hint. */
export const endOf = ({ doneAt, dismissedAt, neverAt }: Partial<HintRecord> = {}): number =>
  Math.max(...[doneAt, dismissedAt, neverAt].map((moment) => Date.parse(moment ?? '') || -Infinity));

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
