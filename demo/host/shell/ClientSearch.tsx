import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { findClients } from '../clientFilter';
import { useHost } from '../hostContext';
import { ClientLine } from '../parts/Badge';
import { Icon } from '../parts/Icon';
import { Link } from '../parts/Link';
import { useText } from '../texts';

const MOST = 5;

/** Shows the search field of the bar with the first clients that fit; Enter opens the first one. */
export function ClientSearch(): JSX.Element {
  const { t } = useText();
  const { navigation } = useHost();
  const [words, setWords] = useState('');
  const id = useId();
  const found = words.trim() === '' ? [] : findClients({ words }).slice(0, MOST);
  const clear = (): void => setWords('');

  const open = (event: SubmitEvent): void => {
    event.preventDefault();
    const first = found[0];
    if (!first) return;
    clear();
    navigation.go({ screen: 'dossier', ref: first.ref, tab: 'overzicht' });
  };

  return (
    <form class="search" role="search" onSubmit={open} onKeyDown={(event) => event.key === 'Escape' && clear()}>
      <label class="sr-only" for={id}>
        {t('nav.search')}
      </label>
      <Icon name="search" />
      <input
        id={id}
        type="search"
        autocomplete="off"
        placeholder={t('nav.search')}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      {found.length > 0 && (
        <ul class="search-results">
          {found.map((client) => (
            <li key={client.ref}>
              <Link to={{ screen: 'dossier', ref: client.ref, tab: 'overzicht' }} onFollowed={clear}>
                <ClientLine client={client} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
