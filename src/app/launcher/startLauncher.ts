import type { Lifetime } from '../../foundation/lifetime';
import { createBarMover } from '../../ui/barMover';
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
  readonly lifetime: Lifetime;
}

/** What others need of the launcher. */
export interface LauncherPart {
  /** The host's modals, watched once for all of us. */
  readonly modals: HostModals;
}

/** Starts the launcher: it shows whatever the model says, and its presses go through the doors. */
export function startLauncher({ view: { document: page }, model, doors, lifetime }: LauncherDeps): LauncherPart {
  const bar = createOwnElement(page, 'cliendo-support-bar');
  const pill = createPill(page, bar);
  const modals = watchHostModals(page, lifetime);
  const mover = createBarMover(bar, modals);

  for (const prefix of ['', 'cl-']) {
    const listen = (name: string, act: () => void): void => pill.button.addEventListener(prefix + name, act);
    listen('pointerenter', () => doors.listener.onIntent());
    listen('focusin', () => doors.listener.onIntent());
    listen('pointerdown', () => doors.listener.onPress());
    listen('click', () => doors.listener.onOpen('answers', pill.button));
  }
  lifetime.add(() => mover.leave());
  lifetime.add(
    model.launcher.subscribe((launcher) => {
      if (!launcher.isShown || lifetime.hasEnded) return mover.leave(); // its chunk may arrive after the end
      mover.join();
      pill.show(launcherFace(launcher));
    }),
  );
  return { modals };
}
