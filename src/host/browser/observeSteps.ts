import type { Undo } from '../../foundation/lifetime';
import type { IsInterface } from '../routeTemplate';
import type { PressEvent } from '../trail';
import { controlOf, pressedControl, tellsChange, type Control } from './controlOf';

/** A step as the page shows it; where and when are added by who knows. */
export type SeenStep = Pick<PressEvent, 'act' | 'role' | 'name' | 'control'>;

/** What steps are seen with. */
export interface ObserveStepsOptions {
  readonly isInterface: IsInterface;
  /** Passes over what is ours and what leads to us. */
  isOurs(path: readonly EventTarget[]): boolean;
  onStep(step: SeenStep): void;
}

/**
 * Tells each thing a person does with a control: pressed, changed, sent, Enter. Structure only: role and, when it is interface, name.
 * Listens in the capture phase of the window and never stops or changes an event.
 */
export function observeSteps(view: Window, options: ObserveStepsOptions): Undo {
  const { isInterface, isOurs, onStep } = options;
  const numbers = new WeakMap<Element, number>();
  let count = 0;

  const tell = (act: PressEvent['act'], control: Control | undefined): void => {
    if (!control) return;
    const number = numbers.get(control.element) ?? ++count;
    numbers.set(control.element, number);
    onStep({ act, role: control.role, name: control.name, control: number });
  };
  const listeners: Readonly<Record<string, (event: Event, path: readonly EventTarget[]) => void>> = {
    click(_, path) {
      const control = pressedControl(path, isInterface);
      if (control && !isSilentPress(control.element)) tell('press', control);
    },
    change(_, [target]) {
      if (target instanceof Element) tell('change', controlOf(target, isInterface));
    },
    submit(event, [target]) {
      const by = (event as SubmitEvent).submitter ?? target; // the listener is for submit
      if (by instanceof Element) tell('submit', controlOf(by, isInterface));
    },
    keydown(event, [target]) {
      const { key, repeat, isComposing } = event as KeyboardEvent; // the listener is for keydown
      if (key !== 'Enter' || repeat || isComposing || !(target instanceof Element)) return;
      if (!pressesItself(target)) tell('enter', pressedControl(event.composedPath(), isInterface));
    },
  };
  const listen = (event: Event): void => {
    if (!event.isTrusted) return; // what a script does is no step of a person
    const path = event.composedPath();
    try {
      if (!isOurs(path)) listeners[event.type]?.(event, path);
    } catch {
      // an element of the host that answers strangely has no step; the host must not notice
    }
  };
  for (const type of Object.keys(listeners)) view.addEventListener(type, listen, { capture: true, passive: true });
  return () => {
    for (const type of Object.keys(listeners)) view.removeEventListener(type, listen, true);
  };
}

/** A press that only puts the caret in a field, or that the browser repeats on the field of a label: the change says it. */
const isSilentPress = (element: Element): boolean =>
  tellsChange(element) || element.localName === 'label' || (element as Partial<HTMLElement>).isContentEditable === true; // shapes have none

/** Enter on these is a click, an end of line, or the choice of an option: it is told by its own event. */
const pressesItself = (element: Element): boolean =>
  element.matches('a[href],button,summary,select,textarea,input:not([type=text],[type=search],:not([type]))') ||
  (element as Partial<HTMLElement>).isContentEditable === true; // shapes have none
