import type { Undo } from '../../../foundation/lifetime';

/** Keys such as `Alt+Shift+P`, with what they do. */
export type KeyActs = readonly (readonly [keys: string | false, act: () => void])[];

/** Listens for keys on the whole page, and inside our bar, whose keys the firewall keeps from the page. */
export function listenForKeys(view: Window, bar: ShadowRoot, acts: KeyActs): Undo {
  const listener = (event: Event): void => {
    const key = (event instanceof CustomEvent ? event.detail : event) as KeyboardEvent; // cl-keydown carries the native event
    const found = acts.find(([keys]) => keys !== false && isPressed(key, keys));
    if (!found || key.repeat) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    found[1]();
  };
  view.addEventListener('keydown', listener, true);
  bar.addEventListener('cl-keydown', listener, true);
  return () => {
    view.removeEventListener('keydown', listener, true);
    bar.removeEventListener('cl-keydown', listener, true);
  };
}

/** `code` and not `key`: with Alt and Shift a keyboard may give another letter. */
function isPressed(event: KeyboardEvent, keys: string): boolean {
  const names = keys.split('+');
  const last = names.at(-1)?.toUpperCase() ?? '';
  const isHeld = (name: string, isDown: boolean): boolean => names.includes(name) === isDown;
  return (
    (event.code === `Key${last}` || event.code === `Digit${last}`) &&
    isHeld('Alt', event.altKey) &&
    isHeld('Shift', event.shiftKey) &&
    isHeld('Ctrl', event.ctrlKey) &&
    isHeld('Meta', event.metaKey)
  );
}
