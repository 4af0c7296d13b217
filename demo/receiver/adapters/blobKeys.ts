const SAFE_KEY = /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/;

/** Gives the key back, or throws: a key goes into paths and addresses as it is. */
export function safeKey(key: string): string {
  if (!isSafeKey(key)) throw new Error('A key of a blob holds letters, digits, dashes and slashes only');
  return key;
}

/** Whether a name may be a key. */
export const isSafeKey = (key: string): boolean => SAFE_KEY.test(key);
