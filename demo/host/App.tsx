import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { HostContext, PersonContext } from './hostContext';
import type { Host } from './hostContext';
import { Login } from './screens/Login';
import { Shell } from './shell/Shell';
import { TextContext, createTranslate } from './texts';

/** Shows the dossier, or the way in. */
export function App({ host }: { readonly host: Host }): JSX.Element {
  const { language } = host.settings.choices.value;
  const texts = useMemo(() => ({ t: createTranslate(language), language }), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <HostContext.Provider value={host}>
      <TextContext.Provider value={texts}>
        <Screen host={host} />
      </TextContext.Provider>
    </HostContext.Provider>
  );
}

function Screen({ host }: { readonly host: Host }): JSX.Element {
  const state = host.session.state.value;
  if (state.kind === 'asking') return <div class="waiting" aria-busy="true" />;
  if (state.kind === 'out') return <Login failed={state.failed} />;
  return (
    <PersonContext.Provider value={state.person}>
      <Shell />
    </PersonContext.Provider>
  );
}
