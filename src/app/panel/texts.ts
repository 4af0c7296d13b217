import { createFormat, createTranslate, nl, type Format, type Messages, type Translate } from '../../locale';
import type { Settings } from '../settings';
import type { LazyParts } from './lazyParts';

/** Texts and formats in the person's language. */
export interface Texts {
  readonly translate: Translate;
  readonly format: Format;
  /** BCP 47, for `lang`. */
  readonly language: string;
}

/** Gives Dutch at once, so that the first paint waits for nothing. */
export const dutchTexts = ({ brand, messages }: Settings): Texts => ({
  translate: createTranslate({ locale: 'nl', messages: nl, brand: brand.name, overrides: messages }),
  format: createFormat('nl'),
  language: 'nl',
});

/** Gives the texts of a locale. One that does not arrive is replaced by Dutch, so that nobody waits. */
export async function loadTexts({ locale, brand, messages }: Settings, lazy: LazyParts): Promise<Texts> {
  const dictionary = await dictionaryOf(locale, lazy).catch((): Messages => nl);
  const language = locale === 'en' && dictionary !== nl ? 'en' : 'nl';
  return {
    translate: createTranslate({ locale: language, messages: dictionary, brand: brand.name, overrides: messages }),
    format: createFormat(language),
    language,
  };
}

async function dictionaryOf(locale: Settings['locale'], lazy: LazyParts): Promise<Messages> {
  if (locale === 'en') return (await lazy.english()).en;
  if (locale === 'nl-x-formeel') return { ...nl, ...(await lazy.formalDutch()).nlFormal };
  return nl;
}
