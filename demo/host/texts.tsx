import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './catalogue.en';
import { nl } from './catalogue.nl';
import type { TextKey } from './catalogue.nl';
import type { Language } from './dates';

/** Finds a text and fills its slots. */
export type Translate = (key: TextKey, slots?: Readonly<Record<string, string | number>>) => string;

/** Holds the dictionaries of the dossier by language. */
export const catalogues: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { nl, en };

/** Creates the texts of one language. */
export const createTranslate =
  (language: Language): Translate =>
  (key, slots = {}) =>
    catalogues[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(slots[name] ?? whole));

/** Hands the texts to everything below it. */
export const TextContext = createContext<{ readonly t: Translate; readonly language: Language }>({
  t: createTranslate('nl'),
  language: 'nl',
});

/** Gives the texts of the language that is chosen. */
export const useText = (): { readonly t: Translate; readonly language: Language } => useContext(TextContext);
