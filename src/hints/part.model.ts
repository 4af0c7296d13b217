import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { Lifetime } from '../foundation/lifetime';
import type { Guard } from './guard';

/** Something that is fetched when it is first needed. */
export interface Part<Value> {
  /** Nothing until it has come. */
  readonly here: ReadonlySignal<Value | undefined>;
  /** Gives it, fetched if need be; nothing when it did not arrive, or all ended meanwhile. The next need tries again. */
  need(): Promise<Value | undefined>;
}

/** What a part is made within. */
export interface PartDeps {
  readonly guard: Guard;
  /** At its end what is on its way is no longer taken in. */
  readonly life: Lifetime;
}

/**
 * Prepares a part, and fetches nothing yet.
 *
 * @param fetch gives what makes it. That it did not arrive is told by who fetches
 * @param onHere is called once, before those who wait for it
 */
export function createPart<Value>(
  fetch: () => Promise<() => Value>,
  { guard, life }: PartDeps,
  onHere: (part: Value) => void = () => undefined,
): Part<Value> {
  const here = signal<Value | undefined>(undefined);
  let coming: Promise<Value | undefined> | undefined;
  const bring = async (): Promise<Value | undefined> => {
    const make = await fetch().catch(() => undefined);
    guard(() => {
      const made = make?.(); // after the end the guard lets nothing begin
      here.value = made;
      if (made !== undefined) onHere(made);
    });
    return here.peek();
  };
  return {
    here,
    need() {
      if (life.hasEnded || here.peek() !== undefined) return Promise.resolve(life.hasEnded ? undefined : here.peek());
      return (coming ??= bring().finally(() => (coming = undefined)));
    },
  };
}
