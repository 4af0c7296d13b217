import type { Undo } from '../foundation/lifetime';
import { rememberFocus } from './focusScope';

/** One part of ours that the focus can go to. */
export interface FocusStop {
  isShown(): boolean;
  hasFocus(): boolean;
  enter(): void;
}

/** What a cycle is made of. */
export interface FocusCycle {
  readonly view: Window;
  /** A key such as `F6`, as `KeyboardEvent.key` names it. */
  readonly key: string;
  /** Our roots: the firewall keeps their keys from the page. */
  readonly roots: readonly ShadowRoot[];
  /** In the order of going round, after the page. */
  readonly stops: readonly FocusStop[];
}

/**
 * Goes round with one key: page, then each part of ours that is shown, then back to where the focus was in the page; with Shift the other
 * way. Without anything of ours on the screen the key does what the browser does with it. A host that used the key has it.
 */
export function cycleFocus({ view, key, roots, stops }: FocusCycle): Undo {
  let backToPage: (() => void) | undefined;
  const listener = (event: Event): void => {
    const press = (event instanceof CustomEvent ? event.detail : event) as KeyboardEvent; // cl-keydown carries the native event
    if (!isPress(press, key)) return;
    const shown = stops.filter((stop) => stop.isShown());
    if (shown.length === 0) return;
    press.preventDefault();
    const here = shown.findIndex((stop) => stop.hasFocus());
    if (here < 0) backToPage = rememberFocus(view.document);
    const turns = shown.length + 1; // the page is one of them
    const next = (here + 1 + (press.shiftKey ? -1 : 1) + turns) % turns;
    const stop = shown[next - 1];
    if (stop) stop.enter();
    else (backToPage ?? rememberFocus(view.document))();
  };
  view.addEventListener('keydown', listener);
  for (const root of roots) root.addEventListener('cl-keydown', listener, true); // before what a part does with the key when it is alone
  return () => {
    view.removeEventListener('keydown', listener);
    for (const root of roots) root.removeEventListener('cl-keydown', listener, true);
  };
}

const isPress = ({ key, defaultPrevented, ctrlKey, altKey, metaKey }: KeyboardEvent, wanted: string): boolean =>
  key === wanted && !(defaultPrevented || ctrlKey || altKey || metaKey);
