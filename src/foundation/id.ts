/**
 * A UUID v4 in lower case, made on the device. Together with a digest it makes a repeat harmless.
 * The mark is a plain one: with a symbol, the `Id` of `@cliendo/support` and that of its `/testing` would be two types.
 */
export type Id = string & { readonly isId: true };

/** Gives `count` random bytes. `host/browser/systemRandom` is the real one, tests hand in a seeded one. */
export type RandomBytes = (count: number) => Uint8Array;

const PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Makes a new id (UUID v4, RFC 9562). */
export function createId(randomBytes: RandomBytes): Id {
  const bytes = Uint8Array.from(randomBytes(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-') as Id; // built to the pattern above
}

/** Tells whether a text is an id: a UUID v4 or v7 in lower case. */
export const isId = (value: unknown): value is Id => typeof value === 'string' && PATTERN.test(value);
