import type { JSX } from 'preact';
import type { TextKey } from '../catalogue.nl';
import { Link } from '../parts/Link';
import { useText } from '../texts';

/** Says that there is nothing here, with a way out. */
export function Unknown({ title, more }: { readonly title: TextKey; readonly more: TextKey }): JSX.Element {
  const { t } = useText();
  return (
    <div class="empty empty-page">
      <h1>{t(title)}</h1>
      <p class="muted">{t(more)}</p>
      <Link class="button" to={{ screen: 'today' }}>
        {t('unknown.home')}
      </Link>
    </div>
  );
}
