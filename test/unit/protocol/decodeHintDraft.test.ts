import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodeHintDraft, decodeHints, type HintDocument } from '../../../src/protocol/index';
import { aHint, aHintDocument, anyHintDocument, aStep } from '../../support/hintDocuments';
import { objectsIn, PROTOTYPE_KEYS, withKey } from '../../support/prototypeKeys';

const BARE = { hint: { id: 'uitleg', kind: 'tooltip', name: '' }, targets: {} };
const bare = (more: object): unknown => ({ ...BARE, hint: { ...BARE.hint, ...more } });
const whole = { hint: aHint({ steps: [aStep()] }), targets: aHintDocument().targets, segments: {}, basedOn: 3 };

const faultsOf = (value: unknown): readonly string[] => {
  const decoded = decodeHintDraft(value);
  return decoded.ok ? [] : decoded.problem.map(({ code, pointer }) => `${code} ${pointer}`);
};

describe('a draft of a hint', () => {
  it('may hold no more than an id, a kind and a name', () => {
    expect(decodeHintDraft(BARE)).toEqual({ ok: true, value: BARE });
    expect(faultsOf({})).toEqual(['V01 /hint', 'V01 /targets']);
    expect(faultsOf({ hint: {}, targets: {} })).toEqual(['V01 /hint/id', 'V01 /hint/kind', 'V01 /hint/name']);
  });

  it('may be empty wherever somebody has yet to type or choose', () => {
    for (const empty of [
      { where: { routes: [] } },
      { actions: [{ do: 'dismiss', label: { nl: '' } }] },
      { actions: [{ do: 'dismiss', label: {} }] },
      { content: {} },
      { steps: [] },
      { who: { all: [] } },
    ])
      expect([empty, faultsOf(bare(empty))]).toEqual([empty, []]);
    expect(faultsOf({ ...BARE, segments: { team: { any: [] } } })).toEqual([]);
  });

  it('describes its places in full: they are recorded, not typed', () => {
    const place = { label: 'Opslaan', tag: 'button', find: [] };
    expect(faultsOf({ ...BARE, targets: { opslaan: place } })).toEqual(['V01 /targets/opslaan/find']);
    expect(faultsOf({ ...BARE, targets: { 'Opslaan!': whole.targets['opslaan'] } })).toEqual(['V01 /targets/Opslaan!']);
  });

  it('takes every hint of any document, and gives back all of it', () => {
    fc.assert(
      fc.property(anyHintDocument, (given) => {
        const document = JSON.parse(JSON.stringify(given)) as HintDocument; // as the arbitrary says
        for (const hint of document.hints) {
          const draft = { hint, targets: document.targets, segments: document.segments ?? {}, basedOn: 0 };
          expect(decodeHintDraft(draft)).toEqual({ ok: true, value: draft });
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['HTML', bare({ html: '<img src=x>' }), '/hint/html'],
    [
      'a script as a link',
      bare({ actions: [{ do: 'openLink', href: 'javascript:alert(1)' }] }),
      '/hint/actions/0/href',
    ],
    ['a name that is none', bare({ id: 'Uitleg bij' }), '/hint/id'],
    ['a kind that nobody knows', bare({ kind: 'popup' }), '/hint/kind'],
    ['a number as a text', bare({ content: { nl: { title: 7 } } }), '/hint/content/nl/title'],
    ['a long text', bare({ content: { nl: { body: 'x'.repeat(1201) } } }), '/hint/content/nl/body'],
    ['sixteen steps', bare({ steps: Array.from({ length: 16 }, () => aStep()) }), '/hint/steps'],
    ['a revision below none', { ...BARE, basedOn: -1 }, '/basedOn'],
    ['what only the receiver says', { ...BARE, changedBy: 'Noor' }, '/changedBy'],
    ['a list', [], ''],
    ['nothing', null, ''],
  ])('refuses %s with the code of a document, and says where', (_what, value, pointer) => {
    expect(faultsOf(value)).toEqual([`V01 ${pointer}`]);
  });

  it('is not brought down by conditions within conditions within conditions', () => {
    const deep = `${'{"not":'.repeat(100_000)}{"fact":"user.functie","op":"known"}${'}'.repeat(100_000)}`;
    expect(faultsOf(JSON.parse(JSON.stringify(bare({ who: 0 })).replace('"who":0', `"who":${deep}`)))).toHaveLength(1);
  });
});

test.each(PROTOTYPE_KEYS)('takes `%s` for nothing but a name that a designer chose', (key) => {
  for (const pointer of objectsIn(whole)) {
    const decoded = decodeHintDraft(withKey(whole, pointer, [key, { fact: 'user.functie', op: 'known' }]));
    if (decoded.ok) expect([pointer, key === '__proto__']).toEqual(['/segments', false]);
  }
  expect(({} as Record<string, unknown>)['fact']).toBeUndefined();
});

test('what is empty is no fault in a draft, and stays one in a document', () => {
  const example = JSON.parse(readFileSync('docs/hints.example.json', 'utf8')) as HintDocument;
  const document = { ...example, hints: example.hints.map((hint) => ({ ...hint, where: { routes: [] } })) };
  expect(decodeHints(document).ok).toBe(false);
  expect(faultsOf({ hint: document.hints[0], targets: document.targets })).toEqual([]);
});
