import { computed, createModel, signal } from '@preact/signals-core';
import type { Id } from '../foundation/id';
import type { TrailModelInstance, Visit } from '../host';
import type { Settings } from './settings';
import { SubjectModel } from './subject.model';

/** What the app starts with. */
export interface AppStart {
  readonly settings: Settings;
  readonly visit: Visit;
  readonly isOnline: boolean;
}

/** What the launcher is drawn from. */
export interface LauncherState {
  readonly settings: Settings;
  readonly isShown: boolean;
  /** What stands on it while it is the way back to a parked panel. */
  readonly resume: string | undefined;
  readonly unread: number;
  readonly isBusy: boolean;
}

/** Where the app stands: settings, the page under it, and what is shown of us. */
export const AppModel = createModel((start: AppStart) => {
  const settings = signal(start.settings);
  const subject = new SubjectModel({ settings, visit: start.visit });
  const isOpen = signal(false);
  const isOnline = signal(start.isOnline);
  const isSignedIn = signal(false);
  const isOpening = signal(false);
  const isAside = signal(false);
  const resume = signal<string | undefined>(undefined);
  const isLauncherShown = signal(start.settings.launcher);
  const unread = signal(0);
  const openQuestions = signal<number | undefined>(undefined);
  const waiting = signal(0);
  const unreadable = signal<readonly Id[]>([]);
  const hasHints = signal(false);
  const trail = signal<TrailModelInstance | undefined>(undefined);

  return {
    settings,
    subject,
    isOpen,
    isOnline,
    isSignedIn,
    isLauncherShown,
    unread,
    /** Questions of this person that are not closed; not known until answers were looked for. */
    openQuestions,
    waiting,
    /** What was to be sent and can never be read again: its key is gone, or it was damaged. */
    unreadable,
    /** Hints run for who is signed in. */
    hasHints,
    /** What happened before a press; nothing until its chunk is there, nor with `moment.steps: 0`. */
    trail,
    /** The panel has made room for a recording; the bar takes the launcher's place. */
    isAside,
    /** The panel is on its way. */
    isOpening,
    /** What stands on the launcher while the panel is parked for a dialog of the host. */
    resume,
    /** The launcher makes room for an open panel, and brings a parked one back. */
    launcher: computed((): LauncherState => ({
      settings: settings.value,
      isShown: !isAside.value && (resume.value !== undefined || (isLauncherShown.value && !isOpen.value)),
      resume: resume.value,
      unread: unread.value,
      isBusy: isOpening.value || (waiting.value > 0 && isOnline.value),
    })),
    change(next: Settings): void {
      if (next.launcher !== settings.value.launcher) isLauncherShown.value = next.launcher;
      settings.value = next;
    },
  };
});

/** The public face of the model. */
export type AppModelInstance = InstanceType<typeof AppModel>;
