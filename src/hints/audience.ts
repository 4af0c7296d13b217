import type { FactOperator } from '../protocol/hint';
import { isObject } from '../protocol/readShape';

/** What is known of something: a text, a number, yes or no, or several texts. */
export type FactValue = string | number | boolean | readonly string[];

/** Looks up a fact; nothing when it is not known. */
export type FactReader = (fact: string) => FactValue | undefined;

/** Yes, no, or not known: Kleene's three. */
export type Truth = boolean | undefined;

/** One question that was put to the facts, for who wants to know why. */
export interface Condition {
  /** Where it stands in the audience: `all/1/not`. */
  readonly path: string;
  /** Its key, such as `user.functie`. */
  readonly fact: string;
  /** Whether it holds; a fact that is missing or of another type is unknown. */
  readonly result: 'true' | 'false' | 'unknown';
  /** What the fact is now. */
  readonly value?: FactValue;
}

/** An audience made ready: judging it reads no document any more. */
export interface CompiledAudience {
  /** The kinds of facts that it asks for, as bits of `groupOf`. */
  readonly groups: number;
  /** Judges. With `tell` it goes on where the answer is known, and tells every condition. */
  judge(read: FactReader, tell?: (condition: Condition) => void): Truth;
}

/** How much one hint may ask. */
export interface AudienceLimits {
  /** Tests that are left; goes down. */
  tests: number;
  /** Audiences by name. Left out: none may be asked for. */
  readonly segments?: ReadonlyMap<string, CompiledAudience>;
}

/** Most tests of one hint. */
export const MAX_TESTS = 64;
const MAX_DEPTH = 4;
const MAX_PARTS = 16;
const MAX_VALUES = 200;

const GROUPS = ['route', 'time', 'ui', 'app', 'hint', 'event', 'widget', 'support'];

/** The bit of the kind of a fact; everything that only the host knows is of one kind. */
export const groupOf = (fact: string): number => 1 << ((GROUPS.indexOf(spaceOf(fact)) + 9) % 9);

/** The kinds of facts in which two differ. */
export const changedGroups = (before: ReadonlyMap<string, FactValue>, after: ReadonlyMap<string, FactValue>): number =>
  [...before.keys(), ...after.keys()].reduce(
    (bits, fact) => (before.get(fact) === after.get(fact) ? bits : bits | groupOf(fact)),
    0,
  );

const spaceOf = (fact: string): string => fact.slice(0, fact.indexOf('.'));

/**
 * Makes an audience ready. Gives nothing when it is none, or larger than it may be: the hint is left out then.
 * A fact that is missing makes a test unknown, and so does a value of another type than it is compared with.
 */
export function compileAudience(audience: unknown, limits: AudienceLimits): CompiledAudience | undefined {
  return compile(audience, { path: '', depth: 1, limits });
}

interface Spot {
  readonly path: string;
  readonly depth: number;
  readonly limits: AudienceLimits;
}

function compile(audience: unknown, spot: Spot): CompiledAudience | undefined {
  if (!isObject(audience) || spot.depth > MAX_DEPTH) return undefined;
  const { all, any, not, fact } = audience;
  if (typeof fact === 'string') return compileTest(audience, fact, spot);
  if (not !== undefined) return compileNot(not, spot);
  return all === undefined ? compileList(any, 'any', spot) : compileList(all, 'all', spot);
}

const below = ({ path, depth, limits }: Spot, name: string): Spot => ({
  path: `${path}${name}/`,
  depth: depth + 1,
  limits,
});

function compileNot(audience: unknown, spot: Spot): CompiledAudience | undefined {
  const inner = compile(audience, below(spot, 'not'));
  return inner && { ...inner, judge: (read, tell) => negated(inner.judge(read, tell)) };
}

function compileList(list: unknown, name: 'all' | 'any', spot: Spot): CompiledAudience | undefined {
  if (!Array.isArray(list) || list.length === 0 || list.length > MAX_PARTS) return undefined;
  const parts = list.map((part: unknown, index) => compile(part, below(spot, `${name}/${index}`)));
  return parts.every((part) => part !== undefined) ? joined(parts, name === 'any') : undefined;
}

const negated = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

/** One part that decides is enough; else one that is not known makes all unknown. */
function joined(parts: readonly CompiledAudience[], deciding: boolean): CompiledAudience {
  return {
    groups: parts.reduce((bits, { groups }) => bits | groups, 0),
    judge(read, tell) {
      let truth: Truth = !deciding;
      for (const part of parts) {
        const one = part.judge(read, tell);
        if (one === deciding) truth = deciding;
        else if (one === undefined && truth !== deciding) truth = undefined;
        if (truth === deciding && !tell) break;
      }
      return truth;
    },
  };
}

function compileTest(
  { op, value = true }: Readonly<Record<string, unknown>>,
  fact: string,
  { path, limits }: Spot,
): CompiledAudience | undefined {
  const operator = OPERATORS.get(String(op));
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!operator || !areFit(values) || --limits.tests < 0) return undefined;
  const segment = spaceOf(fact) === 'segment' ? limits.segments?.get(fact.slice('segment.'.length)) : undefined;
  return {
    groups: segment?.groups ?? groupOf(fact),
    judge(read, tell) {
      const known = segment ? segment.judge(read) : read(fact);
      const truth = operator(known, values);
      const result = truth === undefined ? 'unknown' : truth ? 'true' : 'false';
      tell?.({ path: path.slice(0, -1), fact, result, ...(known !== undefined && { value: known }) });
      return truth;
    },
  };
}

const areFit = (values: readonly unknown[]): values is readonly Scalar[] =>
  values.length > 0 && values.length <= MAX_VALUES && values.every(isScalar);

type Scalar = string | number | boolean;
/** Of what is not known, or of another type, nothing can be said. */
type Operator = (known: FactValue | undefined, values: readonly Scalar[]) => Truth;

const SCALARS = ['string', 'number', 'boolean'];
const isScalar = (value: unknown): value is Scalar => SCALARS.includes(typeof value);

const isOneOf: Operator = (known, values) =>
  isScalar(known) && values.some((value) => typeof value === typeof known) ? values.includes(known) : undefined;

const none =
  (operator: Operator): Operator =>
  (known, values) =>
    negated(operator(known, values));

const ofSet =
  (quantifier: 'some' | 'every'): Operator =>
  (known, values) =>
    Array.isArray(known) ? values[quantifier]((value) => known.includes(String(value))) : undefined;

const DATE = /^\d{4}-\d\d-\d\d$/;
const isDate = (value: unknown): boolean => typeof value === 'string' && DATE.test(value);
const isNumber = (value: unknown): boolean => Number.isFinite(value);
const isText = (value: unknown): boolean => typeof value === 'string';

/** Compares with one or two values that are all of the same type. */
const compared =
  (isFit: (value: unknown) => boolean, compare: (known: never, value: never, second: never) => boolean): Operator =>
  (known, [first, second = first]) =>
    isFit(known) && isFit(first) && isFit(second)
      ? compare(known as never, first as never, second as never)
      : undefined; // all three fit

const isBetween = (known: Scalar, first: Scalar, second: Scalar): boolean => first <= known && known <= second;

const OPERATORS: ReadonlyMap<string, Operator> = new Map<FactOperator, Operator>([
  ['is', isOneOf],
  ['in', isOneOf],
  ['isNot', none(isOneOf)],
  ['notIn', none(isOneOf)],
  ['has', ofSet('every')],
  ['hasAll', ofSet('every')],
  ['hasAny', ofSet('some')],
  ['lt', compared(isNumber, (known, value) => known < value)],
  ['lte', compared(isNumber, (known, value) => known <= value)],
  ['gt', compared(isNumber, (known, value) => known > value)],
  ['gte', compared(isNumber, (known, value) => known >= value)],
  ['before', compared(isDate, (known, value) => known < value)],
  ['after', compared(isDate, (known, value) => known > value)],
  ['between', (known, values) => compared(isNumber(known) ? isNumber : isDate, isBetween)(known, values)],
  ['startsWith', compared(isText, (known: string, value: string) => known.startsWith(value))],
  ['contains', compared(isText, (known: string, value: string) => known.includes(value))],
  ['known', (known, [isKnown]) => (known !== undefined) === isKnown],
]);
