import { computed, createModel, signal } from '@preact/signals-core';
import { shapeIn, type Annotations, type Shape } from './annotation';
import type { Selected } from './gesture';
import { did, redone, startHistory, undone } from './history';

/** Something that happened and that people who listen are told. */
export type News =
  | { readonly kind: 'placed' | 'removed' | 'front' | 'back'; readonly shape: Shape }
  | { readonly kind: 'moved' | 'sized'; readonly shape: Shape }
  | { readonly kind: 'undone' | 'redone' | 'cropped' | 'uncropped' | 'retaken' }
  | { readonly kind: 'revealed' | 'covered'; readonly spot: number };

/** What was done to the picture, step by step, and what is chosen on it. */
export const WorkModel = createModel((start: Annotations) => {
  const history = signal(startHistory(start));
  const selected = signal<Selected>(undefined);
  const news = signal<News | undefined>(undefined);
  const annotations = computed(() => history.value.now);

  /** What is chosen may be gone by now. */
  const keepSelection = (): void => {
    const { now } = history.peek();
    const chosen = selected.peek();
    const isThere = chosen === 'crop' ? now.crop !== undefined : shapeIn(now, chosen) !== undefined;
    if (!isThere) selected.value = undefined;
  };
  const step = (act: typeof undone, kind: 'undone' | 'redone'): void => {
    const next = act(history.peek());
    if (next === history.peek()) return;
    history.value = next;
    keepSelection();
    news.value = { kind };
  };

  return {
    annotations,
    selected,
    news,
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    shape: computed(() =>
      typeof selected.value === 'number' ? shapeIn(annotations.value, selected.value) : undefined,
    ),
    /** Goes on with another picture; steps with the same `act` are undone together. */
    change(next: Annotations, act?: string): void {
      history.value = did(history.peek(), next, act);
      keepSelection();
    },
    /** Covers every spot that is not among these: it could not be drawn. */
    keepRevealed(spots: readonly number[]): void {
      const { now } = history.peek();
      const revealed = now.revealed.filter(({ spot }) => spots.includes(spot));
      history.value = { ...history.peek(), now: { ...now, revealed } };
    },
    /** Begins again from here: nothing before it can be undone. */
    restart(next: Annotations): void {
      history.value = startHistory(next);
      keepSelection();
    },
    undo: (): void => step(undone, 'undone'),
    redo: (): void => step(redone, 'redone'),
    tell(told: News): void {
      news.value = told;
    },
  };
});

/** The history of one picture. */
export type WorkModelInstance = InstanceType<typeof WorkModel>;
