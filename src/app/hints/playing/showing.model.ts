import { createModel, signal } from '@preact/signals-core';

/** What is on the screen of hints beside the hints. */
export const ShowingModel = createModel(() => ({
  /** An article was asked for that is not there: it is said for a moment. */
  isArticleGone: signal(false),
}));

/** The public face of the model. */
export type ShowingModelInstance = InstanceType<typeof ShowingModel>;
