import type { DisplayTexts } from './nl';

/** Texts about a picture of another window or screen, in the register of "u": only what differs. */
export const nlFormal: Partial<DisplayTexts> = {
  'err.grab.denied': 'U gaf geen toestemming voor uw scherm. Dat is prima. Kies een bestand.',
  'err.grab.dismissed': 'U koos geen venster of scherm. Dat is prima. Kies een bestand.',
  'err.grab.unsupported': 'Uw scherm kiezen kan niet in deze browser. Kies een bestand.',
};
