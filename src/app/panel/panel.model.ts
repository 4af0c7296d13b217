import { computed, createModel, signal } from '@preact/signals-core';
import type { Id } from '../../foundation/id';

/** One screen of the panel. */
export type PanelScreen =
  | { readonly name: 'home' | 'question' | 'bundle' | 'review' | 'sent' }
  /** With a number: on the way to that question, as soon as it is in the list. */
  | { readonly name: 'mine'; readonly number?: string }
  | { readonly name: 'thread'; readonly question: Id }
  | { readonly name: 'mail'; readonly submission: Id };

const HOME: PanelScreen = { name: 'home' };

/** Where the person is inside the panel: a stack, so that Back means back. */
export const PanelModel = createModel(() => {
  const stack = signal<readonly PanelScreen[]>([HOME]);
  const side = signal<'left' | 'right' | undefined>(undefined);
  const width = signal<number | undefined>(undefined);
  return {
    screen: computed(() => stack.value.at(-1) ?? HOME),
    canGoBack: computed(() => stack.value.length > 1),
    /** The person's own choice of side and width; absent until made. */
    side,
    width,
    go(screen: PanelScreen): void {
      stack.value = [...stack.value, screen];
    },
    /** Takes the place of the screen that is open. */
    replace(screen: PanelScreen): void {
      stack.value = [...stack.value.slice(0, -1), screen];
    },
    back(): void {
      if (stack.value.length > 1) stack.value = stack.value.slice(0, -1);
    },
    /** Starts again from home, on the way to a screen. */
    reset(screen: PanelScreen = HOME): void {
      stack.value = screen.name === 'home' ? [HOME] : [HOME, screen];
    },
  };
});

/** The public face of the model. */
export type PanelModelInstance = InstanceType<typeof PanelModel>;
