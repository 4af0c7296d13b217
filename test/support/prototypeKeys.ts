/** Names that every object has, or that change what it is made of. */
export const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'] as const;

/** Every object in a value, by its pointer. */
export function objectsIn(value: unknown, pointer = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, member]) => objectsIn(member, `${pointer}/${key}`));
  return Array.isArray(value) ? inside : [pointer, ...inside];
}

/** The value as JSON brings it, with a member of this name in one of its objects. No program can write `__proto__` by assigning. */
export function withKey(value: unknown, pointer: string, [key, member]: readonly [string, unknown]): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  const steps = pointer.split('/').slice(1);
  const there = steps.reduce((at, step) => (at as Record<string, unknown>)[step], copy); // a pointer of `objectsIn`
  Object.defineProperty(there, key, { value: member, enumerable: true, configurable: true, writable: true });
  return copy;
}
