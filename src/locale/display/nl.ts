/** Texts about a picture of another window or screen, in the register of "je". They come with the chunk that makes pictures. */
export const nl = {
  'cap.display': 'Ander venster of scherm',
  'cap.display.check': 'We dekten alleen deze pagina af. Kijk het goed na.',
  'err.grab.denied': 'Je gaf geen toestemming voor je scherm. Dat is prima. Kies een bestand.',
  'err.grab.dismissed': 'Je koos geen venster of scherm. Dat is prima. Kies een bestand.',
  'err.grab.unsupported': 'Je scherm kiezen kan niet in deze browser. Kies een bestand.',
  'err.grab.failed': 'Dit venster of scherm gaf geen beeld. Kies een ander venster of een bestand.',
};

/** Every text about a picture of another window or screen. */
export type DisplayTexts = Readonly<Record<keyof typeof nl, string>>;
