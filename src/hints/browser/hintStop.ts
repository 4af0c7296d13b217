import type { FocusStop } from '../../ui';

const CARDS = '.hints:not([hidden]) > .hint:not([data-away=""], .hint-note)';
const DOTS = '.hints:not([hidden]) > .hint-beacon:not([data-away=""])';

/** Hints as a stop of the key that goes round: the card that came last, else the first dot. */
export function hintStop(root: ShadowRoot): FocusStop {
  const cards = (): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>(CARDS)];
  const dot = (): HTMLElement | null => root.querySelector<HTMLElement>(`${DOTS} > button`);
  return {
    isShown: () => cards().length > 0 || dot() !== null,
    hasFocus: () => root.activeElement?.closest('.hints') != null,
    enter() {
      const card = cards().at(-1);
      (card?.querySelector<HTMLElement>('h2') ?? card ?? dot())?.focus({ preventScroll: true });
    },
  };
}
