import { isVisible } from './visible';

const KINDS = ['dialog:modal', '[aria-modal=true]'];

/**
 * Modals of the host that are open; one that is both is there twice. Asked for kind by kind: of a list the browser asks each element all, which
 * was more than half of what a change of page took.
 */
export const openModals = (page: Document, isOwn: (element: Element) => boolean): readonly Element[] =>
  KINDS.flatMap((kind) => [...page.querySelectorAll(kind)].filter((modal) => !isOwn(modal) && isVisible(modal)));
