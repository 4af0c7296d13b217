import { problemText } from './problemText';
import type { MessageKey } from './messages';

const SENTENCES: Readonly<Record<string, MessageKey>> = {
  'grab-denied': 'err.grab.denied',
  'grab-dismissed': 'err.grab.dismissed',
  'grab-unsupported': 'err.grab.unsupported',
  'grab-failed': 'err.grab.failed',
};

/** Names the sentence that tells a user about a problem code, also one of taking a picture of a display. */
export const displayProblemText = (code: string): MessageKey => SENTENCES[code] ?? problemText(code);
