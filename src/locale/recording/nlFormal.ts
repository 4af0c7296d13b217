import type { RecordingTexts } from './nl';

/** Texts of recording in the register of "u": only what differs. */
export const nlFormal: Partial<RecordingTexts> = {
  'cap.denied': 'U gaf geen toestemming om op te nemen. Dat is prima. Kies een screenshot.',
  'cap.display.warn': 'U neemt nu ook dingen op die we niet kunnen afdekken. Kijk het daarna goed na.',
  'rec.mic.denied': 'U gaf geen toestemming voor de microfoon. De opname loopt door.',
  'rec.recovered': 'We hebben uw opname nog. Wilt u hem nakijken?',
};
