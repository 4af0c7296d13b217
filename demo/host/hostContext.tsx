import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Person } from './data/people';
import type { Dossier } from './dossier.model';
import type { Navigation } from './navigation.model';
import type { Session } from './session.model';
import type { Settings } from './settings.model';

/** The models of the dossier, and today. */
export interface Host {
  readonly session: Session;
  readonly navigation: Navigation;
  readonly dossier: Dossier;
  readonly settings: Settings;
  /** ISO date. */
  readonly today: string;
  /** `HH:MM`, as it is now. */
  readonly time: () => string;
}

/** Hands the models to every screen. */
export const HostContext = createContext<Host | undefined>(undefined);
/** Hands on who is logged in. */
export const PersonContext = createContext<Person | undefined>(undefined);

/** Gives the models of the dossier. */
export function useHost(): Host {
  return present(useContext(HostContext));
}

/** Gives the person who is logged in. */
export function usePerson(): Person {
  return present(useContext(PersonContext));
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('This part stands outside the app.');
  return value;
}
