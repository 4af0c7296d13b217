import { computed, createModel, effect, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Messages } from '../../locale';
import type { Settings } from '../settings';
import type { LazyParts } from './lazyParts';
import { DUTCH, loadDictionary, textsIn } from './texts';

/** What texts are chosen and fetched by. */
export interface TextsDeps {
  readonly settings: ReadonlySignal<Settings>;
  readonly lazy: LazyParts;
}

/** What the panel says, in the language that the host chose: Dutch at once, another as soon as it is here. */
export const TextsModel = createModel(({ settings, lazy }: TextsDeps) => {
  const dictionary = signal(DUTCH);
  const ofScreens = signal<Partial<Messages>>({});
  effect(() => {
    const { locale } = settings.value;
    void loadDictionary(locale, lazy).then((loaded) => {
      if (settings.peek().locale === locale) dictionary.value = loaded;
    });
  });
  return {
    texts: computed(() => textsIn(dictionary.value, ofScreens.value, settings.value)),
    /** A screen's chunk has brought its texts. */
    addTexts(added: Partial<Messages>): void {
      ofScreens.value = { ...ofScreens.peek(), ...added };
    },
  };
});
