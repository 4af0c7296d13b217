import { describe, expect, test } from 'vitest';
import { compileIndex } from '../../../src/hints/compileIndex';
import { indexOf } from '../../../src/protocol';
import { anIndex, idsIn, readIndex } from '../../support/hintContexts';
import { aHint, aHintDocument, aStep } from '../../support/hintDocuments';

type Wire = Record<string, object> & { readonly hints: readonly object[]; readonly policy: object };

/** An index as it comes over the wire, changed. */
const sent = (change: (index: Wire) => void): unknown => {
  const hints = [aHint(), aHint({ id: 'tweede' })];
  const index = JSON.parse(JSON.stringify(indexOf(aHintDocument({ hints }), new Set()))) as Wire; // written here
  change(index);
  return index;
};
const first = (change: object): unknown => sent(({ hints }) => Object.assign(hints[0] ?? {}, change));
const namesIn = (value: unknown): readonly string[] | undefined => {
  const index = readIndex(value);
  return index && idsIn(index);
};

describe('reading what the receiver sends', () => {
  test('passes over fields that are not known yet', () => {
    const newer = sent((index) => {
      Object.assign(index, { later: {} });
      Object.assign(index.policy, { later: 1 });
      Object.assign(index.hints[0] ?? {}, {
        later: 'x',
        where: { routes: ['zorgplan'], target: 'opslaan', later: 1 },
      });
    });
    expect(namesIn(newer)).toEqual(['uitleg', 'tweede']);
  });

  test.each<[string, object]>([
    ['a kind that is not known', { kind: 'survey' }],
    ['a trigger that is not carried out yet', { when: { on: 'deadClick' } }],
    ['a trigger of every object', { when: { on: 'constructor' } }],
    ['no pages', { where: { target: 'opslaan' } }],
    ['pages that are no texts', { where: { routes: [1] } }],
    ['a place that is not there', { where: { routes: ['zorgplan'], target: 'weg' } }],
    ['a place by a name of every object', { where: { routes: ['zorgplan'], target: 'constructor' } }],
    ['a step at a place that is not there', { kind: 'tour', steps: [{ ...aStep(), target: 'weg' }] }],
    ['an audience that is none', { who: { fact: 'user.x', op: 'matches', value: '.*' } }],
    ['a step for nobody that can be told', { kind: 'tour', steps: [{ ...aStep(), only: { all: [] } }] }],
    ['a priority in words', { priority: 'high' }],
    ['a date that is none', { schedule: { until: 'morgen' } }],
  ])('leaves out alone a hint with %s, and says so', (_name, change) => {
    const rejected: string[] = [];
    const index = readIndex(first(change), ({ id }) => rejected.push(id));
    expect(index && [idsIn(index), idsIn(index)]).toEqual([['tweede'], ['tweede']]);
    expect(rejected).toEqual(['uitleg']); // once
  });

  test('takes a place that stands in full as one by a recipe: a receiver or backend of a host may write either', () => {
    const { targets } = aHintDocument();
    const full = readIndex(sent((index) => Object.assign(index, { targets, recipes: undefined })));
    expect(full?.targets.get('opslaan')).toEqual(targets['opslaan']);
    expect(readIndex(sent(() => undefined))?.targets.get('opslaan')).toEqual(targets['opslaan']);
    expect(full?.targets.get('opslaan')).toBe(full?.targets.get('opslaan')); // the same one: it is not looked for anew
  });

  test.each<[string, object]>([
    ['a recipe that is not there', { recipe: 1 }],
    ['a recipe by a name of every list', { recipe: 'length' }],
    ['fewer signs than its recipe asks for', { signs: [] }],
    ['signs that are no list', { signs: { length: 9 } }],
    ['a recipe without weights', { recipe: 2 }],
    ['a recipe that is a word', { recipe: 3 }],
    ['a recipe that asks for the sign of a name', { recipe: 4 }],
    ['neither a recipe nor finders', { recipe: undefined }],
    ['no element', { tag: 1 }],
  ])('leaves out the hints of a place with %s', (_name, change) => {
    const wrong = [undefined, [{ by: { hintId: 0 } }], 'length', [{ by: { hintId: 'length' }, weight: 1 }]];
    const index = sent(({ targets, recipes }) => {
      (recipes as unknown[]).push(...wrong); // written here
      Object.assign((targets as Record<string, object>)['opslaan'] ?? {}, change); // written here
    });
    expect(namesIn(index)).toEqual([]);
  });

  test('passes over a finder whose signs are not known, or no signs', () => {
    const finders = [
      { by: { later: 'x' }, weight: 1, strong: true },
      { by: { hintId: 'opslaan', later: 'x' }, weight: 1, strong: true },
      { by: { section: 5 }, weight: 0.6 },
      { by: { text: { nl: 5 } }, weight: 0.4 },
      { by: { text: 'Opslaan' }, weight: 0.4 },
      { by: { position: { index: 0 }, section: 'id:a' }, weight: 0.3 },
      { by: {}, weight: 1 },
      JSON.parse('{"by":{"__proto__":{"hintId":"opslaan"}},"weight":1}') as object,
      { by: { name: 'opslaan' }, weight: 0.5 },
    ];
    const index = sent(({ targets }) =>
      Object.assign(targets ?? {}, { opslaan: { label: 'x', tag: 'button', find: finders } }),
    );
    expect(readIndex(index)?.targets.get('opslaan')?.find).toEqual([{ by: { name: 'opslaan' }, weight: 0.5 }]);
  });

  test.each<[string, (index: Wire) => void]>([
    ['another version', (index) => Object.assign(index, { version: 2 })],
    ['a time zone that there is not', (index) => Object.assign(index, { policy: { timezone: 'Mars/Olympus' } })],
    ['a quiet that can not be judged', (index) => Object.assign(index, { policy: { quietWhen: { op: 'is' } } })],
    ['no hints at all', (index) => Object.assign(index, { hints: null })],
  ])('takes nothing of an index with %s', (_name, change) => {
    expect(readIndex(sent(change))).toBeUndefined();
  });

  test.each([[null], ['index'], [[]], [{}]])('takes nothing of %j', (value) => {
    expect(readIndex(value)).toBeUndefined();
  });

  test('reads names by name: what every object has is no route, place or segment', () => {
    const text = JSON.stringify(sent(() => undefined)).replace('"zorgplan":"/dossier', '"__proto__":"/dossier');
    const index = readIndex(JSON.parse(text));
    expect(index?.namesOf('/dossier/1/zorgplan')).toEqual(['__proto__']);
    expect(index?.targets.get('toString')).toBeUndefined();
    expect(({} as Record<string, unknown>)['dossier']).toBeUndefined();
  });

  test('can stop after each hint', () => {
    const hints = Array.from({ length: 5 }, (_, at) => aHint({ id: `h${at}` }));
    const reading = compileIndex(indexOf(aHintDocument({ hints }), new Set()), () => undefined);
    let stops = 0;
    while (!reading.next().done) stops++;
    expect(stops).toBe(5);
  });

  test('makes a hint ready when somebody comes to its page, once, and tells of what is left out no earlier', () => {
    const rejected: string[] = [];
    const hints = [aHint({ id: 'elders', where: { routes: ['agenda'], target: 'weg' } }), aHint()];
    const index = readIndex(indexOf(aHintDocument({ hints }), new Set()), ({ id }) => rejected.push(id));
    const [here] = index?.hints.on('zorgplan') ?? [];
    expect([here?.id, rejected]).toEqual(['uitleg', []]);
    expect(index?.hints.get('uitleg')).toBe(here);
    expect([index?.hints.on('agenda'), index?.hints.has('elders'), rejected]).toEqual([[], false, ['elders']]);
  });

  test('puts each hint under the pages where it may show', () => {
    const index = anIndex({
      routes: { a: '/a', b: '/b' },
      hints: [aHint({ where: { routes: ['a', 'b'] } }), aHint({ id: 'tweede', where: { routes: ['b'] } })],
    });
    expect(index.hints.on('b').map(({ id }) => id)).toEqual(['uitleg', 'tweede']);
    expect(index.hints.on('a').map(({ id }) => id)).toEqual(['uitleg']);
  });
});
