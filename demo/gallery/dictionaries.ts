import { nl, type MessageKey } from '../../src/locale';
import { editorTexts } from '../../src/locale/editor';
import { en } from '../../src/locale/en';
import { nlFormal } from '../../src/locale/nlFormal';

/** Every register the product speaks, with the texts of every chunk. */
export const dictionaries: Readonly<Record<string, Readonly<Record<MessageKey, string>>>> = {
  nl: { ...nl, ...editorTexts.nl },
  'nl-x-formeel': { ...nl, ...nlFormal, ...editorTexts['nl-x-formeel'] },
  en: { ...en, ...editorTexts.en },
};
