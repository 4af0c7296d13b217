import type { Undo } from '../../foundation/lifetime';

/**
 * Esc in the page closes the topmost of ours, unless somebody else has a better right to it: a host that used the key, its popover that
 * lies open, a list or menu that the focus is in, an unfinished character. `onEscape` answers whether it closed anything.
 * Inside our own elements `root` hears of it, whatever the host has open.
 */
export function listenForEscape(view: Window, root: ShadowRoot, onEscape: (isInside: boolean) => boolean): Undo {
  const listener = (event: Event): void => {
    const isInside = event.currentTarget === root;
    const key = (event instanceof CustomEvent ? event.detail : event) as KeyboardEvent; // cl-keydown carries the native event
    if (key.key !== 'Escape' || key.defaultPrevented || key.isComposing) return;
    if (!isInside && isTakenByHost(view.document)) return;
    if (onEscape(isInside)) key.preventDefault(); // or the host's dialog below us would close too
  };
  view.addEventListener('keydown', listener);
  root.addEventListener('cl-keydown', listener);
  root.addEventListener('keydown', listener); // without the firewall
  return () => {
    view.removeEventListener('keydown', listener);
    root.removeEventListener('cl-keydown', listener);
    root.removeEventListener('keydown', listener);
  };
}

const isTakenByHost = (page: Document): boolean =>
  page.querySelector(':popover-open') !== null || page.activeElement?.getAttribute('aria-expanded') === 'true';
