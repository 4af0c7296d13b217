import type { JSX } from 'preact';
import { Dialog, useSheet, useText } from '../../../ui';
import sheet from './editor.css';
import { KEY_GROUPS } from './keys';

/** Lists which key does what, for whoever works without a mouse. The list is a stop of the Tab key, so that it can be scrolled by key. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const t = useText();
  const keys = useSheet<HTMLDivElement>(sheet);
  return (
    <Dialog wide title={t('keys.title')} onClose={onClose}>
      <div class="mask-keys" ref={keys} role="group" aria-label={t('keys.title')} tabIndex={0}>
        {KEY_GROUPS.map(({ title, lines }) => (
          <section key={title}>
            <h3 class="mask-heading">{t(title)}</h3>
            <dl>
              {lines.map(({ text, caps }) => (
                <div key={text}>
                  <dt>{t(text)}</dt>
                  <dd>
                    {caps.map((cap) => (
                      <kbd key={cap}>{cap}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p class="small">{t('keys.mac')}</p>
    </Dialog>
  );
}
