import { computed, createModel, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Size } from './geometry';

/** Steps of the buttons. 1 is the picture's own size. */
const STEPS: readonly number[] = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6];

/** How large the picture is on the screen. */
export const ZoomModel = createModel((size: ReadonlySignal<Size>) => {
  const zoom = signal<number | 'fit'>('fit');
  /** The room there is for the picture; 0 until it is known. */
  const room = signal<Size>({ width: 0, height: 0 });
  const fitting = computed(() => {
    const { width, height } = size.value;
    const { value: place } = room;
    return place.width > 0 && place.height > 0 ? Math.min(1, place.width / width, place.height / height) : 1;
  });
  const scale = computed(() => (zoom.value === 'fit' ? fitting.value : zoom.value));
  const isBeyond = (step: number, way: 1 | -1): boolean =>
    way > 0 ? step > scale.value + 0.01 : step < scale.value - 0.01;

  return {
    zoom,
    room,
    scale,
    canEnlarge: computed(() => scale.value < (STEPS.at(-1) ?? 1)),
    canReduce: computed(() => scale.value > (STEPS[0] ?? 1)),
    enlarge(): void {
      zoom.value = STEPS.find((step) => isBeyond(step, 1)) ?? scale.value;
    },
    reduce(): void {
      zoom.value = [...STEPS].reverse().find((step) => isBeyond(step, -1)) ?? scale.value;
    },
  };
});
