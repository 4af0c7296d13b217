import type { PanelKey } from './messages';

/**
 * The user's sentence for each problem code of the product and of the protocol.
 * A code that is not here gets the sentence that is always true: sending fails, the question is saved.
 */
const SENTENCES: Readonly<Record<string, PanelKey>> = {
  'file-too-large': 'err.toobig',
  'file-empty': 'err.empty',
  'file-type': 'err.type',
  'file-lies': 'err.lies',
  'file-too-many': 'err.toomany',
  'file-unreadable': 'err.unreadable',
  'files-too-large': 'err.together',
  'picture-too-large': 'err.pixels',
  'screenshot-blocked': 'cap.shot.blocked',
  'screenshot-failed': 'err.capture',
  'text-too-long': 'err.toolong',
  'too-many-questions': 'err.questions',
  'storage-full': 'err.storage',
  'storage-blocked': 'err.unsaved',
  'storage-failed': 'err.unsaved',
  'key-away': 'q.held',
  'session-lost': 'err.session',
  'token-missing': 'err.session',
  'token-expired': 'err.session',
  'token-invalid': 'err.session',
  'owner-mismatch': 'err.owner',
  'forbidden-origin': 'err.setup',
  'method-not-allowed': 'err.setup',
  malformed: 'err.refused',
  'unknown-member': 'err.refused',
  'invalid-question': 'err.refused',
  'too-large': 'err.refused',
  'submission-conflict': 'err.conflict',
  'not-found': 'err.gone',
  gone: 'err.gone',
  'too-many-attachments': 'err.attachment',
  'pixel-limit': 'err.attachment',
  'unsupported-type': 'err.attachment',
  'content-mismatch': 'err.attachment',
  'rate-limited': 'err.busy',
  'quota-owner': 'err.busy',
  'quota-organisation': 'err.busy',
  maintenance: 'err.busy',
  offline: 'off.banner',
};

/** Names the sentence that tells a user about a problem code. */
export const problemText = (code: string): PanelKey => SENTENCES[code] ?? 'err.send';
