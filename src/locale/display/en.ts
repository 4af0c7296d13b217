import type { DisplayTexts } from './nl';

/** Texts about a picture of another window or screen, in English. */
export const en: DisplayTexts = {
  'cap.display': 'Another window or screen',
  'cap.display.check': 'We covered only this page. Check it well.',
  'err.grab.denied': 'You did not allow your screen. That is fine. Choose a file.',
  'err.grab.dismissed': 'You chose no window or screen. That is fine. Choose a file.',
  'err.grab.unsupported': 'This browser cannot show your screen. Choose a file.',
  'err.grab.failed': 'This window or screen gave no picture. Choose another window or a file.',
};
