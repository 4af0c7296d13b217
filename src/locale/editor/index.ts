import { en } from './en';
import { nl, type EditorTexts } from './nl';
import { nlFormal } from './nlFormal';

/** The texts of the picture editor per locale: they come with its chunk, so that nobody pays for them who draws nothing. */
export const editorTexts: Readonly<Record<'nl' | 'nl-x-formeel' | 'en', EditorTexts>> = {
  nl,
  'nl-x-formeel': { ...nl, ...nlFormal },
  en,
};
