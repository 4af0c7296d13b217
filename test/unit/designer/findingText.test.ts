import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingName, findingText, type Section } from '../../../src/designer';
import { checkHints, decodeHints, type HintKnowledge } from '../../../src/protocol';
import { HINT_CASES } from '../../support/hintCases';
import { anyHintDocument } from '../../support/hintDocuments';
import { HINT_LATER_CASES } from '../../support/hintLaterCases';
import { aWording } from '../../support/designing';

const { t: nl } = aWording();
const { t: en } = aWording({}, 'en');
const KNOWN: HintKnowledge = {
  today: '2026-03-02',
  facts: [{ key: 'user.functie', label: 'Functie', type: 'enum' }],
  events: ['zorgplan_geevalueerd'],
  articles: [],
  videos: [],
  assets: [],
};

/** Every code that stands in the checks, as a text: a check that is added without a sentence is found here. */
const codes = readdirSync('src/protocol')
  .flatMap((file) => [...readFileSync(`src/protocol/${file}`, 'utf8').matchAll(/'([VW]\d\d)'/g)])
  .map(([, code = '']) => code);

/** Codes and places of all that the checks find in documents that are made to be wrong. */
const found = Object.values({ ...HINT_CASES, ...HINT_LATER_CASES }).flatMap(([wanted, wrong]) => {
  const [code = '', pointer = ''] = wanted.split(' ');
  return [{ code, pointer }, ...checkHints(wrong, KNOWN)];
});

test('every code of the checks is among those that are tried here', () => {
  expect([...new Set(codes)].filter((code) => !found.some((one) => one.code === code))).toEqual([]);
});

test.each([...new Map(found.map(({ code, pointer }) => [`${code} ${pointer}`, { code, pointer }]))])(
  '%s has a sentence and a way to mend it, in both languages',
  (_name, one) => {
    expect(findingName(one)).toBeDefined();
    for (const t of [nl, en]) {
      const { sentence, fix } = findingText(one, t);
      expect(sentence).toMatch(/^\p{Lu}.+\.$/u);
      expect(fix).toMatch(/^\p{Lu}.+\.$/u);
    }
  },
);

test('every code of the documentation has a sentence', () => {
  const listed = [...readFileSync('docs/hints.md', 'utf8').matchAll(/\| ([VW]\d\d) \|/g)].map(([, code = '']) => code);
  const told = new Set([...found.map(({ code }) => code), 'V19']);
  expect(listed.filter((code) => !told.has(code))).toEqual([]);
  expect(findingName({ code: 'V19', pointer: '/hints/0/rev' })).toBe('rev');
});

test('whatever a document holds, no finding is without a sentence of its own', () => {
  fc.assert(
    fc.property(anyHintDocument, (given) => {
      const decoded = decodeHints(JSON.parse(JSON.stringify(given)));
      const findings = decoded.ok ? checkHints(decoded.value, KNOWN) : decoded.problem;
      expect(findings.filter((one) => findingName(one) === undefined)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test.each<[string, Section]>([
  ['/hints/0/where/routes/0', 'where'],
  ['/hints/0/where/target', 'target'],
  ['/targets/opslaan/find', 'target'],
  ['/hints/12/when/delay', 'when'],
  ['/hints/0/who/all/1/fact', 'who'],
  ['/segments/nieuw', 'who'],
  ['/hints/0/howOften/every', 'often'],
  ['/hints/0/schedule/until', 'often'],
  ['/hints/0/content/nl/media/alt', 'text'],
  ['/hints/0/actions/0/label', 'text'],
  ['/hints/0/steps/2/content/nl', 'steps'],
  ['/policy/quietWhen', 'document'],
  ['', 'document'],
])('%s is mended in %s', (pointer, section) => {
  expect(findingText({ code: 'V01', pointer }, nl).section).toBe(section);
});

test('a finding says which hint, step or place it is about', () => {
  expect(findingText({ code: 'V08', pointer: '/hints/3/steps/2/next' }, nl)).toMatchObject({ hint: 3, step: 2 });
  expect(findingText({ code: 'V18', pointer: '/targets/a~1b/find' }, nl)).toMatchObject({ target: 'a/b' });
});

test('a picture without words is mended as the design says', () => {
  const text = findingText({ code: 'V14', pointer: '/hints/0/content/nl/media/alt' }, nl);
  expect(text.fix).toBe('Schrijf bij het plaatje wat erop staat.');
});

test('a code of a newer receiver gets a sentence that is true', () => {
  expect(findingText({ code: 'V77', pointer: '/hints/0' }, nl).sentence).toBe('Dit deel kan zo niet.');
});
