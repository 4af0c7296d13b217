import { withTexts, type Translate } from '../../locale';
import { recordingTexts } from '../../locale/recording';
import type { Settings } from '../settings';

/** Adds the texts of recording to those of the panel, in the person's language. */
export const withRecordingTexts = (translate: Translate, { locale, brand, messages }: Settings): Translate =>
  withTexts(translate, { locale, messages: recordingTexts[locale], brand: brand.name, overrides: messages });
