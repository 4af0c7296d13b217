import type { Audience, FactOperator, FactTest } from './hint';

/**
 * Tells whether an audience contradicts itself: no value of a fact satisfies everything that is asked of it.
 * Looks at each fact by itself, so `false` means "not proved", never "can be true".
 */
export function canNeverBeTrue(audience: Audience): boolean {
  if ('any' in audience) return audience.any.every(canNeverBeTrue);
  const parts = conjunction(audience);
  const byFact = new Map<string, FactTest[]>();
  for (const part of parts) if ('fact' in part) byFact.set(part.fact, [...(byFact.get(part.fact) ?? []), part]);
  return [...byFact.values()].some(contradict) || parts.some((part) => 'any' in part && part.any.every(canNeverBeTrue));
}

/** What must hold together, with *not* pushed down to the tests where that is exact. */
function conjunction(audience: Audience): readonly Audience[] {
  if ('all' in audience) return audience.all.flatMap(conjunction);
  if (!('not' in audience)) return [audience];
  const inner = audience.not;
  if ('not' in inner) return conjunction(inner.not);
  if ('any' in inner) return inner.any.flatMap((part) => conjunction({ not: part }));
  if (!('fact' in inner)) return [audience];
  const op = OPPOSITE[inner.op];
  return op === undefined ? [audience] : [{ ...inner, op }];
}

const OPPOSITE: Readonly<Partial<Record<FactOperator, FactOperator>>> = {
  is: 'isNot',
  isNot: 'is',
  in: 'notIn',
  notIn: 'in',
  lt: 'gte',
  gte: 'lt',
  gt: 'lte',
  lte: 'gt',
};

type Scalar = string | number | boolean;

function contradict(tests: readonly FactTest[]): boolean {
  const asked = (...ops: readonly FactOperator[]): readonly (readonly Scalar[])[] =>
    tests.filter(({ op }) => ops.includes(op)).map(({ value }) => [value ?? []].flat());
  const allowed = asked('is', 'in');
  const excluded = asked('isNot', 'notIn').flat();
  const fits = (value: Scalar): boolean =>
    allowed.every((list) => list.includes(value)) &&
    !excluded.includes(value) &&
    tests.every((test) => isWithin(value, test));
  if (tests.some(isUnknown) && tests.some((test) => !isUnknown(test))) return true;
  return allowed.length > 0 ? allowed[0]?.some(fits) !== true : isEmptyRange(tests);
}

/** Asks that a fact is not known; then nothing else can be asked of it. */
const isUnknown = ({ op, value }: FactTest): boolean => op === 'known' && value === false;

type Compare = (value: Scalar, bound: Scalar) => boolean;
const COMPARE: Readonly<Partial<Record<FactOperator, Compare>>> = {
  lt: (value, bound) => value < bound,
  before: (value, bound) => value < bound,
  lte: (value, bound) => value <= bound,
  gt: (value, bound) => value > bound,
  after: (value, bound) => value > bound,
  gte: (value, bound) => value >= bound,
};

function isWithin(value: Scalar, { op, value: bound }: FactTest): boolean {
  if (op === 'between' && Array.isArray(bound)) return bound[0] <= value && value <= bound[1];
  const compare = COMPARE[op];
  return compare === undefined || bound === undefined || Array.isArray(bound) || compare(value, bound as Scalar); // no list
}

/** Whether the bounds leave no room between them. */
function isEmptyRange(tests: readonly FactTest[]): boolean {
  const lower = tests.flatMap(({ op, value }) =>
    bound(value, { gt: [0, false], gte: [0, true], after: [0, false], between: [0, true] }[op as string]),
  );
  const upper = tests.flatMap(({ op, value }) =>
    bound(value, { lt: [0, false], lte: [0, true], before: [0, false], between: [1, true] }[op as string]),
  );
  return lower.some((low) =>
    upper.some((high) => low.at > high.at || (low.at === high.at && !(low.isIn && high.isIn))),
  );
}

function bound(
  value: FactTest['value'],
  rule: readonly (number | boolean)[] | undefined,
): readonly { readonly at: Scalar; readonly isIn: boolean }[] {
  const at = [value ?? []].flat()[Number(rule?.[0])];
  return rule === undefined || at === undefined ? [] : [{ at, isIn: rule[1] === true }];
}
