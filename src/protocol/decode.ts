import { fail, succeed, type Result } from '../foundation/result';

/** Where a value is wrong and what was expected there. Never repeats the value: it may be personal. */
export interface DecodeProblem {
  readonly code: 'not-as-expected';
  readonly message: string;
  /** JSON pointer (RFC 6901), `''` for the whole. */
  readonly pointer: string;
}

/** Narrows an unknown value, or says where it is wrong. */
export type Decoder<Value> = (value: unknown, pointer?: string) => Result<Value, DecodeProblem>;

const wrong = (expected: string, pointer: string): Result<never, DecodeProblem> =>
  fail({ code: 'not-as-expected', message: `${pointer || 'the value'} should be ${expected}`, pointer });

/** Accepts what `test` accepts. */
export const checked =
  <Value>(expected: string, test: (value: unknown) => value is Value): Decoder<Value> =>
  (value, pointer = '') =>
    test(value) ? succeed(value) : wrong(expected, pointer);

/** Any text. */
export const text: Decoder<string> = checked('a text', (value): value is string => typeof value === 'string');

/** A finite number. */
export const number: Decoder<number> = checked('a number', (value): value is number => Number.isFinite(value));

/** True or false. */
export const bool: Decoder<boolean> = checked('true or false', (value): value is boolean => typeof value === 'boolean');

/** One of a fixed set of words. */
export const oneOf = <const Word extends string>(words: readonly Word[]): Decoder<Word> =>
  checked(`one of ${words.join(', ')}`, (value): value is Word => (words as readonly unknown[]).includes(value));

/** A list of which each member passes `member`. */
export const listOf =
  <Member>(member: Decoder<Member>): Decoder<readonly Member[]> =>
  (value, pointer = '') => {
    if (!Array.isArray(value)) return wrong('a list', pointer);
    const members: Member[] = [];
    for (const [index, item] of value.entries()) {
      const result = member(item, `${pointer}/${index}`);
      if (!result.ok) return result;
      members.push(result.value);
    }
    return succeed(members);
  };

/** May be absent; `null` counts as absent. */
export const optional =
  <Value>(decoder: Decoder<Value>): Decoder<Value | undefined> =>
  (value, pointer) =>
    value === undefined || value === null ? succeed(undefined) : decoder(value, pointer);

type Shape = Record<string, Decoder<unknown>>;
type OptionalKeys<Fields extends Shape> = {
  [Key in keyof Fields]: Fields[Key] extends Decoder<infer Value> ? (undefined extends Value ? Key : never) : never;
}[keyof Fields];
/** What an object decoder gives: members that may be absent are optional. */
export type Decoded<Fields extends Shape> = {
  readonly [Key in Exclude<keyof Fields, OptionalKeys<Fields>>]: Fields[Key] extends Decoder<infer Value>
    ? Value
    : never;
} & {
  readonly [Key in OptionalKeys<Fields>]?: Fields[Key] extends Decoder<infer Value> ? Exclude<Value, undefined> : never;
};

/** An object with these members. Unknown members are dropped: a newer receiver may say more. */
export const objectOf =
  <Fields extends Shape>(fields: Fields): Decoder<Decoded<Fields>> =>
  (value, pointer = '') => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('an object', pointer);
    const decoded: Record<string, unknown> = {};
    for (const [key, decoder] of Object.entries(fields)) {
      const result = decoder(
        Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined,
        `${pointer}/${key}`,
      );
      if (!result.ok) return result;
      if (result.value !== undefined) decoded[key] = result.value;
    }
    return succeed(decoded as Decoded<Fields>); // each member was decoded above
  };
