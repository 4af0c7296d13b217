import { signal, type ReadonlySignal } from '@preact/signals-core';
import { disposeModel } from '../../foundation/disposeModel';
import { once } from '../once';

/** A model that comes with a chunk: made when it is first needed, ended with whoever holds it. */
export interface Late<Made> {
  readonly model: ReadonlySignal<Made | undefined>;
  /** Makes it; nothing when its chunk does not arrive. The next call tries again. */
  load(): Promise<Made | undefined>;
  end(): void;
}

/** Creates the holder of a late model. */
export function createLate<Made extends object>(make: () => Promise<Made>): Late<Made> {
  const model = signal<Made | undefined>(undefined);
  const made = once(make);
  let hasEnded = false;
  return {
    model,
    async load() {
      const arrived = await made().catch(() => undefined); // told by lazyFeatures, tried again when it is next needed
      if (arrived && hasEnded) disposeModel(arrived);
      else model.value = arrived;
      return model.peek();
    },
    end() {
      hasEnded = true;
      const held = model.peek();
      if (held) disposeModel(held);
    },
  };
}
