import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useHost, usePerson } from '../hostContext';
import { Avatar } from '../parts/Badge';
import { Icon, Mark } from '../parts/Icon';
import { Link } from '../parts/Link';
import type { Route } from '../router';
import { useText } from '../texts';
import { ClientSearch } from './ClientSearch';
import { Navigation } from './Navigation';

/** Shows the bar on top: search, organisation, the person. On a small screen also the way to the menu. */
export function TopBar({ route }: { readonly route: Route }): JSX.Element {
  const { t } = useText();
  const person = usePerson();
  const menu = useRef<HTMLDivElement>(null);
  return (
    <header class="top">
      <button type="button" class="icon-button top-menu" popovertarget="menu" aria-label={t('nav.menu')}>
        <Icon name="menu" />
      </button>
      <p class="brand top-brand">
        <Mark />
        <span>{t('app.name')}</span>
      </p>
      <ClientSearch />
      <div class="top-organisation">
        <span>{t('app.organisation')}</span>
        <span class="muted">{person.team}</span>
      </div>
      <PersonMenu />
      <div class="drawer" id="menu" popover="auto" ref={menu}>
        <button
          type="button"
          class="icon-button drawer-close"
          popovertarget="menu"
          popovertargetaction="hide"
          aria-label={t('nav.close')}
        >
          <Icon name="close" />
        </button>
        <Navigation route={route} onFollowed={() => menu.current?.hidePopover()} />
      </div>
    </header>
  );
}

function PersonMenu(): JSX.Element {
  const { t } = useText();
  const { session } = useHost();
  const person = usePerson();
  const menu = useRef<HTMLDivElement>(null);
  const close = (): void => menu.current?.hidePopover();
  return (
    <div class="top-person">
      <button
        type="button"
        class="person-button"
        popovertarget="persoon"
        aria-label={t('nav.person', { naam: person.name })}
      >
        <Avatar name={person.name} />
        <span class="person-button-name">{person.name}</span>
        <Icon name="chevronDown" />
      </button>
      <div class="menu" id="persoon" popover="auto" ref={menu}>
        <p class="menu-head">
          <span class="person-name">{person.name}</span>
          <span class="muted">{t(`login.role.${person.role}`)}</span>
        </p>
        <Link class="menu-item" to={{ screen: 'settings', page: 'profiel' }} onFollowed={close}>
          <Icon name="person" />
          <span>{t('nav.profile')}</span>
        </Link>
        <button type="button" class="menu-item" onClick={() => void session.logOut()}>
          <Icon name="logout" />
          <span>{t('nav.logout')}</span>
        </button>
      </div>
    </div>
  );
}
