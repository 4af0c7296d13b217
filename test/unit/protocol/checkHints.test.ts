import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkHints, stopsPublishing } from '../../../src/protocol/checkHints';
import type { HintKnowledge } from '../../../src/protocol/hintKnowledge';
import { decodeHints } from '../../../src/protocol/decodeHints';
import type { Audience, HintDocument } from '../../../src/protocol/hint';
import { canNeverBeTrue } from '../../../src/protocol/hintSense';
import { migrateHints } from '../../../src/protocol/migrateHints';
import { HINT_CASES } from '../../support/hintCases';
import { who } from '../../support/hintChanges';
import { aHintDocument, anyHintDocument } from '../../support/hintDocuments';
import { HINT_LATER_CASES } from '../../support/hintLaterCases';

const KNOWN: HintKnowledge = {
  today: '2026-03-02',
  facts: [
    { key: 'user.functie', label: 'Functie', type: 'enum' },
    { key: 'user.rechten', label: 'Rechten', type: 'set' },
    { key: 'user.voornaam', label: 'Voornaam', type: 'text', displayable: true },
    { key: 'user.achternaam', label: 'Achternaam', type: 'text', personal: true },
    { key: 'user.daysSinceFirstLogin', label: 'Dagen', type: 'number' },
  ],
  events: ['zorgplan_geevalueerd'],
  articles: ['bsn-controleren', 'zorgplan-evalueren'],
  videos: ['inloggen'],
  assets: ['gestuurd'],
};

const found = (document: HintDocument): readonly string[] =>
  checkHints(document, KNOWN).map(({ code, pointer }) => `${code} ${pointer}`);

const CASES = { ...HINT_CASES, ...HINT_LATER_CASES };

test.each(Object.entries(CASES))('finds %s, and not what is just good', (_what, [wanted, wrong, good]) => {
  expect(found(wrong)).toContain(wanted);
  expect(found(good)).not.toContain(wanted);
  for (const document of [wrong, good]) expect(decodeHints(document).ok || wanted.startsWith('V01')).toBe(true);
});

test('says what to do in every finding, without repeating what was written', () => {
  for (const [, wrong] of Object.values(CASES))
    for (const { sentence } of checkHints(wrong, KNOWN)) {
      expect(sentence).toMatch(/^[A-Z].+\.$/);
      expect(sentence).not.toMatch(/111222333|4417|elders/);
    }
});

test('has nothing against the example but that its variants come later and its texts stand in words only', () => {
  const example = decodeHints(JSON.parse(readFileSync('docs/hints.example.json', 'utf8')));
  const all = example.ok ? found(example.value) : ['not read'];
  expect(all).toEqual(['W12 /hints/1/experiment']);
});

test('lets facts of the host be, where the host’s catalogue is not known', () => {
  const { facts: _none, ...rest } = KNOWN;
  const document = who({
    all: [
      { fact: 'user.team', op: 'lt', value: 3 },
      { fact: 'verder.weg', op: 'known' },
    ],
  });
  expect(checkHints(document, rest).map(({ pointer }) => pointer)).toEqual(['/hints/0/who/all/1/fact']);
});

test('judges any document that can be read, and never breaks', () => {
  fc.assert(
    fc.property(anyHintDocument, (given) => {
      const decoded = decodeHints(JSON.parse(JSON.stringify(given)));
      const findings = decoded.ok ? checkHints(decoded.value, KNOWN) : [];
      expect(findings.filter(stopsPublishing).every(({ code }) => code < 'W')).toBe(true);
    }),
    { numRuns: 300 },
  );
});

const is = (value: string): Audience => ({ fact: 'user.functie', op: 'is', value });
const number = (op: 'lt' | 'lte' | 'gt' | 'gte', value: number): Audience => ({ fact: 'time.hour', op, value });

test.each<[string, Audience, boolean]>([
  ['two values at once', { all: [is('a'), is('b')] }, true],
  ['one value twice', { all: [is('a'), is('a')] }, false],
  ['a value and not that value', { all: [is('a'), { not: is('a') }] }, true],
  ['a value, and not another', { all: [is('a'), { not: is('b') }] }, false],
  ['below and above', { all: [number('lt', 3), number('gt', 5)] }, true],
  ['below and not above', { all: [number('lt', 5), { not: number('gt', 3) }] }, false],
  ['up to and from the same', { all: [number('lte', 3), number('gte', 3)] }, false],
  ['below and from the same', { all: [number('lt', 3), number('gte', 3)] }, true],
  ['a range that is upside down', { fact: 'time.hour', op: 'between', value: [5, 3] }, true],
  ['one of nothing', { fact: 'user.functie', op: 'in', value: [] }, true],
  ['known and unknown', { all: [is('a'), { fact: 'user.functie', op: 'known', value: false }] }, true],
  ['any of two that can not be', { any: [{ all: [is('a'), is('b')] }, { all: [is('c'), is('d')] }] }, true],
  ['any of which one can be', { any: [{ all: [is('a'), is('b')] }, is('c')] }, false],
  ['not any of two', { all: [is('a'), { not: { any: [is('a'), is('b')] } }] }, true],
])('knows whether it can be true: %s', (_what, audience, never) => {
  expect(canNeverBeTrue(audience)).toBe(never);
});

test('brings a document of the version before to this one, once, and leaves others alone', () => {
  const before = {
    format: 'cliendo.hints',
    version: 0,
    revision: 3,
    environment: 'productie',
    locale: 'nl',
    routes: { zorgplan: '/zorgplan' },
    targets: aHintDocument().targets,
    hints: [
      {
        id: 'uitleg',
        kind: 'tooltip',
        name: 'Uitleg',
        route: 'zorgplan',
        target: 'opslaan',
        when: { on: 'focus' },
        show: { max: 2 },
        title: 'Opslaan',
        body: 'Zo.',
      },
    ],
  };
  const migrated = decodeHints(migrateHints(before));
  expect(migrated).toMatchObject({
    ok: true,
    value: {
      version: 1,
      defaultLocale: 'nl',
      hints: [
        {
          rev: 1,
          status: 'draft',
          where: { routes: ['zorgplan'], target: 'opslaan' },
          howOften: { max: 2 },
          content: { nl: { title: 'Opslaan', body: 'Zo.' } },
        },
      ],
    },
  });
  const now = aHintDocument();
  for (const value of [now, { ...now, version: 2 }, { version: 0 }, [], null, 'x'])
    expect(migrateHints(value)).toBe(value);
  expect(migrateHints(migrateHints(before))).toEqual(migrateHints(before));
  for (const broken of [
    { ...before, hints: 7 },
    { ...before, hints: [7] },
  ])
    expect(decodeHints(migrateHints(broken)).ok).toBe(false);
});
