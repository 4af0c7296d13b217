import { isVisible, parentOf } from './visible';

const MODAL = 'dialog:modal,[aria-modal=true]';

/** Tells whether a modal of the host is open that does not hold the element; without an element, whether one is open. */
export function isBehindModal(
  element: Element | undefined,
  page: Document,
  isOwn: (element: Element) => boolean,
): boolean {
  const modals = [...page.querySelectorAll(MODAL)].filter((modal) => !isOwn(modal) && isVisible(modal));
  return modals.some((modal) => !element || !holds(modal, element));
}

function holds(modal: Element, element: Element): boolean {
  for (let one: Element | undefined = element; one; one = parentOf(one)) if (one === modal) return true;
  return false;
}
