import '@preact/signals';
import { render } from 'preact';
import { App } from './App';
import { isoDate } from './dates';
import { DossierModel } from './dossier.model';
import { createHostApi } from './hostApi';
import type { Host } from './hostContext';
import { NavigationModel, browserHistory } from './navigation.model';
import { SessionModel } from './session.model';
import { SettingsModel } from './settings.model';
import { createComings, followVisits, startSupport } from './support';
import { takeSupportLink } from './supportLink';
import { defineZorgLabel } from './zorgLabel';

/** The demo serves this page a second time below /strict, under the shortest policy; from there on the addresses are the same. */
const STRICT = /^\/strict(?=\/|$)/;
if (STRICT.test(location.pathname))
  history.replaceState(null, '', (location.pathname.replace(STRICT, '') || '/') + location.search);
const link = takeSupportLink(location.href);
if (link.number !== undefined) history.replaceState(null, '', link.rest); // a reload opens it no second time

const api = createHostApi((input, init) => fetch(input, init));
const today = isoDate(new Date());
const host: Host = {
  navigation: new NavigationModel(browserHistory(window)),
  session: new SessionModel(api, createComings(link.number)),
  dossier: new DossierModel(today),
  settings: new SettingsModel(localStorage),
  today,
  time: () => new Date().toTimeString().slice(0, 5),
};

defineZorgLabel(customElements);
startSupport(api, { ...host, choices: host.settings.choices.peek() });
followVisits(host.navigation);
const root = document.getElementById('app');
if (root) render(<App host={host} />, root);
void host.session.resume();
