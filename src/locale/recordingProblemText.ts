import type { MessageKey } from './messages';
import { problemText } from './problemText';

/** The person's sentence for each way in which a recording or its sound comes to nothing; each names the next best way, or what is safe. */
const SENTENCES: Readonly<Record<string, MessageKey>> = {
  'display-denied': 'cap.denied',
  'display-dismissed': 'cap.denied',
  'display-unsupported': 'cap.unsupported',
  'display-failed': 'rec.failed',
  'recorder-missing': 'cap.unsupported',
  'recorder-failed': 'rec.failed',
  'recording-empty': 'rec.empty',
  'recording-broke': 'rec.broke',
  'storage-full': 'rec.full',
  'storage-blocked': 'rec.broke',
  'storage-dead': 'rec.broke',
  'microphone-denied': 'rec.mic.denied',
  'microphone-missing': 'rec.mic.missing',
  'microphone-failed': 'rec.mic.missing',
  'microphone-lost': 'rec.mic.lost',
};

/** Names the sentence that tells a person about a problem with a recording. */
export const recordingProblemText = (code: string): MessageKey => SENTENCES[code] ?? problemText(code);
