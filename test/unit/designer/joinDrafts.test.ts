import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflictName, draftOf, finish, joinDrafts, mergeLive, type FinishedDraft } from '../../../src/designer';
import { canonicalJson, type Hint, type HintDocument } from '../../../src/protocol';
import { anyDocument } from '../../support/anyHints';
import { aTarget, demoDocument, exampleDocument } from '../../support/designing';
import { aHint, aHintDocument } from '../../support/hintDocuments';

const START = {
  environment: 'productie',
  defaultLocale: 'nl',
  routes: { agenda: '/agenda', zorgplan: '/dossier/:client/zorgplan', elders: '/elders' },
};
const finished = (change: Partial<Hint> = {}, targets = aHintDocument().targets): FinishedDraft => ({
  hint: aHint(change),
  targets,
});
const live = (): HintDocument => aHintDocument({ hints: [aHint(), aHint({ id: 'ander' })] });

test('the first hint makes a document, with the pages that it names', () => {
  const { document, hints } = joinDrafts(undefined, [finished()], START);
  expect(document).toMatchObject({ revision: 1, routes: { zorgplan: '/dossier/:client/zorgplan' }, hints: [aHint()] });
  expect(Object.keys(document.routes)).toEqual(['zorgplan']);
  expect(hints).toEqual(['uitleg']);
});

test('a hint that changed gets the next rev and keeps its place; the others are not touched', () => {
  const before = live();
  const { document, hints } = joinDrafts(before, [finished({ name: 'Anders', rev: 7 })], START);
  expect(document.hints.map(({ id, rev }) => [id, rev])).toEqual([
    ['uitleg', 2],
    ['ander', 1],
  ]);
  expect(document.hints[1]).toBe(before.hints[1]);
  expect(document.revision).toBe(before.revision);
  expect(hints).toEqual(['uitleg']);
});

test('publishing what nobody changed changes nothing, to the byte', () => {
  for (const document of [exampleDocument(), demoDocument()]) {
    const drafts = document.hints.flatMap((hint) => {
      const done = finish(draftOf(hint, document.targets));
      return done.ok ? [done.value] : [];
    });
    const joined = joinDrafts(document, drafts, START);
    expect(JSON.stringify(joined.document)).toBe(JSON.stringify(document));
    expect(joined.hints).toEqual([]);
    expect(joined.targets).toEqual([]);
  }
});

test('a new hint comes last, and of two drafts of it the last counts', () => {
  const { document, hints } = joinDrafts(
    live(),
    [finished({ id: 'nieuw' }), finished({ id: 'nieuw', name: 'Twee' })],
    START,
  );
  expect(document.hints.map(({ id }) => id)).toEqual(['uitleg', 'ander', 'nieuw']);
  expect(document.hints[2]?.name).toBe('Twee');
  expect(hints).toEqual(['nieuw']);
});

test('a shared place that is described anew tells of every hint that follows', () => {
  const { document, targets } = joinDrafts(live(), [finished({}, { opslaan: aTarget('Bewaren') })], START);
  expect(targets).toEqual([{ target: 'opslaan', hints: ['uitleg', 'ander'] }]);
  expect(document.targets['opslaan']?.label).toBe('Bewaren');
  expect(document.hints.every(({ rev }) => rev === 1)).toBe(true);
});

test('a place at which no hint stands any more goes; one that never had a hint stays', () => {
  const before = aHintDocument({ targets: { ...aHintDocument().targets, los: aTarget('Los') } });
  const moved = finished(
    { where: { routes: ['zorgplan'], target: 'bewaren' } },
    { bewaren: aTarget('Bewaren'), weg: aTarget('Weg') },
  );
  expect(Object.keys(joinDrafts(before, [moved], START).document.targets)).toEqual(['los', 'bewaren']);
});

test('the same drafts give the same document, whatever happened before', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (before, other) => {
      const drafts = other.hints.map((hint) => ({ hint, targets: other.targets }));
      const [one, two] = [joinDrafts(before, drafts, START), joinDrafts(before, drafts, START)];
      expect(canonicalJson(one)).toBe(canonicalJson(two));
      const again = joinDrafts(one.document, drafts, START);
      expect([again.document, again.hints]).toEqual([one.document, []]);
    }),
    { numRuns: 50 },
  );
});

const changed = (document: HintDocument, id: string, change: Partial<Hint>): HintDocument => ({
  ...document,
  hints: document.hints.map((hint) => (hint.id === id ? { ...hint, rev: hint.rev + 1, ...change } : hint)),
});

test('hints that others published meanwhile are taken over beside mine', () => {
  const base = live();
  const merged = mergeLive({
    base,
    live: { ...changed(base, 'ander', { name: 'Van een collega' }), revision: 2 },
    mine: changed(base, 'uitleg', { name: 'Van mij' }),
  });
  expect(merged.conflicts).toEqual([]);
  expect(merged.document.revision).toBe(2);
  expect(merged.document.hints.map(({ name }) => name)).toEqual(['Van mij', 'Van een collega']);
});

test('a hint that both changed is chosen by a person', () => {
  const base = live();
  const three = {
    base,
    live: changed(base, 'uitleg', { name: 'Hun' }),
    mine: changed(base, 'uitleg', { name: 'Mijn' }),
  };
  const merged = mergeLive(three);
  expect(merged.conflicts).toMatchObject([
    { kind: 'hint', id: 'uitleg', live: { name: 'Hun' }, mine: { name: 'Mijn' } },
  ]);
  expect(merged.document.hints[0]?.name).toBe('Hun');
  const mine = mergeLive(three, new Map([['hint/uitleg', 'mine']]));
  expect(mine.conflicts).toEqual([]);
  expect(mine.document.hints[0]).toMatchObject({ name: 'Mijn', rev: 3 });
  expect(mergeLive(three, new Map([['hint/uitleg', 'live']])).document.hints[0]).toMatchObject({ name: 'Hun', rev: 2 });
});

test('what both changed in the same way is no conflict', () => {
  const base = live();
  const same = changed(base, 'uitleg', { name: 'Hetzelfde' });
  expect(mergeLive({ base, live: same, mine: same })).toEqual({ document: same, conflicts: [] });
});

test('a hint that one side took out and the other changed is chosen too', () => {
  const base = live();
  const without = { ...base, hints: base.hints.slice(1) };
  const three = { base, live: without, mine: changed(base, 'uitleg', { name: 'Mijn' }) };
  const [conflict] = mergeLive(three).conflicts;
  expect(conflict).toMatchObject({ kind: 'hint', id: 'uitleg', mine: { name: 'Mijn' } });
  expect(conflict).not.toHaveProperty('live');
  expect(mergeLive(three).document.hints.map(({ id }) => id)).toEqual(['ander']);
});

test('a place that both describe anew is chosen; one that only one side left stays where a hint needs it', () => {
  const base = live();
  const described = (label: string): HintDocument => ({ ...base, targets: { opslaan: aTarget(label) } });
  expect(mergeLive({ base, live: described('Hun'), mine: described('Mijn') }).conflicts).toMatchObject([
    { kind: 'target', id: 'opslaan', live: { label: 'Hun' }, mine: { label: 'Mijn' } },
  ]);
  const left = { ...base, targets: {}, hints: [] };
  const kept = mergeLive({ base, live: described('Hun'), mine: left });
  expect(kept.conflicts).toEqual([]);
  const added = { ...base, hints: [...base.hints, aHint({ id: 'nieuw' })] };
  expect(Object.keys(mergeLive({ base, live: added, mine: left }).document.targets)).toEqual(['opslaan']);
});

test('pages, named audiences and the policy are merged by the same rule', () => {
  const base = live();
  const merged = mergeLive({
    base,
    live: { ...base, policy: { minGap: 'PT1H' }, routes: { ...base.routes, agenda: '/agenda' } },
    mine: { ...base, policy: { minGap: 'PT2H' }, segments: { nieuw: { fact: 'user.functie', op: 'known' } } },
  });
  expect(merged.conflicts.map(conflictName)).toEqual(['policy/policy']);
  expect(Object.keys(merged.document.routes)).toEqual(['zorgplan', 'agenda']);
  expect(Object.keys(merged.document.segments ?? {})).toEqual(['nieuw']);
});

const named = (hints: readonly Hint[]): ReadonlySet<string> =>
  new Set(hints.flatMap(({ where }) => where.target ?? []));

test('where one side did nothing the other one’s document comes out, and no hint ever loses its place', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, anyDocument, (base, one, other) => {
      const sameWords = (document: HintDocument): string =>
        canonicalJson({
          ...document,
          hints: document.hints.map(({ rev: _rev, ...hint }) => hint).sort((a, b) => (a.id < b.id ? -1 : 1)),
        });
      expect(canonicalJson(mergeLive({ base, live: one, mine: base }).document)).toBe(canonicalJson(one));
      expect(sameWords(mergeLive({ base, live: base, mine: one }).document)).toBe(sameWords(one));
      const { document } = mergeLive({ base, live: one, mine: other });
      for (const target of named(document.hints)) expect(Object.keys(document.targets)).toContain(target);
    }),
    { numRuns: 50 },
  );
});
