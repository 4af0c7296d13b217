import type { StoreName } from '../keyValueStore';

/** A value as it lies on the disk: which key it was sealed to, and bytes that say nothing. */
export interface SealedValue {
  readonly seal: 1;
  /** Names the device key to whose public half the item key was wrapped. */
  readonly kid: string;
  /** The item key, wrapped: an ephemeral public key, an IV and 48 bytes. Same item and page, same lock. */
  readonly lock: ArrayBuffer;
  /** What comes out when it is opened. */
  readonly holds: 'bytes' | 'json';
  /** An IV and the ciphertext with its tag. */
  readonly bytes: ArrayBuffer;
}

/** Tells whether a value was sealed; what was kept before there was sealing is not. */
export const isSealedValue = (value: unknown): value is SealedValue =>
  typeof value === 'object' && value !== null && 'seal' in value && value.seal === 1;

/** What a page that is left has no time to join is kept under, in `meta`. */
const LEFT = 'draft.left';

/** Tells whether what lies under a key is a person's: words, pictures, drafts. Rows of the outbox and what is known of keys are not. */
export function isPersonal(room: StoreName, key: string): boolean {
  if (room === 'items') return key.startsWith('body/');
  return room === 'meta' ? key.startsWith(LEFT) : true;
}

/** Gives what one item key is used for: all pieces of a picture or a recording, the bytes of an item, the drafts. */
export const itemOf = (room: StoreName, key: string): string =>
  `${room}/${room === 'chunks' ? key.slice(0, key.lastIndexOf('/')) : key}`;

/** Binds a ciphertext to its owner and its place: in another place it does not open. `key` holds the id, the part and the index. */
export const boundTo = (place: {
  readonly owner: string;
  readonly room: StoreName;
  readonly key: string;
  readonly holds: SealedValue['holds'];
}): string => `1|${place.owner}|${place.room}|${place.key}|${place.holds}`;
