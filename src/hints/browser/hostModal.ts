import { isVisible } from './visible';

const MODAL = 'dialog:modal,[aria-modal=true]';

/** Modals of the host that are open. */
export const openModals = (page: Document, isOwn: (element: Element) => boolean): readonly Element[] =>
  [...page.querySelectorAll(MODAL)].filter((modal) => !isOwn(modal) && isVisible(modal));
