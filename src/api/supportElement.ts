import { createSupport } from './createSupport';
import type { SupportOptions } from './options';

/**
 * Registers `<cliendo-support>`, so that a page can start support without a script of its own:
 * attributes `backend`, `auth` (an address), `locale` and `launcher` stand for the options of the same name.
 * The element itself stays empty: panel and launcher live beside the body. Removing it ends what it started.
 * Does nothing where the name is taken already or there is no document.
 *
 * @example
 * <cliendo-support backend="https://support.example.nl" auth="/support-token" launcher></cliendo-support>
 *
 * @public
 */
export function defineSupportElement(): void {
  if (typeof customElements === 'undefined' || customElements.get('cliendo-support')) return;
  customElements.define(
    'cliendo-support',
    class extends HTMLElement {
      #end: (() => void) | undefined;

      connectedCallback(): void {
        if (!this.hasAttribute('backend') || this.#end) return;
        const support = createSupport(optionsOf(this));
        this.#end = () => support.destroy();
      }

      disconnectedCallback(): void {
        queueMicrotask(() => {
          if (this.isConnected) return; // it was only moved
          this.#end?.();
          this.#end = undefined;
        });
      }
    },
  );
}

function optionsOf(element: Element): SupportOptions {
  const auth = element.getAttribute('auth');
  const locale = element.getAttribute('locale');
  return {
    backend: element.getAttribute('backend') ?? '',
    ...(auth === null ? {} : { auth }),
    ...(locale === null ? {} : { locale: locale as NonNullable<SupportOptions['locale']> }), // decoded with the other options
    launcher: element.hasAttribute('launcher') && element.getAttribute('launcher') !== 'false',
  };
}
