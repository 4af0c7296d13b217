import { createModel, type Signal } from '@preact/signals-core';
import type { Id } from '../foundation/id';
import { isEmpty, questionIn, type Bundle } from './bundle';
import { resumed, takenIn } from './mergeBundles';
import type { SavedBundleModel } from './savedBundle.model';

/** Goes on with what was written before: on this page by nobody yet, or on an earlier page. */
export const ResumingModel = createModel(
  ({ bundle, change, load }: InstanceType<typeof SavedBundleModel>, current: Signal<Id | undefined>) => {
    /** The newest unfinished question is the one in the form. */
    const resume = (): void => {
      const last = resumed(bundle.peek());
      bundle.value = last.bundle;
      current.value = last.current;
    };

    return {
      /** Goes on where the person stopped, also after a reload. */
      async restore(): Promise<void> {
        await load();
        if (!questionIn(bundle.peek(), current.peek())) resume();
      },
      /** Takes in what was written before it was known whose it is, and goes on with it. */
      take(given: Bundle): void {
        if (isEmpty(given)) return;
        change((mine) => takenIn(mine, given));
        resume();
      },
    };
  },
);
