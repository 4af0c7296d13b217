import { createModel, signal } from '@preact/signals-core';
import { byId, changeQuestion, questionIn, type Bundle } from './bundle';
import type { SavedBundleDeps, SavedBundleModel } from './savedBundle.model';
import type { Part } from './parts';
import { withoutPart } from './submission';

/** The last part that was taken out while looking, so that it can go along after all. */
export const RemovedPartModel = createModel(
  ({ clock }: Pick<SavedBundleDeps, 'clock'>, { bundle, change }: InstanceType<typeof SavedBundleModel>) => {
    const removedPart = signal<{ readonly part: Part; readonly before: Bundle } | undefined>(undefined);

    return {
      removedPart,
      remove(part: Part): void {
        removedPart.value = { part, before: bundle.value };
        change((old) => withoutPart(old, part, clock.now()));
      },
      undo(): void {
        const removed = removedPart.value;
        removedPart.value = undefined;
        if (removed) change((old) => withPartBack(old, { ...removed, at: clock.now() }));
      },
    };
  },
);

function withPartBack(
  bundle: Bundle,
  { part, before, at }: { readonly part: Part; readonly before: Bundle; readonly at: number },
): Bundle {
  if (part.kind === 'environment') return { ...bundle, withoutEnvironment: false };
  const question = questionIn(before, part.question);
  return question
    ? changeQuestion(
        { ...bundle, attachments: byId(bundle.attachments, before.attachments) },
        { ...question, changedAt: at },
      )
    : bundle;
}
