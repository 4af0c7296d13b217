import { en } from './en';
import { nl, type DisplayTexts } from './nl';
import { nlFormal } from './nlFormal';

export { displayProblemText } from './problemText';

/** The texts about a picture of another window or screen, per locale: they come with the chunk that makes pictures. */
export const displayTexts: Readonly<Record<'nl' | 'nl-x-formeel' | 'en', DisplayTexts>> = {
  nl,
  'nl-x-formeel': { ...nl, ...nlFormal },
  en,
};
