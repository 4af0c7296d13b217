import { createModel, signal } from '@preact/signals-core';
import type { EditFacts } from './attachment';
import type { Origin } from './origin';
import type { Picture } from './picture';

/** A picture that can be included, and what there is to tell of it. */
export interface ReadyPicture {
  readonly picture: Picture;
  readonly facts: EditFacts;
  readonly origin: Origin;
}

/** The picture of the press: on its way, ready to be looked at, or impossible here. In memory only. */
export type Moment =
  | { readonly state: 'none' }
  | { readonly state: 'rendering'; readonly width: number; readonly height: number }
  | (ReadyPicture & { readonly state: 'ready'; readonly url: string; readonly delayMs: number })
  | { readonly state: 'blocked'; readonly code: string };

/** Holds the picture of the press; its `blob:` address lasts as long as it is held. */
export const ShownMomentModel = createModel(() => {
  const moment = signal<Moment>({ state: 'none' });
  const become = (next: Moment): void => {
    const old = moment.peek();
    if (old.state === 'ready') URL.revokeObjectURL(old.url);
    moment.value = next;
  };
  return {
    moment,
    become,
    /** Shows a picture that is ready. `delayMs`: how much later than the press it was frozen. */
    show: (ready: ReadyPicture, delayMs: number): void =>
      become({
        ...ready,
        state: 'ready',
        url: URL.createObjectURL(new Blob([ready.picture.bytes], { type: ready.picture.type })),
        delayMs,
      }),
    /** Gives it away, its address included. */
    handOver(): Moment {
      const given = moment.peek();
      moment.value = { state: 'none' };
      return given;
    },
  };
});
