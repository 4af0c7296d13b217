import type { Undo } from '../foundation/lifetime';

/** What a press does something to. A text field has had its focus by the time the press ends. */
const PRESSABLE = 'button,a[href],summary,label';
/** A hand that holds still moves no further, in CSS pixels; further is a drag, by which a press is taken back (WCAG 2.5.2). */
const STILL_PX = 10;

interface Press {
  readonly on: HTMLElement;
  readonly at: DOMRect;
  readonly x: number;
  readonly y: number;
}

/**
 * Lets a press count for what it began on, also when something that arrived meanwhile moved that from under the finger.
 * The browser gives such a click to whatever lies there by then, or to nobody: a button that was pressed did nothing.
 */
export function keepPress(root: HTMLElement): Undo {
  let press: Press | undefined;

  const begin = (event: Event): void => {
    const { clientX: x, clientY: y } = nativeOf(event);
    const on = pathOf(event).find((element) => element.matches(PRESSABLE));
    press = on && { on, at: on.getBoundingClientRect(), x, y };
  };
  const end = (event: Event): void => {
    const [begun, native] = [press, nativeOf(event)];
    if (!begun || native.detail === 0) return; // by keyboard, or by us
    press = undefined;
    if (pathOf(event).includes(begun.on) || !isStill(begun, native) || !hasMoved(begun)) return;
    event.stopPropagation();
    event.preventDefault();
    begun.on.click();
  };

  const listeners = [
    ['pointerdown', begin],
    ['cl-pointerdown', begin],
    ['click', end],
    ['cl-click', end],
  ] as const;
  for (const [type, listener] of listeners) root.addEventListener(type, listener, true);
  return () => {
    for (const [type, listener] of listeners) root.removeEventListener(type, listener, true);
  };
}

/** `cl-<type>` carries the native event, firewall.ts. */
const nativeOf = (event: Event): PointerEvent => (event instanceof CustomEvent ? event.detail : event) as PointerEvent; // both types are PointerEvents

const pathOf = (event: Event): readonly HTMLElement[] =>
  event.composedPath().filter((target) => target instanceof HTMLElement);

const isStill = ({ x, y }: Press, { clientX, clientY }: PointerEvent): boolean =>
  Math.hypot(clientX - x, clientY - y) <= STILL_PX;

function hasMoved({ on, at }: Press): boolean {
  const { x, y } = on.getBoundingClientRect();
  return on.isConnected && (x !== at.x || y !== at.y);
}
