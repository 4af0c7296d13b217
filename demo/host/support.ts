import type { Support, SupportOptions } from '../../src/index';
import { clientByRef, namesOf } from './data/clients';
import type { Person } from './data/people';
import { readPath } from './router';
import type { Comings, Session } from './session.model';
import type { Language } from './dates';
import type { HostApi } from './hostApi';
import type { Navigation } from './navigation.model';
import type { Choices } from './settings.model';
import { catalogues, createTranslate } from './texts';

/** The version of the dossier, as it goes along with a question. */
export const RELEASE = '2026.4.1';

/** What support is told about: where the person is, who it is, what they chose. */
export interface Running {
  readonly navigation: Navigation;
  readonly session: Session;
  readonly choices: Choices;
}

/** Everybody in the demo started last week: what is for beginners shows. */
const DAYS_HERE = 7;

/** Starts support. This is all that an app has to say: who asks, what is open, which words are its own. */
export function startSupport(api: HostApi, { navigation, session, choices }: Running): void {
  const openClient = (): string | undefined => {
    const route = navigation.route.peek();
    return route.screen === 'dossier' ? route.ref : undefined;
  };
  CliendoSupport('create', {
    backend: location.origin,
    auth: () => api.supportToken(),
    brand: { name: 'Cliendo' },
    locale: choices.language,
    launcher: choices.launcher,
    contact: { email: 'support@voorbeeldzorg.example' },
    context: () => {
      const ref = openClient();
      return { release: RELEASE, ...(ref !== undefined && { client: { ref } }) };
    },
    places: placesIn(choices.language),
    hints: hintsFor(navigation, session),
    privacy: {
      interfaceTexts: catalogues,
      names: () => {
        const client = clientByRef(openClient() ?? '');
        return client ? namesOf(client) : [];
      },
    },
  });
}

/** What hints may ask about who is logged in, and how they lead to another screen. */
function hintsFor(navigation: Navigation, session: Session): SupportOptions['hints'] {
  const person = (): Person | undefined => {
    const state = session.state.peek();
    return state.kind === 'in' ? state.person : undefined;
  };
  return {
    facts: [
      { key: 'user.functie', label: 'Functie', type: 'enum', value: () => person()?.role },
      {
        key: 'user.daysSinceFirstLogin',
        label: 'Dagen sinds de eerste keer',
        type: 'number',
        value: () => person() && DAYS_HERE,
      },
    ],
    events: [{ name: 'zorgplan_bekeken', label: 'Zorgplan bekeken' }],
    navigate: (path) => navigation.go(readPath(path)),
  };
}

/** Tells support what was looked at: who knows the care plan is not shown where it is. */
export const followVisits = (navigation: Navigation): (() => void) =>
  navigation.route.subscribe((route) => {
    if (route.screen === 'dossier' && route.tab === 'zorgplan') CliendoSupport('hints.track', 'zorgplan_bekeken');
  });

/** Tells support who comes and goes, and opens the question that a mail led to, for whoever comes first. Where support has not arrived nobody has asked anything, so nobody waits for it to log out. */
export function createComings(linkedTo?: string): Comings {
  let support: Support | undefined;
  let wanted = linkedTo;
  return {
    enter() {
      CliendoSupport('identify');
      CliendoSupport('ready', (running) => (support = running));
      if (wanted !== undefined) CliendoSupport('open', `question:${wanted}`);
      wanted = undefined;
    },
    async leave() {
      if (support) await support.signOut({ ask: true });
      else CliendoSupport('signOut');
    },
  };
}

/** Tells support which language is on. */
export const speak = (language: Language): void =>
  CliendoSupport('update', { locale: language, places: placesIn(language) });

/** Shows or hides the floating button. */
export const showLauncher = (isOn: boolean): void => CliendoSupport(isOn ? 'show' : 'hide');

/** Names each screen for a question; under Instellingen the screen before it is what a question is about. */
function placesIn(language: Language): Readonly<Record<string, string | readonly string[]>> {
  const t = createTranslate(language);
  return {
    '/': t('nav.today'),
    '/clienten': t('nav.clients'),
    '/clienten/:ref': t('place.overview'),
    '/clienten/:ref/zorgplan': t('place.plan'),
    '/clienten/:ref/rapportage': t('place.reports'),
    '/clienten/:ref/documenten': t('place.documents'),
    '/clienten/:ref/medicatie': t('place.medication'),
    '/agenda': t('place.agenda'),
    '/rapportage': t('nav.reports'),
    '/ontwikkelaar': t('developer.title'),
    passThrough: ['/instellingen/*'],
  };
}
