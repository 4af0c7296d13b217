import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { clientByRef, fullName } from '../data/clients';
import { useHost } from '../hostContext';
import type { Route } from '../router';
import { Agenda } from '../screens/Agenda';
import { Clients } from '../screens/Clients';
import { Developer } from '../screens/Developer';
import { DossierScreen } from '../screens/DossierScreen';
import { Reports } from '../screens/Reports';
import { Settings } from '../screens/Settings';
import { Today } from '../screens/Today';
import { Unknown } from '../screens/Unknown';
import { useText } from '../texts';
import type { Translate } from '../texts';
import { Navigation } from './Navigation';
import { TopBar } from './TopBar';

/** Frames every screen: menu at the side, bar on top, the screen itself. */
export function Shell(): JSX.Element {
  const { navigation } = useHost();
  const { t } = useText();
  const route = navigation.route.value;
  const main = useRef<HTMLElement>(null);
  const shown = useRef(keyOf(route));

  useEffect(() => {
    document.title = `${titleOf(route, t)} · ${t('app.name')}`;
    if (shown.current === keyOf(route)) return;
    shown.current = keyOf(route);
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [route, t]);

  return (
    <div class="shell">
      <a class="skip" href="#inhoud">
        {t('app.skip')}
      </a>
      <aside class="side">
        <Navigation route={route} />
      </aside>
      <TopBar route={route} />
      <main id="inhoud" ref={main} tabIndex={-1}>
        <Content route={route} />
      </main>
    </div>
  );
}

function Content({ route }: { readonly route: Route }): JSX.Element {
  switch (route.screen) {
    case 'today':
      return <Today />;
    case 'clients':
      return <Clients />;
    case 'dossier':
      return <DossierScreen clientRef={route.ref} tab={route.tab} />;
    case 'agenda':
      return <Agenda />;
    case 'reports':
      return <Reports />;
    case 'settings':
      return <Settings page={route.page} />;
    case 'developer':
      return <Developer />;
    case 'unknown':
      return <Unknown title="unknown.title" more="unknown.more" />;
  }
}

/** A change within a dossier or within the settings keeps focus and scroll where they are. */
const keyOf = (route: Route): string => (route.screen === 'dossier' ? `dossier ${route.ref}` : route.screen);

function titleOf(route: Route, t: Translate): string {
  if (route.screen === 'dossier') {
    const client = clientByRef(route.ref);
    return client ? fullName(client) : t('dossier.unknown');
  }
  if (route.screen === 'developer') return t('developer.title');
  if (route.screen === 'unknown') return t('unknown.title');
  return t(`nav.${route.screen}`);
}
