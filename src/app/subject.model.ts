import { computed, createModel, signal, type ReadonlySignal } from '@preact/signals-core';
import {
  createPlaceTable,
  firstVisit,
  nextVisit,
  placeFromHost,
  subjectPlace,
  type HostContext,
  type Visit,
} from '../host';
import type { Place } from '../protocol/submission';
import type { Settings } from './settings';

/** What the subject is found with. */
export interface SubjectDeps {
  readonly settings: ReadonlySignal<Settings>;
  readonly visit: Visit;
}

/**
 * What a question is about: the screen the person was on, with the place and the client that were open there.
 * On a screen that is only a way in (the support screen itself) it is the screen before.
 */
export const SubjectModel = createModel(({ settings, visit: first }: SubjectDeps) => {
  const table = computed(() => createPlaceTable(settings.value.places, settings.value.passThrough));
  const visits = signal(firstVisit(first, table.peek()));
  const told = signal<HostContext | undefined>(undefined);
  let remembered: HostContext = {};

  /** What the host says of the page now. A `context` that throws counts as silence. */
  const asked = (): HostContext => {
    const given = told.peek();
    if (given) return given;
    try {
      return settings.peek().context() ?? {};
    } catch {
      return {};
    }
  };
  const isHere = (): boolean => visits.peek().current === visits.peek().subject;
  const context = (): HostContext => (isHere() ? asked() : remembered);

  return {
    visits,
    /** The host's places, for the picker. */
    places: computed(() => table.value.all),
    /** Whether the page that is open is only a way in: no picture is made of it. */
    isPassThrough: computed(() => table.value.isPassThrough(visits.value.current.path)),
    visit(visit: Visit): void {
      visits.value = nextVisit(visits.value, visit, table.value);
    },
    /** Replaces what the host told, until the next call. */
    tell(given: HostContext): void {
      told.value = given;
    },
    /** Keeps what the host says while the screen the problem is on is open: on the support screen it can no longer be asked. */
    remember(): void {
      if (isHere()) remembered = asked();
    },
    /** What the host said of the screen the problem is on. */
    context,
    /** The place a question is about. */
    place: (): Place | undefined =>
      settings.peek().collect.includes('place')
        ? placeFromHost(context(), subjectPlace(visits.peek(), table.peek()))
        : undefined,
  };
});
