/** Ends what was started. */
type Undo = () => void;

/** What a host could act on: to close its dialog, to fire a shortcut, to mark its form dirty. */
const TYPES =
  'pointerdown pointerup mousedown mouseup click auxclick dblclick contextmenu keydown keyup keypress beforeinput input paste copy cut dragenter dragover drop touchstart touchend wheel focusin focusout focus blur';

/** What tells that the host guards a dialog of its own: then it may not learn that focus went to us. */
const GUARDED = 'dialog:modal,[aria-modal=true],[role=dialog],[role=alertdialog],body>[inert],body>[aria-hidden=true]';

/**
 * Keeps what happens in our elements away from the host, in the capture phase of the window, before the host's own listeners.
 * Each event is told again inside our root as `cl-<type>`, in the same task; `on()` listens to both.
 * Whatever the browser does by itself (typing, caret, links) goes on. Start it as early as can be: window listeners run in order.
 */
export function startFirewall(page: Window, isOwn: (target: EventTarget) => boolean): Undo {
  const hidesFocus = (event: Event): boolean =>
    /^(blur|focusout)$/.test(event.type) && isOurs((event as FocusEvent).relatedTarget) && isGuarded(page.document); // both types are FocusEvents
  const isOurs = (target: EventTarget | null): boolean => target !== null && isOwn(target);

  const keep = (event: Event): void => {
    const path = event.composedPath();
    if (!path.some(isOwn)) {
      if (hidesFocus(event)) event.stopImmediatePropagation();
      return;
    }
    event.stopImmediatePropagation();
    const retold = new CustomEvent(`cl-${event.type}`, { bubbles: true, cancelable: true, detail: event });
    if (path[0]?.dispatchEvent(retold) === false) event.preventDefault();
  };

  const types = TYPES.split(' ');
  const options = (type: string): AddEventListenerOptions => ({ capture: true, passive: /^(wheel|touch)/.test(type) });
  for (const type of types) page.addEventListener(type, keep, options(type));
  return () => {
    for (const type of types) page.removeEventListener(type, keep, true);
  };
}

function isGuarded(document: Document): boolean {
  const isVisible = (element: Element): boolean =>
    element.getClientRects().length > 0 || element.hasAttribute('inert') || element.hasAttribute('aria-hidden');
  return (
    [...document.querySelectorAll(GUARDED)].some(isVisible) || getComputedStyle(document.body).pointerEvents === 'none'
  );
}
