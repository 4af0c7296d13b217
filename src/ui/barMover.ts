import type { Clock } from '../foundation/clock';
import type { Lifetime, Undo } from '../foundation/lifetime';
import type { HostModals } from './hostModals';

/** Keeps our movable element where it can be used: inside the host's topmost modal, else under `<html>`. */
export interface BarMover {
  /** Puts the bar on the page. */
  join(): void;
  /** Takes it off the page. */
  leave(): void;
  /** Calls after the host took the bar off the page, with all else in its dialog. It is under `<html>` by then, and nothing of it is seen for a second. */
  onRemoved(listener: () => void): Undo;
}

/** What the bar is moved with. */
export interface BarMoverDeps {
  readonly modals: HostModals;
  readonly clock: Clock;
  readonly lifetime: Lifetime;
}

/** So long it stays away from a dialog that the host emptied: who draws that anew does so once more, and not against us. Milliseconds. */
const REST_MS = 1000;

/** Creates the one mover of the bar. A popover that moves in the tree is hidden by the browser: it is shown again. `moveBefore` would leave it blocked. */
export function createBarMover(bar: HTMLElement, { modals, clock, lifetime }: BarMoverDeps): BarMover {
  const { documentElement: html } = bar.ownerDocument;
  const listeners = new Set<() => void>();
  const popovers = openPopovers(bar, lifetime);
  const home = (): Element => modals.top() ?? html;
  let [isOnPage, isResting] = [false, false];

  const settle = (): void => {
    if (!isOnPage || isResting) return;
    if (bar.parentNode === home()) return;
    put(home());
    popovers.showAgain();
  };
  const put = (place: Element): void => {
    place.append(bar);
    emptied.disconnect();
    if (place !== html) emptied.observe(place, { childList: true });
  };
  const wake = (): void => {
    isResting = false;
    settle();
    popovers.showAgain();
  };
  let wakeNever: Undo = () => undefined;
  const emptied = new MutationObserver(() => {
    if (!isOnPage || bar.parentNode) return;
    isResting = true;
    put(html);
    wakeNever = clock.after(REST_MS, wake);
    for (const listener of listeners) listener();
  });
  const leave = (): void => {
    isOnPage = false;
    emptied.disconnect();
    bar.remove();
  };
  modals.follow(settle);
  lifetime.add(() => {
    wakeNever();
    leave();
  });

  return {
    join() {
      isOnPage = true;
      if (!bar.isConnected) put(home());
    },
    leave,
    onRemoved(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Knows which popovers of the bar are open. Those that leave the page the browser hides without a word: they still are to be seen. */
function openPopovers(bar: HTMLElement, lifetime: Lifetime): { showAgain(): void } {
  const open = new Set<HTMLElement>();
  const note = ({ target, newState }: Event & { readonly newState?: string }): void => {
    if (!(target instanceof HTMLElement) || !target.hasAttribute('popover')) return;
    open[newState === 'open' ? 'add' : 'delete'](target);
    forgetGone();
  };
  const forgetGone = (): void => {
    for (const popover of open) if (!bar.shadowRoot?.contains(popover)) open.delete(popover);
  };
  bar.shadowRoot?.addEventListener('beforetoggle', note, true);
  lifetime.add(() => bar.shadowRoot?.removeEventListener('beforetoggle', note, true));
  return {
    showAgain() {
      forgetGone();
      for (const popover of open) if (popover.isConnected && !popover.matches(':popover-open')) popover.showPopover();
    },
  };
}
