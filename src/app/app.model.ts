import { computed, createModel, signal } from '@preact/signals-core';
import { createPlaceTable, placeFromHost, nextVisit, firstVisit, subjectPlace, type HostContext, type Visit } from '../host';
import type { Place } from '../protocol/submission';
import type { Settings } from './settings';

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
  const table = computed(() => createPlaceTable(settings.value.places, settings.value.passThrough));
  const visits = signal(firstVisit(start.visit, table.peek()));
  const told = signal<HostContext | undefined>(undefined);
  let subjectContext: HostContext = {};
  const isOpen = signal(false);
  const isOnline = signal(start.isOnline);
  const isSignedIn = signal(false);
  const isOpening = signal(false);
  const resume = signal<string | undefined>(undefined);
  const isLauncherShown = signal(start.settings.launcher);
  const unread = signal(0);
  const waiting = signal(0);

  /** What the host says of the page now. A `context` that throws counts as silence. */
  const hostContext = (): HostContext => {
    const given = told.peek();
    if (given) return given;
    try {
      return settings.peek().context() ?? {};
    } catch {
      return {};
    }
  };
  const isOnSubject = (): boolean => visits.peek().current === visits.peek().subject;

  return {
    settings,
    visits,
    isOpen,
    isOnline,
    isSignedIn,
    isLauncherShown,
    unread,
    waiting,
    /** The panel is on its way. */
    isOpening,
    /** What stands on the launcher while the panel is parked for a dialog of the host. */
    resume,
    /** The launcher makes room for an open panel, and brings a parked one back. */
    launcher: computed(
      (): LauncherState => ({
        settings: settings.value,
        isShown: resume.value !== undefined || (isLauncherShown.value && !isOpen.value),
        resume: resume.value,
        unread: unread.value,
        isBusy: isOpening.value || (waiting.value > 0 && isOnline.value),
      }),
    ),
    /** The host's places, for the picker. */
    places: computed(() => table.value.all),
    /** Whether the page that is open is only a way in: no picture is made of it. */
    isPassThrough: computed(() => table.value.isPassThrough(visits.value.current.path)),
    /** The screen the problem is on, when the current one is only a way in. */
    subject: computed(() => (visits.value.current === visits.value.subject ? undefined : visits.value.subject)),

    visit(visit: Visit): void {
      visits.value = nextVisit(visits.value, visit, table.value);
    },
    /** Replaces what the host told, until the next call. */
    tell(context: HostContext): void {
      told.value = context;
    },
    change(next: Settings): void {
      if (next.launcher !== settings.value.launcher) isLauncherShown.value = next.launcher;
      settings.value = next;
    },
    hostContext,
    /** Keeps what the host says while the screen the problem is on is open: on the support screen it can no longer be asked. */
    rememberSubject(): void {
      if (isOnSubject()) subjectContext = hostContext();
    },
    /** What the host said of the screen the problem is on. */
    subjectContext: (): HostContext => (isOnSubject() ? hostContext() : subjectContext),
    /** The place a question is about. */
    place(): Place | undefined {
      if (!settings.peek().collect.includes('place')) return undefined;
      const routed = subjectPlace(visits.peek(), table.peek());
      return placeFromHost(isOnSubject() ? hostContext() : subjectContext, routed);
    },
  };
});

/** The public face of the model. */
export type AppModelInstance = InstanceType<typeof AppModel>;
