import { en } from './en';
import { nl, type RecordingTexts } from './nl';
import { nlFormal } from './nlFormal';

/** The texts of recording per locale: they come with its chunk, so that nobody pays for them who records nothing. */
export const recordingTexts: Readonly<Record<'nl' | 'nl-x-formeel' | 'en', RecordingTexts>> = {
  nl,
  'nl-x-formeel': { ...nl, ...nlFormal },
  en,
};
