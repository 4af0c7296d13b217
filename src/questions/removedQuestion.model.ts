import { createModel, signal } from '@preact/signals-core';
import type { Id } from '../foundation/id';
import { removedFrom, removeQuestions, restoreQuestion, type Removed } from './bundle';
import type { SavedBundleDeps, SavedBundleModel } from './savedBundle.model';

/** The last question that was taken out, so that it can come back. */
export const RemovedQuestionModel = createModel(
  ({ clock }: Pick<SavedBundleDeps, 'clock'>, { bundle, change }: InstanceType<typeof SavedBundleModel>) => {
    const removed = signal<Removed | undefined>(undefined);

    return {
      removed,
      remove(id: Id): void {
        removed.value = removedFrom(bundle.value, id);
        change((old) => removeQuestions(old, [id], clock.now()));
      },
      undoRemove(): void {
        const back = removed.value;
        removed.value = undefined;
        if (back) change((old) => restoreQuestion(old, back, clock.now()));
      },
    };
  },
);
