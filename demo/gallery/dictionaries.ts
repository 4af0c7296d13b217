import { nl, type Messages } from '../../src/locale';
import { en } from '../../src/locale/en';
import { nlFormal } from '../../src/locale/nlFormal';
import { recordingTexts } from '../../src/locale/recording';

/** Every register the product speaks. */
export const dictionaries: Readonly<Record<string, Messages>> = {
  nl: { ...nl, ...recordingTexts.nl },
  'nl-x-formeel': { ...nl, ...nlFormal, ...recordingTexts['nl-x-formeel'] },
  en: { ...en, ...recordingTexts.en },
};
