import type { FactDefinition, FactType, HintKnowledge } from './hintKnowledge';
import { FACT_OPERATORS, type FactOperator, type FactTest, type HintDocument } from './hint';
import { operatorsFor, typeOfBuiltIn } from './hintFacts';
import { audiencesOf, audiencesOfHint, hintsOf, membersOf, testsOf } from './hintWalk';
import { canNeverBeTrue } from './hintSense';
import { finding, foundIf, type HintFinding } from './readShape';

const MAX_DEPTH = 4;
const MAX_TESTS = 64;
const MAX_VALUE = 200;

/** V03, V04, V16 and W12: conditions are small, ask what can be asked, and can come true. */
export function checkAudiences(document: HintDocument, { facts }: HintKnowledge): readonly HintFinding[] {
  const known = facts && new Map(facts.map((fact) => [fact.key, fact]));
  const audiences = audiencesOf(document);
  return [
    ...audiences.flatMap((audience) => [
      ...foundIf(
        canNeverBeTrue(audience.value),
        finding('V16', audience.pointer, 'These conditions can never hold together. Take one out.'),
      ),
      ...testsOf(audience).flatMap(({ value, pointer, depth }) => [
        ...foundIf(depth > MAX_DEPTH, finding('V03', pointer, 'Conditions stand at most four deep.')),
        ...testProblems(value, pointer, known),
        ...foundIf(
          NOT_KNOWN_YET.has(value.fact),
          finding(
            'W12',
            `${pointer}/fact`,
            'Nobody tells this yet, so that it holds for nobody. Take it out, or wait.',
          ),
        ),
      ]),
    ]),
    ...hintsOf(document)
      .filter((hint) => audiencesOfHint(hint).flatMap((audience) => testsOf(audience)).length > MAX_TESTS)
      .map(({ pointer }) => finding('V03', pointer, 'A hint has at most 64 conditions.')),
    ...membersOf(document.segments, '/segments')
      .flatMap((segment) => testsOf(segment))
      .filter(({ value }) => value.fact.startsWith('segment.'))
      .map(({ pointer }) =>
        finding('V03', pointer, 'A segment does not stand inside another. Write its conditions out.'),
      ),
  ];
}

function testProblems(
  test: FactTest,
  pointer: string,
  known: ReadonlyMap<string, FactDefinition> | undefined,
): readonly HintFinding[] {
  const type = known?.get(test.fact)?.type ?? typeOfBuiltIn(test.fact);
  if (type === undefined && !(known === undefined && /^(user|org)\./.test(test.fact)))
    return [finding('V04', `${pointer}/fact`, 'Nobody knows this fact. Choose one of the list.')];
  const fitting = type === undefined ? FACT_OPERATORS : operatorsFor(type);
  if (!fitting.includes(test.op))
    return [finding('V04', `${pointer}/op`, `This comparison does not fit. Use one of ${fitting.join(', ')}.`)];
  const needed = NEEDS[test.op] ?? 'one value';
  return [
    ...foundIf(isTooLong(test.value), finding('V03', `${pointer}/value`, 'A value has at most 200 characters.')),
    ...foundIf(
      !valueFits(test, type),
      finding('V04', `${pointer}/value`, `This value does not fit. Give ${needed}${ofType(type)}.`),
    ),
  ];
}

const isTooLong = (value: FactTest['value']): boolean =>
  [value].flat().some((one) => typeof one === 'string' && one.length > MAX_VALUE);

const ofType = (type: FactType | undefined): string => (type === undefined ? '' : ` that fits a ${type}`);

const LISTS: readonly FactOperator[] = ['in', 'notIn', 'hasAny', 'hasAll'];
const NEEDS: Readonly<Partial<Record<FactOperator, string>>> = {
  in: 'a list with a value',
  notIn: 'a list with a value',
  hasAny: 'a list with a value',
  hasAll: 'a list with a value',
  between: 'a list of two values',
  known: 'true, false or nothing',
};

function valueFits({ op, value }: FactTest, type: FactType | undefined): boolean {
  if (op === 'known') return value === undefined || typeof value === 'boolean';
  const isList = Array.isArray(value);
  const values: readonly (string | number | boolean)[] = [value ?? []].flat();
  if (!values.every((one) => isOf(one, type))) return false;
  if (op === 'between') return isList && values.length === 2;
  return LISTS.includes(op) ? isList && values.length > 0 : !isList && values.length === 1;
}

const DATE = /^\d{4}-\d\d-\d\d$/;

function isOf(value: string | number | boolean, type: FactType | undefined): boolean {
  switch (type) {
    case undefined:
      return true;
    case 'number':
    case 'boolean':
      return typeof value === type;
    case 'date':
      return typeof value === 'string' && DATE.test(value);
    case 'enum':
    case 'set':
    case 'text':
      return typeof value === 'string';
  }
}

/** Of the format, but told by nothing that there is. */
const NOT_KNOWN_YET: ReadonlySet<string> = new Set(['support.trainingDone']);
