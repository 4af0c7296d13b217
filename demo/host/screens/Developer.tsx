import type { JSX } from 'preact';
import { Card, PageHead } from '../parts/Card';
import { useText } from '../texts';
import type { TextKey } from '../catalogue.nl';

const breaks: readonly (readonly [text: TextKey, act: () => void])[] = [
  [
    'developer.error',
    () => {
      throw new Error('Voorbeeldfout uit het dossier');
    },
  ],
  ['developer.rejection', () => void Promise.reject(new Error('Voorbeeldbelofte uit het dossier'))],
  ['developer.request', () => void fetch('/host/api/bestaat-niet')],
  ['developer.white', () => document.getElementById('app')?.replaceChildren()],
];

/** Breaks the app on purpose, to see that support lives on. Not in any menu. */
export function Developer(): JSX.Element {
  const { t } = useText();
  return (
    <>
      <PageHead title={t('developer.title')} />
      <Card title={t('developer.title')}>
        <p class="muted">{t('developer.lead')}</p>
        <div class="actions actions-start">
          {breaks.map(([text, act]) => (
            <button key={text} type="button" class="button button-danger" onClick={act}>
              {t(text)}
            </button>
          ))}
        </div>
      </Card>
    </>
  );
}
