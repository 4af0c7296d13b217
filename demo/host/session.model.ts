import { createModel, signal } from '@preact/signals-core';
import type { ReadonlySignal } from '@preact/signals-core';
import { personById } from './data/people';
import type { Person } from './data/people';
import type { HostApi } from './hostApi';

/** Whether somebody is logged in. */
export type SessionState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'out'; readonly failed: boolean }
  | { readonly kind: 'in'; readonly person: Person };

/** Who is logged in, with the ways in and out. */
export interface Session {
  readonly state: ReadonlySignal<SessionState>;
  resume(): Promise<void>;
  logIn(person: string): Promise<void>;
  logOut(): Promise<void>;
}

/** Who wants to know that somebody came in, and may hold up who leaves: the session ends after that, because sending needs it. */
export interface Comings {
  enter(): void;
  leave(): Promise<void>;
}

/** Makes the session. */
export const SessionModel = createModel((api: HostApi, comings: Comings): Session => {
  let isLeaving = false; // a second press while the first is being settled
  const state = signal<SessionState>({ kind: 'asking' });
  const enter = (id: string | undefined, failed: boolean): void => {
    const person = id === undefined ? undefined : personById(id);
    state.value = person ? { kind: 'in', person } : { kind: 'out', failed };
    if (person) comings.enter();
  };
  return {
    state,
    async resume() {
      enter(await api.me(), false);
    },
    async logIn(person) {
      const isIn = await api.logIn(person);
      enter(isIn ? person : undefined, !isIn);
    },
    async logOut() {
      if (isLeaving) return;
      isLeaving = true;
      await comings.leave();
      await api.logOut();
      state.value = { kind: 'out', failed: false };
      isLeaving = false;
    },
  };
});
