import { parentOf } from './elementSigns';
import { openModals } from './hostModal';

/**
 * Tells whether something of the host lies over the middle of an element, whose rectangle this is. Asks the layout: in the callback of an
 * observer of the view that is there already, anywhere else it is forced.
 */
export function isCovered(
  element: Element,
  { left, top, width, height }: DOMRectReadOnly,
  isOwn: (element: Element) => boolean,
): boolean {
  if (!element.isConnected) return false;
  const root = element.getRootNode() as Document | ShadowRoot; // what is on a page stands in one of these
  const onTop = root.elementFromPoint(left + width / 2, top + height / 2);
  if (!onTop || isOwn(onTop) || element.contains(onTop) || onTop.contains(element)) return false;
  return onTop.closest('label')?.control !== element; // a label over its own field covers nothing
}

/**
 * Creates what tells whether a modal of the host is open that does not hold the element; without an element, whether one is open. Each hint asks
 * when all are judged: what is open is listed once, and anew when the host has had its turn.
 */
export function noticeModals(
  page: Document,
  isOwn: (element: Element) => boolean,
): (element: Element | undefined) => boolean {
  let open: readonly Element[] | undefined;
  return (element) => {
    if (!open) queueMicrotask(() => (open = undefined));
    open ??= openModals(page, isOwn);
    return open.some((modal) => !element || !holds(modal, element));
  };
}

function holds(modal: Element, element: Element): boolean {
  for (let one: Element | undefined = element; one; one = parentOf(one)) if (one === modal) return true;
  return false;
}
