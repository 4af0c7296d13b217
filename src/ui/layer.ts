import type { Lifetime } from '../foundation/lifetime';
import type { HostModals } from './hostModals';

/**
 * How the panel is shown. Whoever was touched last is in front:
 *
 *            open()            host opens a modal
 *   closed ─────────▶ side ──────────────────────▶ parked ◀─┐
 *      │                ▲                           │   │   │ park() or the host opens another
 *      │                └── host closes its modal ──┘   │   │
 *      │                └── host closes its modal ── over ──┘
 *      └── open() while a host modal is open ─────────▶ ▲ open()
 *
 *   stepAside() hides it from any of these, and the host's modals no longer matter; stepBack() shows it where it belongs by then.
 */
export type LayerState = 'closed' | 'side' | 'parked' | 'over' | 'aside';

/** What `createLayer` works with. */
export interface LayerOptions {
  /** The panel, in the shadow root of our element under `<html>`. */
  readonly dialog: HTMLDialogElement;
  /** The host's modals, which the panel gives way to. Whoever watches them also moves our bar. */
  readonly modals: HostModals;
  readonly lifetime: Lifetime;
  /** Told after the panel was shown or hidden: in `parked` the bar should offer the way back. */
  readonly onState: (state: LayerState) => void;
}

/** The panel's place in the top layer. */
export interface Layer {
  readonly state: LayerState;
  /** Shows the panel in front of whatever is there, with the focus where it was when it was hidden. */
  open(): void;
  close(): void;
  /** Gives way to the host's modal; without one it does nothing. */
  park(): void;
  /** Makes room for a recording: only `stepBack` or `close` end it. */
  stepAside(): void;
  stepBack(): void;
}

/** Creates the layer. The end of its lifetime closes it. */
export function createLayer({ dialog, modals, lifetime, onState }: LayerOptions): Layer {
  const focus = followFocus(dialog, lifetime);
  let state: LayerState = 'closed';

  const show = (next: LayerState, takesFocus = false): void => {
    const restoreFocus = focus.remember();
    const hadFocus = takesFocus || state === 'over' || focus.isInside();
    hide(dialog);
    state = next;
    if (next === 'side') showBeside(dialog);
    if (next === 'over') dialog.showModal();
    if (hadFocus && (next === 'side' || next === 'over')) restoreFocus();
    onState(next);
  };
  lifetime.add(
    modals.follow((change) => {
      if (state === 'closed' || state === 'aside') return;
      if (change === 'opened') show('parked');
      else if (!modals.top()) show('side');
    }),
  );

  const layer: Layer = {
    get state() {
      return state;
    },
    open() {
      if (state === 'closed' || state === 'parked') show(modals.top() ? 'over' : 'side', true);
    },
    close: () => show('closed'),
    park: () => modals.top() && show('parked'),
    stepAside: () => show('aside'),
    stepBack: () => show(modals.top() ? 'over' : 'side', true),
  };
  listenToClosing(dialog, layer, lifetime);
  lifetime.add(() => hide(dialog));
  return layer;
}

function hide(dialog: HTMLDialogElement): void {
  if (dialog.matches(':popover-open')) dialog.hidePopover();
  if (dialog.open) dialog.close();
}

/** Inert for a moment: a dialog that is shown would take the host's focus. Whoever opened it decides about that. */
function showBeside(dialog: HTMLDialogElement): void {
  dialog.popover = 'manual';
  dialog.inert = true;
  dialog.showPopover();
  dialog.inert = false;
}

/** The browser closes a modal by itself on Esc and on Back: the first is ours to decide, the second has happened. */
function listenToClosing(dialog: HTMLDialogElement, layer: Layer, lifetime: Lifetime): void {
  const refuse = (event: Event): void => event.preventDefault();
  const follow = (): void => {
    if (layer.state === 'over' && !dialog.open) layer.close();
  };
  dialog.addEventListener('cancel', refuse);
  dialog.addEventListener('close', follow);
  lifetime.add(() => {
    dialog.removeEventListener('cancel', refuse);
    dialog.removeEventListener('close', follow);
  });
}

/** Remembers what had the focus inside, also after the host took it away. */
function followFocus(dialog: HTMLDialogElement, lifetime: Lifetime): { isInside(): boolean; remember(): () => void } {
  const root = dialog.getRootNode() as ShadowRoot; // the panel is built in our shadow root
  let last: HTMLElement | undefined;
  const note = (): void => {
    if (root.activeElement instanceof HTMLElement) last = root.activeElement;
  };
  for (const type of ['focusin', 'cl-focusin']) {
    dialog.addEventListener(type, note);
    lifetime.add(() => dialog.removeEventListener(type, note));
  }
  return {
    isInside: () => dialog.contains(root.activeElement),
    remember() {
      const before = last; // showing a dialog moves the focus, and that would be noted
      return () => before?.isConnected && before.focus({ preventScroll: true });
    },
  };
}
