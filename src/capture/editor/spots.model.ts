import { computed, createModel, signal } from '@preact/signals-core';
import { withCovered, withRevealed } from './annotation';
import { namedSpots } from './pageParts';
import type { PixelsModelInstance } from './pixels.model';
import type { WorkModelInstance } from './work.model';

/** What a spot needs to be shown. */
export interface SpotsDeps {
  readonly work: WorkModelInstance;
  readonly pixels: PixelsModelInstance;
  /** Milliseconds since 1970. */
  now(): number;
}

/** What is covered in the picture, and what of it the person shows. */
export const SpotsModel = createModel(({ work, pixels, now }: SpotsDeps) => {
  const { subject } = pixels;

  return {
    /** Every spot under a name of its own. */
    named: computed(() => namedSpots(subject.value.spots)),
    /** The one that somebody points at in the list. */
    pointed: signal<number | undefined>(undefined),
    canReveal: computed(() => subject.value.draw !== undefined),
    revealed: computed(() => new Set(work.annotations.value.revealed.map(({ spot }) => spot))),
    /** Shows a covered spot. What the host blocked stays covered. */
    reveal(spot: number): void {
      const { spots, draw } = subject.peek();
      if (!draw || !spots.some(({ id, canReveal }) => id === spot && canReveal)) return;
      work.change(withRevealed(work.annotations.peek(), { spot, at: now() }));
      work.tell({ kind: 'revealed', spot });
    },
    /** Covers it again. */
    cover(spot: number): void {
      work.change(withCovered(work.annotations.peek(), spot));
      work.tell({ kind: 'covered', spot });
    },
  };
});
