import { en as findingsEn } from '../findings/en';
import { nl as findingsNl, type FindingTexts } from '../findings/nl';
import { nlFormal as findingsFormal } from '../findings/nlFormal';
import { en } from './en';
import { nl, type DesignerTexts } from './nl';
import { nlFormal } from './nlFormal';

/** The texts of the designer of hints per locale: they come with its chunk, so that nobody pays for them who makes no hints. */
export const designerTexts: Readonly<Record<'nl' | 'nl-x-formeel' | 'en', DesignerTexts & FindingTexts>> = {
  nl: { ...nl, ...findingsNl },
  'nl-x-formeel': { ...nl, ...findingsNl, ...nlFormal, ...findingsFormal },
  en: { ...en, ...findingsEn },
};
