import { createModel, signal } from '@preact/signals-core';

/** Why a recording rests: the person, a page that may not be shown, or a tab that nobody looks at. */
export type Hold = 'person' | 'page' | 'hidden';

/** What holds a recording. It runs while nothing does. */
export const HoldsModel = createModel(() => {
  const holds = signal<ReadonlySet<Hold>>(new Set());
  return {
    holds,
    set(hold: Hold, isOn: boolean): void {
      if (holds.peek().has(hold) === isOn) return;
      const next = new Set(holds.peek());
      if (isOn) next.add(hold);
      else next.delete(hold);
      holds.value = next;
    },
    /** The person's own holds end with a recording; a page that may not be shown is still there. */
    begin(): void {
      holds.value = new Set([...holds.peek()].filter((hold) => hold === 'page'));
    },
  };
});
