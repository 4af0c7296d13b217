import type { DesignerTexts } from './nl';

/** Texts of the designer of hints in the register of "u": only what differs. */
export const nlFormal: Partial<DesignerTexts> = {
  'des.missing.next': 'Kies hoe u bij de volgende stap komt.',
};
