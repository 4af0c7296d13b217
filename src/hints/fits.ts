import { isObject } from '../protocol/readShape';

/** What a value has to look like. Members with `?` behind their name may be absent; others that are there are passed over. */
export type Shape = ((value: unknown) => boolean) | { readonly [member: string]: Shape };

/** Whether a value is of a shape. Looks at own members only. */
export function fits(value: unknown, shape: Shape): boolean {
  if (typeof shape === 'function') return shape(value);
  if (!isObject(value)) return false;
  return Object.entries(shape).every(([key, inner]) => {
    const name = key.replace('?', '');
    return Object.hasOwn(value, name) ? fits(value[name], inner) : key !== name;
  });
}

/** A list of which each part is of that shape. */
export const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every((one) => fits(one, shape));

/** One of these words. */
export const oneOf =
  (words: readonly unknown[]): Shape =>
  (value) =>
    words.includes(value);

/** Any text. */
export const text: Shape = (value) => typeof value === 'string';

/** A number that can be counted with. */
export const number: Shape = Number.isFinite;

/** Anything: looked at later. */
export const anything: Shape = () => true;
