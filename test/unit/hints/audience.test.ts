import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileAudience, groupOf, MAX_TESTS, type FactValue, type Truth } from '../../../src/hints/audience';
import type { Audience, FactOperator } from '../../../src/protocol';

const judge = (audience: Audience, facts: Readonly<Record<string, FactValue>> = {}): Truth =>
  compileAudience(audience, { tests: MAX_TESTS })?.judge((fact) => facts[fact]);

const isX = (fact: string): Audience => ({ fact, op: 'is', value: true });
const NAMES = ['user.a', 'user.b', 'user.c'];
const leaf = fc.constantFrom(...NAMES).map(isX);
const tree = fc.letrec<{ audience: Audience }>((tie) => ({
  audience: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    leaf,
    fc.array(tie('audience'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('audience'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('audience').map((not) => ({ not })),
  ),
})).audience;
const truths = fc.constantFrom<Truth>(true, false, undefined);
const facts = fc.tuple(truths, truths, truths).map((values) => {
  const known = NAMES.map((name, index) => [name, values[index]] as const).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as Record<string, boolean>; // only what is known is left
});

/** What Kleene says, written down in the plainest way: numbers 0, ½ and 1. */
function kleene(audience: Audience, known: Readonly<Record<string, FactValue>>): number {
  if ('all' in audience) return Math.min(...audience.all.map((part) => kleene(part, known)));
  if ('any' in audience) return Math.max(...audience.any.map((part) => kleene(part, known)));
  if ('not' in audience) return 1 - kleene(audience.not, known);
  return known[audience.fact] === undefined ? 0.5 : Number(known[audience.fact]);
}

const asTruth = (value: number): Truth => (value === 0.5 ? undefined : value === 1);

describe('an audience', () => {
  test('answers as Kleene does, whatever is known', () => {
    fc.assert(
      fc.property(tree, facts, (audience, known) => {
        expect(judge(audience, known)).toBe(asTruth(kleene(audience, known)));
      }),
    );
  });

  test('never takes an answer back when more becomes known', () => {
    fc.assert(
      fc.property(tree, facts, facts, (audience, some, more) => {
        const before = judge(audience, some);
        if (before !== undefined) expect(judge(audience, { ...more, ...some })).toBe(before);
      }),
    );
  });

  test('keeps the laws of De Morgan and of double negation', () => {
    fc.assert(
      fc.property(leaf, leaf, facts, (one, other, known) => {
        const not = (audience: Audience): Audience => ({ not: audience });
        expect(judge(not({ all: [one, other] }), known)).toBe(judge({ any: [not(one), not(other)] }, known));
        expect(judge(not({ any: [one, other] }), known)).toBe(judge({ all: [not(one), not(other)] }, known));
        expect(judge(not(not(one)), known)).toBe(judge(one, known));
      }),
    );
  });

  test('answers the same when it also tells why, and tells of every test', () => {
    fc.assert(
      fc.property(tree, facts, (audience, known) => {
        const told: string[] = [];
        const ready = compileAudience(audience, { tests: MAX_TESTS });
        const answer = ready?.judge(
          (fact) => known[fact],
          ({ path }) => told.push(path),
        );
        expect(answer).toBe(judge(audience, known));
        expect(new Set(told).size).toBe(JSON.stringify(audience).split('"fact"').length - 1);
      }),
    );
  });
});

type Case = readonly [op: FactOperator, value: unknown, yes: FactValue, no: FactValue | undefined];
const CASES: readonly Case[] = [
  ['is', 'arts', 'arts', 'zorg'],
  ['is', 3, 3, 4],
  ['is', true, true, false],
  ['isNot', 'arts', 'zorg', 'arts'],
  ['in', ['arts', 'zorg'], 'zorg', 'ict'],
  ['in', [1, 2], 2, 3],
  ['notIn', ['arts'], 'ict', 'arts'],
  ['has', 'lezen', ['lezen', 'schrijven'], ['schrijven']],
  ['hasAny', ['a', 'b'], ['b'], ['c']],
  ['hasAll', ['a', 'b'], ['b', 'c', 'a'], ['a']],
  ['lt', 3, 2, 3],
  ['lte', 3, 3, 4],
  ['gt', 3, 4, 3],
  ['gte', 3, 3, 2],
  ['between', [2, 4], 4, 5],
  ['between', ['2026-03-01', '2026-03-31'], '2026-03-31', '2026-04-01'],
  ['before', '2026-03-02', '2026-03-01', '2026-03-02'],
  ['after', '2026-03-02', '2026-03-03', '2026-03-02'],
  ['startsWith', 'pro', 'profiel', 'Profiel'],
  ['contains', 'fie', 'profiel', 'agenda'],
];

describe('a comparison', () => {
  test.each(CASES)('%s %j is true, false or unknown', (op, value, yes, no) => {
    const asked = { fact: 'user.x', op, value } as Audience; // the table holds values that fit
    expect(judge(asked, { 'user.x': yes })).toBe(true);
    expect(judge(asked, no === undefined ? {} : { 'user.x': no })).toBe(false);
    expect(judge(asked)).toBeUndefined();
    expect(judge({ not: asked })).toBeUndefined();
    expect(judge({ any: [asked, { fact: 'user.y', op: 'is', value: 1 }] }, { 'user.y': 1 })).toBe(true);
  });

  test.each(CASES)('%s %j with a value of another type is unknown, not false', (op, value) => {
    const isSet = op.startsWith('has');
    const others = isSet
      ? ['lezen', 3, true]
      : [['lezen'], Number.NaN, typeof [value].flat()[0] === 'number' ? '3' : 3];
    for (const other of others as FactValue[]) {
      if (Number.isNaN(other) && typeof [value].flat()[0] === 'number' && /^(is|in|not)/.test(op)) continue; // a number, and no other
      expect(judge({ fact: 'user.x', op, value } as Audience, { 'user.x': other })).toBeUndefined();
    }
  });

  test('known is never unknown', () => {
    expect(judge({ fact: 'user.x', op: 'known' })).toBe(false);
    expect(judge({ fact: 'user.x', op: 'known', value: false })).toBe(true);
    expect(judge({ fact: 'user.x', op: 'known' }, { 'user.x': '' })).toBe(true);
    expect(judge({ fact: 'user.x', op: 'known', value: false }, { 'user.x': false })).toBe(false);
  });

  test('every operator of the format is there', () => {
    const tested = new Set<string>([...CASES.map(([op]) => op), 'known']);
    for (const op of [
      'is',
      'isNot',
      'in',
      'notIn',
      'has',
      'hasAny',
      'hasAll',
      'startsWith',
      'contains',
      'lt',
      'lte',
      'gt',
      'gte',
      'between',
      'before',
      'after',
      'known',
    ])
      expect(tested).toContain(op);
  });
});

describe('what is too large, or no audience', () => {
  const all = (count: number): Audience => ({ all: Array.from({ length: count }, () => isX('user.a')) });
  const deep = (depth: number): Audience => (depth === 1 ? isX('user.a') : { not: deep(depth - 1) });
  const isReady = (audience: unknown): boolean => compileAudience(audience, { tests: MAX_TESTS }) !== undefined;

  test.each<[string, unknown, unknown]>([
    ['deeper than four', deep(5), deep(4)],
    ['more than 16 parts', all(17), all(16)],
    [
      'more than 64 tests',
      { all: [all(16), all(16), all(16), all(16), all(1)] },
      { all: [all(16), all(16), all(16), all(16)] },
    ],
    [
      'more than 200 values',
      { fact: 'user.x', op: 'in', value: Array.from({ length: 201 }, String) },
      { fact: 'user.x', op: 'in', value: Array.from({ length: 200 }, String) },
    ],
    [
      'an operator that is not there',
      { fact: 'user.x', op: 'matches', value: '.*' },
      { fact: 'user.x', op: 'is', value: '.*' },
    ],
    [
      'no operator but a name of every object',
      { fact: 'user.x', op: 'constructor', value: 1 },
      { fact: 'user.x', op: 'is', value: 1 },
    ],
    [
      'a value that is an object',
      { fact: 'user.x', op: 'is', value: {} },
      { fact: 'user.x', op: 'is', value: 1, later: {} },
    ],
    ['an empty list', { all: [] }, { all: [isX('user.a')] }],
    [
      'a list of no values',
      { fact: 'user.x', op: 'hasAll', value: [] },
      { fact: 'user.x', op: 'hasAll', value: ['a'] },
    ],
    ['nothing', undefined, isX('user.a')],
  ])('%s is refused; what just is not is taken', (_name, wrong, right) => {
    expect(isReady(wrong)).toBe(false);
    expect(isReady(right)).toBe(true);
  });
});

describe('a segment', () => {
  const isNew = compileAudience({ fact: 'user.dagen', op: 'lt', value: 30 }, { tests: MAX_TESTS });
  const segments = new Map(isNew && [['nieuw', isNew]]);
  const inSegment = compileAudience({ fact: 'segment.nieuw', op: 'is', value: true }, { tests: MAX_TESTS, segments });

  test('is judged by what it asks', () => {
    expect(inSegment?.judge(() => 3)).toBe(true);
    expect(inSegment?.judge(() => 30)).toBe(false);
    expect(inSegment?.judge(() => undefined)).toBeUndefined();
    expect(inSegment?.groups).toBe(groupOf('user.dagen'));
  });

  test('that is not there is unknown', () => {
    expect(judge({ fact: 'segment.weg', op: 'is', value: true })).toBeUndefined();
  });
});
