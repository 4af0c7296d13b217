import type { HostModals } from './hostModals';

/** Keeps our movable element where it can be used: inside the host's topmost modal, else under `<html>`. */
export interface BarMover {
  /** Puts the bar on the page. */
  join(): void;
  /** Takes it off the page. */
  leave(): void;
}

/** Creates the one mover of the bar. A popover that moves in the tree is hidden by the browser: it is shown again. `moveBefore` would leave it blocked. */
export function createBarMover(bar: HTMLElement, modals: HostModals): BarMover {
  const home = (): Element => modals.top() ?? bar.ownerDocument.documentElement;
  let shown: readonly HTMLElement[] = [];
  modals.follow(() => {
    const wasLost = !bar.isConnected && bar.parentNode !== null; // the host removed its dialog with the bar inside
    if (!bar.isConnected && !wasLost) return;
    if (!wasLost) shown = [...(bar.shadowRoot?.querySelectorAll<HTMLElement>(':popover-open') ?? [])];
    if (bar.parentNode === home()) return;
    home().append(bar);
    for (const popover of shown) if (popover.isConnected) popover.showPopover();
  });
  return {
    join() {
      if (!bar.isConnected) home().append(bar);
    },
    leave: () => bar.remove(),
  };
}
