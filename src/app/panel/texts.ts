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

/** The words of one language, as far as they are here. */
export interface Dictionary {
  readonly language: 'nl' | 'en';
  readonly messages: Partial<Messages>;
}

/** Dutch is here at once, so that the first paint waits for nothing. */
export const DUTCH: Dictionary = { language: 'nl', messages: nl };

/** Gives the words of a locale. One that does not arrive is replaced by Dutch, so that nobody waits. */
export async function loadDictionary(locale: Settings['locale'], lazy: LazyParts): Promise<Dictionary> {
  try {
    if (locale === 'en') return { language: 'en', messages: (await lazy.english()).en };
    if (locale === 'nl-x-formeel')
      return { language: 'nl', messages: { ...nl, ...(await lazy.formalDutch()).nlFormal } };
  } catch {
    // told by its chunk
  }
  return DUTCH;
}

/** Makes texts of a dictionary; where it has no word, the Dutch that came with a screen's own chunk stands in. */
export const textsIn = (
  { language, messages }: Dictionary,
  screens: Partial<Messages>,
  { brand, messages: overrides }: Settings,
): Texts => ({
  translate: createTranslate({ locale: language, messages: { ...screens, ...messages }, brand: brand.name, overrides }),
  format: createFormat(language),
  language,
});
