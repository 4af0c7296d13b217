import type { JSX } from 'preact';
import { clientByRef, fullName } from '../data/clients';
import type { Client } from '../data/clients';
import { useHost } from '../hostContext';
import { Avatar } from '../parts/Badge';
import { Icon, Mark } from '../parts/Icon';
import type { IconName } from '../parts/Icon';
import { Link } from '../parts/Link';
import type { Route } from '../router';
import { useText } from '../texts';

const entries: readonly {
  readonly to: Route;
  readonly text: 'nav.today' | 'nav.clients' | 'nav.agenda' | 'nav.reports';
  readonly icon: IconName;
}[] = [
  { to: { screen: 'today' }, text: 'nav.today', icon: 'home' },
  { to: { screen: 'clients' }, text: 'nav.clients', icon: 'users' },
  { to: { screen: 'agenda' }, text: 'nav.agenda', icon: 'calendar' },
  { to: { screen: 'reports' }, text: 'nav.reports', icon: 'notes' },
];

interface NavigationProps {
  readonly route: Route;
  readonly onFollowed?: () => void;
}

/** Shows the ways to every screen: beside the page, or in the menu of a small one. */
export function Navigation({ route, onFollowed = () => undefined }: NavigationProps): JSX.Element {
  const { t } = useText();
  const isCurrent = (to: Route): boolean =>
    to.screen === route.screen || (to.screen === 'clients' && route.screen === 'dossier');
  return (
    <nav class="nav" aria-label={t('nav.main')}>
      <p class="brand">
        <Mark />
        <span>{t('app.name')}</span>
      </p>
      <ul class="nav-list">
        {entries.map(({ to, text, icon }) => (
          <li key={text}>
            <Link class="nav-link" to={to} current={isCurrent(to)} onFollowed={onFollowed}>
              <Icon name={icon} />
              <span>{t(text)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Recent onFollowed={onFollowed} />
      <ul class="nav-list nav-foot">
        <li>
          <Link
            class="nav-link"
            to={{ screen: 'settings', page: 'profiel' }}
            current={route.screen === 'settings'}
            onFollowed={onFollowed}
          >
            <Icon name="gear" />
            <span>{t('nav.settings')}</span>
          </Link>
        </li>
      </ul>
    </nav>
  );
}

function Recent({ onFollowed }: { readonly onFollowed: () => void }): JSX.Element {
  const { t } = useText();
  const { dossier } = useHost();
  const clients = dossier.recent.value.map(clientByRef).filter((client): client is Client => client !== undefined);
  return (
    <div class="nav-recent">
      <p class="nav-heading">{t('nav.recent')}</p>
      <ul class="nav-list" data-support-mask="">
        {clients.map((client) => (
          <li key={client.ref}>
            <Link
              class="nav-link nav-client"
              to={{ screen: 'dossier', ref: client.ref, tab: 'overzicht' }}
              onFollowed={onFollowed}
            >
              <Avatar name={fullName(client)} size="small" />
              <span>{fullName(client)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
