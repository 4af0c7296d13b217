import { isObject } from '../protocol/readShape';

/** Tells whether a value looks as it should. */
export type Fits = (value: unknown) => boolean;

/**
 * An object with these members. Those with `?` behind their name may be absent; others that are there are passed over. What is looked at is what
 * reading the member gives: where a page adds to every object, what it adds is judged too and never read unjudged.
 */
export function shape(members: Readonly<Record<string, Fits>>): Fits {
  const asked = Object.entries(members).map(([key, fits]) => ({
    name: key.replace('?', ''),
    isFree: key.endsWith('?'),
    fits,
  }));
  return (value) => {
    if (!isObject(value)) return false;
    for (const { name, isFree, fits } of asked) {
      const member = value[name];
      if (member === undefined ? !isFree : !fits(member)) return false;
    }
    return true;
  };
}

/** A list of which each part fits. */
export const listOf =
  (fits: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.every(fits);

/** One of these words. */
export const oneOf =
  (words: readonly unknown[]): Fits =>
  (value) =>
    words.includes(value);

/** Any text. */
export const text: Fits = (value) => typeof value === 'string';

/** A number that can be counted with. */
export const number: Fits = Number.isFinite;

/** Anything: looked at later. */
export const anything: Fits = () => true;
