import type { Undo } from '../foundation/lifetime';
import { fieldInUse, overlaps } from './fieldInUse';

/**
 * Keeps something that has no target away from the field in use: it goes to the first of its spots (`data-spot`, for the sheet) that
 * covers nothing, and stays there. Undone, it stays where it is.
 */
export function stayClear(card: HTMLElement, spots: readonly string[]): Undo {
  const page = card.ownerDocument;
  const view = page.defaultView;
  const covers = (): boolean => {
    const field = fieldInUse(page, card);
    return field !== undefined && overlaps(field.box, card.getBoundingClientRect());
  };
  const goTo = (spot: string | undefined): void => void (card.dataset['spot'] = spot);
  const look = (): void => {
    if (!covers()) return;
    for (const spot of spots) {
      goTo(spot);
      if (!covers()) return;
    }
    goTo(spots[0]);
  };
  goTo(spots[0]);
  look();
  page.addEventListener('focusin', look, true);
  view?.addEventListener('resize', look);
  return () => {
    page.removeEventListener('focusin', look, true);
    view?.removeEventListener('resize', look);
  };
}
