import type { Undo } from '../../foundation/lifetime';

/** Keeps the focus in the panel when what has it goes away: what was around it takes over, so that every key goes on working. */
export function keepFocus(panel: HTMLElement): Undo {
  const root = panel.getRootNode() as ShadowRoot; // drawn in our shadow root
  let path: readonly HTMLElement[] = []; // what has the focus and what is around it, inside out
  const note = (): void => {
    path = pathTo(root.activeElement, panel);
  };
  const leave = (): void => queueMicrotask(() => path[0]?.isConnected && note()); // the person went elsewhere: nothing is taken back
  const observer = new MutationObserver(() => {
    if (path[0]?.isConnected !== false || root.activeElement) return;
    const around = path.find((element) => element.isConnected);
    if (!around) return;
    if (!around.hasAttribute('tabindex')) around.tabIndex = -1;
    around.focus({ preventScroll: true });
  });
  const names = ['focusin', 'cl-focusin', 'focusout', 'cl-focusout'];
  const listen = (event: Event): void => (event.type.endsWith('in') ? note() : leave());
  for (const name of names) panel.addEventListener(name, listen);
  observer.observe(panel, { childList: true, subtree: true });
  return () => {
    for (const name of names) panel.removeEventListener(name, listen);
    observer.disconnect();
  };
}

function pathTo(element: Element | null, panel: HTMLElement): readonly HTMLElement[] {
  if (!(element instanceof HTMLElement) || !panel.contains(element)) return [];
  return element === panel ? [panel] : [element, ...pathTo(element.parentElement, panel)];
}
