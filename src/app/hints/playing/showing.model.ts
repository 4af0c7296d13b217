import { createModel, signal } from '@preact/signals-core';
import type { GoneThing } from '../../../hints';

/** What is on the screen of hints beside the hints. */
export const ShowingModel = createModel(() => ({
  /** Something was asked for that is not there: it is said for a moment. */
  gone: signal<GoneThing | undefined>(undefined),
}));

/** The public face of the model. */
export type ShowingModelInstance = InstanceType<typeof ShowingModel>;
