import type { FindingTexts } from './nl';

/** What is wrong with a hint in the register of "u": only what differs. */
export const nlFormal: Partial<FindingTexts> = {
  'des.fix.unsure': 'Vraag uw ontwikkelaar om een vaste naam.',
  'des.fix.soon': 'Vraag uw ontwikkelaar om een vaste naam.',
  'des.fix.position': 'Vraag uw ontwikkelaar om een vaste naam.',
};
