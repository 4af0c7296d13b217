import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demoHints } from '../../../demo/content/hints';
import {
  contentOf,
  createRecipeBook,
  indexOf,
  inFull,
  type HintDocument,
  type HintIndex,
  type HintTarget,
  type PlainTarget,
  type Recipe,
  type RecipedTarget,
} from '../../../src/protocol/index';
import { largeDocument } from '../../bench/hints/largeDocument';
import { aHint, aHintDocument, anyHintDocument } from '../../support/hintDocuments';

const DEMO = demoHints('plan');
const NONE: ReadonlySet<string> = new Set();

test('holds what is live only, and of that nothing to read', () => {
  const states = (['draft', 'published', 'paused', 'archived'] as const).map((status) => aHint({ id: status, status }));
  const document = aHintDocument({ hints: [...states, aHint({ id: 'gestopt' })], publishedBy: 'iemand' });
  const index = indexOf(document, new Set(['gestopt']));
  expect(index.hints.map(({ id }) => id)).toEqual(['published']);
  expect(JSON.stringify(index)).not.toMatch(/vinkje|Uitleg bij|iemand/);
});

test('brings the places of what is live, without what was noted when they were picked', () => {
  const { opslaan } = aHintDocument().targets;
  const recorded = { at: '2026-03-02', route: 'zorgplan', appVersion: '5.12.0', robustness: 0.9 };
  const targets = {
    opslaan: { label: '', tag: 'a', find: [], ...opslaan, recorded },
    elders: { label: '', tag: 'a', find: [] },
  };
  expect(placesIn(indexOf(aHintDocument({ targets }), NONE))).toEqual({ opslaan });
});

test('says once how places are found that are described alike, and loses nothing of any', () => {
  const place = (name: string): HintTarget => ({
    label: name,
    tag: 'button',
    find: [
      { by: { testid: name }, weight: 0.9, strong: true },
      { by: { text: { nl: name }, section: 'kop:Acties' }, weight: 0.6, strong: true },
      { by: { text: { nl: name } }, weight: 0.4 },
    ],
  });
  const targets = { een: place('een'), twee: place('twee'), opslaan: { label: '', tag: 'a', find: [] } };
  const hints = Object.keys(targets).map((id) => aHint({ id, where: { routes: ['zorgplan'], target: id } }));
  const index = indexOf(aHintDocument({ targets, hints }), NONE);
  expect(index.recipes).toHaveLength(2);
  expect(index.targets['twee']).toEqual({
    label: 'twee',
    tag: 'button',
    recipe: 0,
    signs: ['twee', { nl: 'twee' }, 'kop:Acties'],
  });
  expect(placesIn(index)).toEqual(targets);
});

test('gives back every place that can be published', () => {
  fc.assert(
    fc.property(anyHintDocument, (given) => {
      const { targets } = given as HintDocument; // made by the schema
      const book = createRecipeBook();
      const sent: unknown = Object.values(targets).map((target) => book.reciped(target));
      const came = JSON.parse(JSON.stringify([sent, book.recipes])) as [RecipedTarget[], Recipe[]]; // as it was written
      expect(came[0].map((target) => inFull(target, came[1]))).toEqual(
        JSON.parse(JSON.stringify(Object.values(targets))),
      );
    }),
  );
});

test('a hint is its index and its words, and nothing of it is lost', () => {
  const index = indexOf(DEMO, NONE);
  for (const [at, { status: _live, name: _name, ...hint }] of DEMO.hints.entries()) {
    const { hint: id, rev, steps = [], ...words } = contentOf(DEMO.hints[at] ?? aHint());
    const { steps: bare, ...rest } = index.hints[at] ?? aHint();
    const whole = bare?.map((step, turn) => ({ ...step, ...steps[turn] }));
    expect({ ...rest, ...words, id, rev, ...(whole && { steps: whole }) }).toEqual(hint);
  }
});

test('is at most 60 kB compressed for a thousand hints on fifty pages', () => {
  const index = indexOf(largeDocument(), NONE);
  expect([index.hints.length, Object.keys(index.routes).length]).toEqual([1000, 50]);
  expect(packed(index)).toBeLessThan(60_000);
  expect(packed({ ...index, targets: placesIn(index), recipes: [] })).toBeGreaterThan(60_000); // it is the recipes that do it
});

const packed = (value: unknown): number => gzipSync(JSON.stringify(value)).byteLength;
const placesIn = ({ targets, recipes }: HintIndex): Readonly<Record<string, PlainTarget>> =>
  Object.fromEntries(Object.entries(targets).map(([name, target]) => [name, inFull(target, recipes)]));
