import type { JSX } from 'preact';
import { Card, PageHead } from '../parts/Card';
import { useText } from '../texts';
import type { TextKey } from '../catalogue.nl';

const breaks: readonly (readonly [text: TextKey, act: () => void])[] = [
  [
    'developer.error',
    () => {
      throw new TypeError("Cannot read properties of undefined (reading 'saveReport')");
    },
  ],
  ['developer.rejection', () => void Promise.reject(new Error('Report of Truus Hollestelle was not saved'))],
  ['developer.request', () => void fetch('/host/api/reports/C-10432?van=2026-03-01')],
  ['developer.white', () => document.getElementById('app')?.replaceChildren()],
];

/** Breaks the app on purpose, to see that support lives on and what it tells: a name in a message or an address does not come along. Not in any menu. */
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
