import type { Clock } from '../../foundation/clock';
import type { Lifetime, Undo } from '../../foundation/lifetime';
import { createBarMover, type BarMover } from '../../ui/barMover';
import { watchHostModals, type HostModals } from '../../ui/hostModals';
import type { AppModelInstance } from '../app.model';
import { createOwnElement } from '../ownElement';
import type { DoorControl } from '../ports';
import { launcherFace } from './launcherFace';
import { createPill } from './pill';

/** What the launcher is made with. */
export interface LauncherDeps {
  readonly view: Window;
  readonly model: AppModelInstance;
  readonly doors: DoorControl;
  readonly clock: Clock;
  readonly lifetime: Lifetime;
}

/** What others need of the launcher. */
export interface LauncherPart {
  /** The host's modals, watched once for all of us. */
  readonly modals: HostModals;
  readonly bar: BarPlace;
}

/** Our movable element, which others may draw in too. */
export interface BarPlace {
  readonly element: HTMLElement;
  /** Keeps it on the page until undone. */
  hold(): Undo;
  /** Calls after the host took it off the page with a dialog's content; nothing of it is seen for a second. */
  onRemoved(listener: () => void): Undo;
}

/** Starts the launcher: it shows whatever the model says, and its presses go through the doors. */
export function startLauncher({ view: { document: page }, model, doors, clock, lifetime }: LauncherDeps): LauncherPart {
  const bar = createOwnElement(page, 'cliendo-support-bar');
  const pill = createPill(page, bar);
  const modals = watchHostModals(page, lifetime);
  const place = createBarPlace(bar, createBarMover(bar, { modals, clock, lifetime }));
  let leave: Undo | undefined;

  for (const prefix of ['', 'cl-']) {
    const listen = (name: string, act: () => void): void => pill.button.addEventListener(prefix + name, act);
    listen('pointerenter', () => doors.listener.onIntent());
    listen('focusin', () => doors.listener.onIntent());
    listen('pointerdown', () => doors.listener.onPress());
    listen('click', () => doors.listener.onOpen('answers', pill.button));
  }
  lifetime.add(
    model.launcher.subscribe((launcher) => {
      const isShown = launcher.isShown && !lifetime.hasEnded; // its chunk may arrive after the end
      if (!isShown) {
        pill.hide();
        leave?.();
        leave = undefined;
        return;
      }
      leave ??= place.hold();
      pill.show(launcherFace(launcher));
    }),
  );
  return { modals, bar: place };
}

/** On the page as long as somebody draws in it. */
function createBarPlace(element: HTMLElement, mover: BarMover): BarPlace {
  const holders = new Set<object>();
  return {
    element,
    onRemoved: (listener) => mover.onRemoved(listener),
    hold() {
      const holder = {};
      holders.add(holder);
      mover.join();
      return () => {
        if (holders.delete(holder) && holders.size === 0) mover.leave();
      };
    },
  };
}
