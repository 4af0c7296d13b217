import { createModel, effect } from '@preact/signals-core';
import { isUnderWay, RecordingModel, type RecordingDeps, type RecordingModelInstance } from '../../capture/recording';
import type { Undo } from '../../foundation/lifetime';
import type { AppModelInstance } from '../app.model';

/** What a recording is shown with. */
export interface ShownRecordingDeps {
  readonly recording: RecordingDeps;
  readonly app: AppModelInstance;
  /** Shows the bar until undone. */
  show(model: RecordingModelInstance): Undo;
}

/** A recording with its bar: the panel steps aside while it is under way and comes back after it. */
export const ShownRecordingModel = createModel(({ recording, app, show }: ShownRecordingDeps) => {
  const model = new RecordingModel(recording);
  let hide: Undo | undefined;

  effect(() => {
    const isShown = isUnderWay(model.state.value);
    if (isShown === (hide !== undefined)) return;
    hide?.();
    hide = isShown ? show(model) : undefined;
    if (!isShown) app.isOpen.value = true; // also when the host closed it meanwhile: there is something to look at
    app.isAside.value = isShown;
  });
  effect(() => () => {
    hide?.();
    app.isAside.value = false;
  });
  return model;
});
