const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Half of a surrogate pair: no character, so UTF-8 has no bytes for it. */
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Puts the sign for "no character" where a text holds half of one. */
export const wellFormed = (text: string): string => text.replace(HALF, '\ufffd');

/** Gives the bytes of a text in UTF-8. */
export function utf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(wellFormed(text));
  const bytes: number[] = [];
  for (let at = 0; at < escaped.length; at += 1) {
    const isByte = escaped[at] === '%';
    bytes.push(isByte ? Number.parseInt(escaped.slice(at + 1, at + 3), 16) : escaped.charCodeAt(at));
    if (isByte) at += 2;
  }
  return Uint8Array.from(bytes);
}

/** Writes bytes in base64, without line ends. */
export function base64(bytes: Uint8Array): string {
  const triples: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const rest = Math.min(3, bytes.length - at);
    const value = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = [18, 12, 6, 0].map((shift) => ALPHABET[(value >> shift) & 63]).join('');
    triples.push(letters.slice(0, rest + 1).padEnd(4, '='));
  }
  return triples.join('');
}
