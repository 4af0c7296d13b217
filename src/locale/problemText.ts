import type { PanelKey } from './messages';

/**
 * The problem codes of the product and of the protocol that each of the user's sentences tells about.
 * A code that is not here gets the sentence that is always true: sending fails, the question is saved.
 */
const CODES: Readonly<Partial<Record<PanelKey, string>>> = {
  'err.toobig': 'file-too-large',
  'err.empty': 'file-empty',
  'err.type': 'file-type',
  'err.lies': 'file-lies',
  'err.toomany': 'file-too-many',
  'err.unreadable': 'file-unreadable',
  'err.together': 'files-too-large',
  'err.pixels': 'picture-too-large',
  'cap.shot.blocked': 'screenshot-blocked',
  'err.capture': 'screenshot-failed',
  'err.toolong': 'text-too-long',
  'err.questions': 'too-many-questions',
  'err.storage': 'storage-full',
  'err.full': 'outbox-full',
  'err.unsaved': 'storage-blocked storage-failed',
  'q.held': 'key-away',
  'err.session': 'session-lost token-missing token-expired token-invalid',
  'err.owner': 'owner-mismatch owner-differs',
  'err.setup': 'forbidden-origin method-not-allowed',
  'err.refused': 'malformed unknown-member invalid-question too-large',
  'err.conflict': 'submission-conflict already-sealed',
  'err.gone': 'not-found gone',
  'att.gone': 'attachment-missing',
  'err.sealed': 'content-missing key-gone seal-broken',
  'err.attachment': 'too-many-attachments pixel-limit unsupported-type content-mismatch',
  'err.busy': 'rate-limited maintenance',
  'err.quota': 'quota-owner quota-organisation',
  'off.banner': 'offline',
};

/** Names the sentence that tells a user about a problem code. */
export function problemText(code: string): PanelKey {
  const told = (Object.keys(CODES) as PanelKey[]).find((key) => CODES[key]?.split(' ').includes(code));
  return told ?? 'err.send';
}
