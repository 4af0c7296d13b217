import { nl, type MessageKey } from '../../src/locale';
import { displayTexts } from '../../src/locale/display';
import { editorTexts } from '../../src/locale/editor';
import { en } from '../../src/locale/en';
import { nlFormal } from '../../src/locale/nlFormal';

/** Every register the product speaks, with the texts of every chunk. */
export const dictionaries: Readonly<Record<string, Readonly<Record<MessageKey, string>>>> = {
  nl: { ...nl, ...displayTexts.nl, ...editorTexts.nl },
  'nl-x-formeel': { ...nl, ...nlFormal, ...displayTexts['nl-x-formeel'], ...editorTexts['nl-x-formeel'] },
  en: { ...en, ...displayTexts.en, ...editorTexts.en },
};
