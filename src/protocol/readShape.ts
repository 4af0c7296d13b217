/** What is wrong with a hint document: a code of `docs/hints.md`, where, and what to do about it. */
export interface HintFinding {
  /** `V…` stops publishing, `W…` asks once. */
  readonly code: `${'V' | 'W'}${number}`;
  /** JSON pointer (RFC 6901), `''` for the whole. */
  readonly pointer: string;
  /** In English, for whoever makes the document. Never repeats a value: it may be somebody's. */
  readonly sentence: string;
}

/** One finding. */
export const finding = (code: HintFinding['code'], pointer: string, sentence: string): HintFinding => ({
  code,
  pointer,
  sentence,
});

/** The finding where something is wrong, else none. */
export const foundIf = (isWrong: boolean, found: HintFinding): readonly HintFinding[] => (isWrong ? [found] : []);

/** Where a reader is, and whom it tells. */
export interface Spot {
  readonly pointer: string;
  readonly depth: number;
  readonly findings: HintFinding[];
  /** Nothing here is too short yet: a text may be empty while somebody types it, a list before its first member. */
  readonly isUnfinished?: boolean;
}

/** Reads a value into one that holds only what is known, or tells what is wrong and gives nothing. */
export type Reader<Value> = (value: unknown, spot: Spot) => Value | undefined;

/** Deeper than any document that makes sense, less than what a stack holds. */
const MAX_DEPTH = 64;

/** Says that the value is not what should stand there. */
export function notAs(expected: string, { pointer, findings }: Spot): undefined {
  findings.push({ code: 'V01', pointer, sentence: `This should be ${expected}.` });
  return undefined;
}

/** The place of a member, as a JSON pointer writes it. */
export const below = ({ pointer, depth, ...rest }: Spot, key: string | number): Spot => ({
  ...rest,
  pointer: `${pointer}/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`,
  depth: depth + 1,
});

/** Reads what is still being made: as it must be, but for what is too short. */
export const unfinished =
  <Value>(reader: Reader<Value>): Reader<Value> =>
  (value, spot) =>
    reader(value, { ...spot, isUnfinished: true });

const leastOf = (min: number, { isUnfinished = false }: Spot): number => (isUnfinished ? 0 : min);

interface TextRule {
  readonly max?: number;
  readonly min?: number;
  readonly pattern?: RegExp;
  /** What it should be, in words; needed with a pattern. */
  readonly expected?: string;
}

/** A text of so many characters (code points). */
export const textOf =
  ({ max = Infinity, min = 0, pattern, expected }: TextRule = {}): Reader<string> =>
  (value, spot) => {
    if (typeof value !== 'string') return notAs(expected ?? 'a text', spot);
    if (!hasLength(value, leastOf(min, spot), max))
      return notAs(min > 0 ? `a text of ${min} to ${max} characters` : `a text of at most ${max} characters`, spot);
    return pattern?.test(value) === false ? notAs(expected ?? 'a text', spot) : value;
  };

const hasLength = (value: string, min: number, max: number): boolean =>
  value.length >= min && (value.length <= max || Array.from(value).length <= max);

interface NumberRule {
  readonly min: number;
  readonly max: number;
}

/** A whole number within bounds. */
export const wholeOf =
  ({ min, max }: NumberRule): Reader<number> =>
  (value, spot) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? value
      : notAs(`a whole number${boundsOf(min, max)}`, spot);

/** A number within bounds. */
export const numberOf =
  ({ min, max }: NumberRule): Reader<number> =>
  (value, spot) =>
    typeof value === 'number' && value >= min && value <= max ? value : notAs(`a number${boundsOf(min, max)}`, spot);

const boundsOf = (min: number, max: number): string =>
  max === Infinity ? ` of at least ${min}` : ` from ${min} to ${max}`;

/** True or false. */
export const flag: Reader<boolean> = (value, spot) =>
  typeof value === 'boolean' ? value : notAs('true or false', spot);

/** One of some words or numbers. */
export const oneWordOf =
  <const Word extends string | number>(words: readonly Word[]): Reader<Word> =>
  (value, spot) =>
    words.find((word) => word === value) ??
    notAs(words.length === 1 ? `${words[0]}` : `one of ${words.join(', ')}`, spot);

/** A list of so many members. */
export const listOf =
  <Member>(
    member: Reader<Member>,
    { min = 0, max = Infinity }: { readonly min?: number; readonly max?: number } = {},
  ): Reader<readonly Member[]> =>
  (value, spot) => {
    if (!Array.isArray(value)) return notAs('a list', spot);
    if (value.length < leastOf(min, spot)) return notAs(`a list of at least ${min}`, spot);
    if (value.length > max) return notAs(`a list of at most ${max}`, spot);
    const members = value.map((item: unknown, index) => member(item, below(spot, index)));
    return members.some((one) => one === undefined) ? undefined : (members as readonly Member[]); // none is undefined
  };

interface NamesRule {
  readonly min?: number;
  readonly max?: number;
  /** What a name looks like. */
  readonly name?: RegExp;
}

/** Members of one kind under names that the document chooses. */
export const namesOf =
  <Member>(
    member: Reader<Member>,
    { min = 0, max = Infinity, name }: NamesRule = {},
  ): Reader<Readonly<Record<string, Member>>> =>
  (value, spot) => {
    if (!isObject(value)) return notAs('an object', spot);
    const keys = Object.keys(value);
    if (keys.length < leastOf(min, spot) || keys.length > max)
      return notAs(max === Infinity ? 'an object with a member' : `an object with ${min} to ${max} members`, spot);
    const members = keys.map((key) => {
      const at = below(spot, key);
      const read = member(value[key], at);
      return name?.test(key) === false ? notAs('a member with another name', at) : ([key, read] as const);
    });
    return members.some((one) => one?.[1] === undefined)
      ? undefined
      : Object.fromEntries(members as readonly (readonly [string, Member])[]); // each was read above
  };

type Shape = Readonly<Record<string, Reader<unknown>>>;
type ReadBy<Given> = Given extends Reader<infer Value> ? Value : never;
/** What a shape reads: `needed` members are there, `more` ones may be. */
export type ShapeOf<Needed extends Shape, More extends Shape> = {
  readonly [Key in keyof Needed]: ReadBy<Needed[Key]>;
} & { readonly [Key in keyof More]?: ReadBy<More[Key]> };

/** An object with these members and no others. */
export const shapeOf = <Needed extends Shape, More extends Shape>(
  needed: Needed,
  more: More,
): Reader<ShapeOf<Needed, More>> => {
  const readers = new Map(Object.entries({ ...needed, ...more }));
  return (value, spot) => {
    if (!isObject(value)) return notAs('an object', spot);
    if (spot.depth > MAX_DEPTH) return notAs('less deep', spot);
    const missing = Object.keys(needed).filter((key) => !Object.hasOwn(value, key));
    for (const key of missing) notAs('there: it is needed', below(spot, key));
    const members = Object.keys(value).map((key) => {
      const reader = readers.get(key);
      const at = below(spot, key);
      return [
        key,
        reader === undefined ? notAs('left out: nothing is known by this name', at) : reader(value[key], at),
      ];
    });
    const isGood = missing.length === 0 && members.every(([, read]) => read !== undefined);
    return isGood ? (Object.fromEntries(members) as ShapeOf<Needed, More>) : undefined; // every member was read
  };
};

/** Tells whether a value is an object that JSON can hold. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
