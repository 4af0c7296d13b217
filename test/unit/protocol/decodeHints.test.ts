import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Compile } from 'typebox/schema';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../src/protocol/canonicalJson';
import { decodeHints } from '../../../src/protocol/decodeHints';
import { aHint, aHintDocument, anyHintDocument, aStep } from '../../support/hintDocuments';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const schema = Compile(read('docs/hints.schema.json') as object);
const example = read('docs/hints.example.json');

const problemsOf = (value: unknown): readonly string[] => {
  const decoded = decodeHints(value);
  return decoded.ok ? [] : decoded.problem.map(({ code, pointer }) => `${code} ${pointer}`);
};
/** Both say the same of a value, and the decoder gives back all of what it takes. */
function mustAgree(value: unknown, what = ''): void {
  const decoded = decodeHints(value);
  expect([what, decoded.ok], what).toEqual([what, schema.Check(value)]);
  if (decoded.ok) expect(decoded.value).toEqual(value);
}

test('takes the example, and gives back every member of it', () => {
  expect(decodeHints(example)).toEqual({ ok: true, value: example });
  expect(schema.Check(example)).toBe(true);
});

test('takes what the schema takes', () => {
  fc.assert(
    fc.property(anyHintDocument, (given) => {
      const document: unknown = JSON.parse(JSON.stringify(given));
      expect(schema.Check(document)).toBe(true);
      mustAgree(document);
    }),
    { numRuns: 500 },
  );
});

/** Every place in a value, as a path. */
function* placesIn(value: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  yield path;
  if (typeof value === 'object' && value !== null)
    for (const [key, member] of Object.entries(value))
      yield* placesIn(member, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** The value with another one in one place; `undefined` takes the member out. */
function changed(value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string | number, unknown>; // the path leads through objects and lists
  const next = changed(copy[key], rest, by);
  if (next !== undefined) copy[key] = next;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy;
}

test('refuses what the schema refuses: anything anywhere in the example', () => {
  const others = [
    undefined,
    null,
    0,
    -1,
    1.5,
    201,
    '',
    'x'.repeat(1300),
    'javascript:alert(1)',
    true,
    [],
    {},
    [''],
    { x: 1 },
  ];
  let refused = 0;
  for (const path of placesIn(example))
    for (const by of others) {
      const value = changed(example, path, by);
      if (value === undefined) continue;
      mustAgree(value, `${path.join('/')} = ${JSON.stringify(by)?.slice(0, 30)}`);
      if (!decodeHints(value).ok) refused += 1;
    }
  expect(refused).toBeGreaterThan(2000);
});

test('refuses what the schema refuses: a change anywhere in any document', () => {
  const other = fc.oneof(fc.constant(undefined), fc.jsonValue(), fc.string({ maxLength: 400 }));
  fc.assert(
    fc.property(anyHintDocument, fc.nat(), other, (given, at, by) => {
      const document: unknown = JSON.parse(JSON.stringify(given));
      const places = [...placesIn(document)];
      const value = changed(document, places[at % places.length] ?? [], by);
      if (value !== undefined) mustAgree(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 1000 },
  );
});

const withAction = (action: object): unknown => ({ ...aHintDocument(), hints: [{ ...aHint(), actions: [action] }] });

test.each([
  ['a script as a link', withAction({ do: 'openLink', href: 'javascript:alert(1)' }), '/hints/0/actions/0/href'],
  ['an address without a scheme', withAction({ do: 'openLink', href: '//elders.example' }), '/hints/0/actions/0/href'],
  ['an address with a backslash', withAction({ do: 'openLink', href: '/\\elders.example' }), '/hints/0/actions/0/href'],
  ['a tab in a link', withAction({ do: 'openLink', href: '/a\tb' }), '/hints/0/actions/0/href'],
  ['data as a link', withAction({ do: 'openLink', href: 'data:text/html,x' }), '/hints/0/actions/0/href'],
  ['HTML', { ...aHintDocument(), hints: [{ ...aHint(), html: '<b>x</b>' }] }, '/hints/0/html'],
  ['a pattern as a route', { ...aHintDocument(), routes: { a: '/(a+)+$' } }, '/routes/a'],
  [
    'a trigger that nobody knows',
    { ...aHintDocument(), hints: [aHint({ when: { on: 'scroll' as never } })] },
    '/hints/0/when/on',
  ],
  [
    'sixteen steps',
    { ...aHintDocument(), hints: [aHint({ steps: Array.from({ length: 16 }, () => aStep()) })] },
    '/hints/0/steps',
  ],
  [
    'text of the page in what was recorded',
    {
      ...aHintDocument(),
      targets: {
        a: {
          label: 'A',
          tag: 'a',
          find: [{ by: { id: 'a' }, weight: 1 }],
          recorded: { at: '', route: '', appVersion: '', robustness: 1, text: 'x' },
        },
      },
    },
    '/targets/a/recorded/text',
  ],
  ['a newer format', { ...aHintDocument(), version: 2 }, '/version'],
  ['a list', [], ''],
  ['nothing', null, ''],
])('refuses %s, and says where', (_what, value, pointer) => {
  expect(problemsOf(value)).toEqual([`V01 ${pointer}`]);
  expect(schema.Check(value)).toBe(false);
});

test('tells every fault at once, each with a sentence that says what to write', () => {
  const decoded = decodeHints({ ...aHintDocument(), environment: 7, hints: [{ ...aHint(), rev: 0, status: 'live' }] });
  expect(decoded).toMatchObject({
    ok: false,
    problem: [
      { pointer: '/environment', sentence: 'This should be a text.' },
      { pointer: '/hints/0/rev', sentence: 'This should be a whole number of at least 1.' },
      { pointer: '/hints/0/status', sentence: 'This should be one of draft, published, paused, archived.' },
    ],
  });
});

test('reads names of prototypes as names, into objects that have nothing of them', () => {
  const document: unknown = JSON.parse(
    JSON.stringify(aHintDocument()).replace('"routes":{', '"routes":{"__proto__":"/a","constructor":"/b",'),
  );
  const decoded = decodeHints(document);
  expect(decoded.ok && Object.keys(decoded.value.routes)).toEqual(['__proto__', 'constructor', 'zorgplan']);
  expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  expect(
    problemsOf(JSON.parse(JSON.stringify(aHintDocument()).replace('{"format"', '{"__proto__":{"x":1},"format"'))),
  ).toEqual(['V01 /__proto__']);
});

test('is not brought down by conditions within conditions within conditions', () => {
  const deep = `${'{"not":'.repeat(100_000)}{"fact":"user.functie","op":"known"}${'}'.repeat(100_000)}`;
  const value: unknown = JSON.parse(
    JSON.stringify(aHintDocument()).replace('"policy":{', `"policy":{"quietWhen":${deep}`),
  );
  expect(problemsOf(value)).toHaveLength(1);
});

test('writes a document the same way whatever the order it was written in, and the same again after reading', () => {
  fc.assert(
    fc.property(anyHintDocument, (given) => {
      const document: unknown = JSON.parse(JSON.stringify(given));
      const written = canonicalJson(document);
      expect(canonicalJson(JSON.parse(written))).toBe(written);
      expect(JSON.parse(written)).toEqual(document);
      const decoded = decodeHints(JSON.parse(written));
      expect(decoded.ok && canonicalJson(decoded.value)).toBe(written);
      expect(canonicalJson(reversed(document))).toBe(written);
    }),
    { numRuns: 200 },
  );
});

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
};
