import type { EditorTexts } from './nl';

/** Texts of the picture editor in the register of "u": only what differs. */
export const nlFormal: Partial<EditorTexts> = {
  'mask.keyboard': 'Met de pijltjes verplaatst u een vak. Met Shift en pijltjes maakt u het groter.',
  'mask.reveal.ask': 'Laat u hier gegevens van een cliënt zien? Doe dit alleen als het nodig is.',
  'mask.parts.what': 'Wat zet u neer?',
  'mask.failed': 'Bewaren lukt nu niet. Wat u tekende staat er nog.',
};
