/** What changes of something. `undefined` takes a member away, where it may be absent. */
export type Change<Value> = {
  readonly [Key in keyof Value]?: Partial<Pick<Value, Key>> extends Pick<Value, Key>
    ? Value[Key] | undefined
    : Value[Key];
};

/** Lays a change over something; a member that becomes `undefined` is gone, as JSON knows none. */
export function laidOver<Value extends object>(value: Value, change: Change<Value>): Value {
  const members = Object.entries({ ...value, ...change }).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members) as Value; // `Change` takes away only what may be absent
}

/** A member under a name that a document chose: `__proto__` is a name like any other. */
export const memberOf = <Value>(
  members: Readonly<Record<string, Value>> | undefined,
  name: string | undefined,
): Value | undefined =>
  members !== undefined && name !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
