import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLifetime, type Lifetime } from '../../../src/foundation/lifetime';
import { createBarMover, type BarMover } from '../../../src/ui/barMover';
import type { HostModalChange, HostModals } from '../../../src/ui/hostModals';
import { manualClock, type ManualClock } from '../../support/builders';

/** What is seen: the browser hides without a word what leaves the page. */
let seen: Set<string>;
let removed: number;
let top: HTMLDialogElement | undefined;
let follow: (change?: HostModalChange) => void;
let clock: ManualClock;
let lifetime: Lifetime;
let bar: HTMLElement;
let mover: BarMover;

/** A popover that behaves as in a browser, as far as it is asked. */
function aPopover(name: string): HTMLElement {
  const popover = document.createElement('div');
  popover.setAttribute('popover', 'manual');
  const toggle = (newState: string): void =>
    void popover.dispatchEvent(Object.assign(new Event('beforetoggle'), { newState }));
  popover.showPopover = () => (toggle('open'), seen.add(name));
  popover.hidePopover = () => (toggle('closed'), seen.delete(name));
  Object.assign(popover, { matches: () => seen.has(name) });
  bar.shadowRoot?.append(popover);
  return popover;
}
/** Lets observers hear of it. A move in the tree hides all popovers. */
const heard = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const open = (): void => {
  top = document.createElement('dialog');
  document.body.append(top);
  seen.clear();
  follow();
};
const empty = (): void => {
  top?.replaceChildren();
  seen.clear();
};

beforeEach(() => {
  [seen, removed, top, clock, lifetime] = [new Set(), 0, undefined, manualClock(), createLifetime()];
  document.body.innerHTML = '';
  bar = document.createElement('cliendo-support-bar');
  bar.attachShadow({ mode: 'open' });
  const followedBy: HostModals['follow'] = (listener) => {
    follow = (change = 'opened') => listener(change);
    return () => undefined;
  };
  const modals = { top: () => top, follow: followedBy };
  mover = createBarMover(bar, { modals, clock, lifetime });
  mover.onRemoved(() => (removed += 1));
});
afterEach(() => lifetime.end());

it('goes into the dialog of the host and back, and what was seen of it is seen again', () => {
  mover.join();
  const [kaart, knop] = [aPopover('kaart'), aPopover('knop')];
  for (const popover of [kaart, knop]) popover.showPopover();
  knop.hidePopover();
  open();
  expect([bar.parentElement?.localName, [...seen]]).toEqual(['dialog', ['kaart']]);
  top = undefined;
  seen.clear();
  follow();
  expect([bar.parentElement?.localName, [...seen], removed]).toEqual(['html', ['kaart'], 0]);
});

it('that is gone with all else in the dialog is back under the page at once, hidden, and in the dialog after a second', async () => {
  mover.join();
  open();
  aPopover('kaart').showPopover();
  empty();
  await heard();
  expect([bar.parentElement?.localName, [...seen], removed]).toEqual(['html', [], 1]);
  clock.pass(999);
  follow();
  expect([bar.parentElement?.localName, [...seen]]).toEqual(['html', []]);
  clock.pass(1);
  expect([bar.parentElement?.localName, [...seen]]).toEqual(['dialog', ['kaart']]);
});

it('does not fight a host that empties its dialog again and again: once a second at most', async () => {
  mover.join();
  open();
  aPopover('kaart').showPopover();
  for (let time = 0; time < 3; time++) {
    empty();
    await heard(); // oxlint-disable-line no-await-in-loop -- one after another
    empty();
    await heard(); // oxlint-disable-line no-await-in-loop -- one after another
    expect(removed).toBe(time + 1);
    clock.pass(1000);
  }
  expect([...seen]).toEqual(['kaart']);
});

it('of a dialog that closed meanwhile stays where it is, and is seen there', async () => {
  mover.join();
  open();
  aPopover('kaart').showPopover();
  empty();
  await heard();
  top = undefined;
  clock.pass(1000);
  expect([bar.parentElement?.localName, [...seen]]).toEqual(['html', ['kaart']]);
});

it('that we take off the page ourselves, or that ended, stays off', async () => {
  mover.join();
  open();
  mover.leave();
  await heard();
  clock.pass(2000);
  follow();
  expect([bar.isConnected, removed]).toEqual([false, 0]);
  mover.join();
  empty();
  await heard();
  lifetime.end();
  clock.pass(2000);
  expect([bar.isConnected, removed]).toEqual([false, 1]);
});
