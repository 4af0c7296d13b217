import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDocuments, textOf, type DocumentChanges } from '../../../src/designer';
import { canonicalJson, decodeHints, type Hint, type HintDocument } from '../../../src/protocol';
import { aTarget, aWording, demoDocument, exampleDocument } from '../../support/designing';
import { aHint, aHintDocument, anyHintDocument, aStep } from '../../support/hintDocuments';

const compare = (before: HintDocument, after: HintDocument, locale: 'nl' | 'en' = 'nl'): DocumentChanges =>
  compareDocuments(before, after, { before: aWording(before, locale), after: aWording(after, locale) });

const NOTHING: DocumentChanges = {
  added: [],
  removed: [],
  changed: [],
  targets: [],
  pages: [],
  segments: [],
  policy: [],
};

/** What became of the one hint of a document, as lines. */
const fields = (change: Partial<Hint>, before: Partial<Hint> = {}): readonly string[] =>
  compare(aHintDocument({ hints: [aHint(before)] }), aHintDocument({ hints: [aHint({ ...before, ...change })] }))
    .changed.flatMap((hint) => hint.fields)
    .map(
      (one) =>
        `${[one.label, one.locale, one.step].filter(Boolean).join(' ')}: ${textOf(one.before)} → ${textOf(one.after)}`,
    );

test('two documents that are the same differ in nothing', () => {
  for (const document of [exampleDocument(), demoDocument()]) expect(compare(document, document)).toEqual(NOTHING);
  expect(fields({ rev: 9 })).toEqual([]);
});

test('hints that came and went are named', () => {
  const [one, two] = [aHint({ id: 'een', name: 'Een' }), aHint({ id: 'twee', name: 'Twee' })];
  const changes = compare(aHintDocument({ hints: [one] }), aHintDocument({ hints: [two] }));
  expect(changes.added).toEqual([{ id: 'twee', name: 'Twee' }]);
  expect(changes.removed).toEqual([{ id: 'een', name: 'Een' }]);
  expect(changes.changed).toEqual([]);
});

test.each<[Partial<Hint>, string]>([
  [{ name: 'Anders' }, 'Naam: Uitleg bij Opslaan → Anders'],
  [{ kind: 'beacon' }, 'Soort: kaart bij een plek → stip bij een plek'],
  [{ status: 'paused' }, 'Stand: live → gepauzeerd'],
  [{ where: { routes: ['agenda'], target: 'opslaan' } }, 'Waar: Waar: Zorgplan. → Waar: Agenda.'],
  [{ where: { routes: ['zorgplan'], target: 'opslaan', placement: 'top-end' } }, 'Kant:  → boven, aan het eind'],
  [
    { when: { on: 'hover' } },
    'Wanneer: Wanneer: als de cursor in Knop Opslaan staat. → Wanneer: als de muis op Knop Opslaan staat.',
  ],
  [
    { who: { fact: 'user.functie', op: 'is', value: 'arts' } },
    'Wie: Toon aan alle medewerkers. → Toon aan medewerkers met Functie is arts.',
  ],
  [
    { howOften: { max: 1 } },
    'Hoe vaak: Hoe vaak: hooguit 3 keer, 1 keer per dag, tot hij is gesloten. → Hoe vaak: hooguit 1 keer, 1 keer per dag, tot hij is gesloten.',
  ],
  [{ schedule: { from: '2026-03-01' } }, 'Van en tot:  → Vanaf 1 maart 2026.'],
  [{ priority: 80 }, 'Voorrang:  → 80'],
  [{ group: 'nieuw' }, 'Groep:  → nieuw'],
  [{ interrupts: true }, 'Komt tussendoor:  → ja'],
  [
    { actions: [{ do: 'openArticle', article: 'bsn', label: { nl: 'Lees meer' } }, { do: 'snooze' }] },
    'Knoppen:  → Lees meer: open artikel bsn\nlater',
  ],
  [{ onFailure: { targetMissing: 'end' } }, 'Overige regels:  → '],
  [
    { content: { nl: { title: 'Bewaren' } } },
    'Tekst nl: Opslaan\nJe werk is bewaard als het vinkje verschijnt. → Bewaren',
  ],
])('a change is told in words: %j', (change, line) => {
  expect(fields(change)).toEqual([line]);
});

test('a language that came is told with its own text', () => {
  const before = aHint().content ?? {};
  expect(fields({ content: { ...before, en: { title: 'Save' } } })).toEqual(['Tekst en:  → Save']);
});

test('steps are told one by one, also when one only moved', () => {
  const [een, twee] = [aStep({ id: 'een' }), aStep({ id: 'twee' })];
  const tour = { kind: 'tour', steps: [een, twee] } as const;
  const words = (i: number): string => `stap ${i}, kaart in het midden\nStap\nLees dit even.\nverder met een knop`;
  expect(fields({ steps: [een, { ...twee, next: { on: 'gone' } }] }, tour)).toEqual([
    `Stappen twee: ${words(2)} → ${words(2).replace('met een knop', 'als de plek weg is')}`,
  ]);
  expect(fields({ steps: [twee, een] }, tour)).toEqual([
    `Stappen twee: ${words(2)} → ${words(1)}`,
    `Stappen een: ${words(1)} → ${words(2)}`,
  ]);
  expect(fields({ steps: [een] }, tour)).toEqual([`Stappen twee: ${words(2)} → `]);
});

test('a place that is described anew tells which hints follow, and is called by its name of then and now', () => {
  const after = aHintDocument({ targets: { opslaan: aTarget('Bewaren') }, hints: [aHint({ when: { on: 'click' } })] });
  const changes = compare(aHintDocument(), after);
  expect(changes.targets).toMatchObject([
    { name: 'opslaan', before: { label: 'Knop Opslaan' }, after: { label: 'Bewaren' }, hints: ['uitleg'] },
  ]);
  const [when] = changes.changed[0]?.fields ?? [];
  expect([textOf(when?.before ?? []), textOf(when?.after ?? [])]).toEqual([
    'Wanneer: als de cursor in Knop Opslaan staat.',
    'Wanneer: als iemand klikt op Bewaren.',
  ]);
});

test('pages, named audiences and the policy are told', () => {
  const before = aHintDocument({ policy: { minGap: 'PT10M' } });
  const after = aHintDocument({
    routes: { zorgplan: '/zorgplan' },
    segments: { nieuw: { fact: 'user.functie', op: 'known' } },
    policy: {
      minGap: 'PT1H',
      maxInterruptingPerDay: 3,
      quietHours: [{ days: [1, 7], from: '22:30', to: '06:30' }],
      quietWhen: { fact: 'ui.typing', op: 'is', value: true },
      groups: { nieuw: { maxActive: 1, cooldown: 'P1D' } },
    },
  });
  const { pages, segments, policy } = compare(before, after);
  expect(pages).toEqual([{ name: 'zorgplan', before: '/dossier/:client/zorgplan', after: '/zorgplan' }]);
  expect(segments.map((one) => textOf(one.after ?? []))).toEqual(['Functie is bekend']);
  expect(policy.map((one) => `${one.label}: ${textOf(one.before)} → ${textOf(one.after)}`)).toEqual([
    'Tussendoor per dag:  → 3',
    'Rust ertussen: 10 minuten → 1 uur',
    'Stille uren:  → van 22:30 tot 06:30 op maandag, zondag',
    'Stil als:  → Typt nu is ja',
    'Groepen:  → nieuw, hooguit 1 tegelijk, daarna 1 dag rust',
  ]);
});

test('in English nothing of it is left in keys', () => {
  const changes = compare(demoDocument(), exampleDocument(), 'en');
  expect(JSON.stringify([changes, compare(exampleDocument(), demoDocument(), 'en')])).not.toMatch(/des\.|undefined/);
});

/** What is compared, without what the receiver writes and without the order of what has names. */
const compared = ({ hints, targets, routes, segments = {}, policy }: HintDocument): string =>
  canonicalJson({
    hints: Object.fromEntries(hints.map(({ rev: _rev, ...hint }) => [hint.id, hint])),
    targets,
    routes,
    segments,
    policy,
  });

test('whatever differs is told, and nothing is told where nothing differs', () => {
  const read = (given: unknown): HintDocument => {
    const decoded = decodeHints(JSON.parse(JSON.stringify(given)));
    return decoded.ok ? decoded.value : aHintDocument();
  };
  /** Names that are there twice are refused at publishing. */
  const isSound = ({ hints }: HintDocument): boolean =>
    [hints, ...hints.map(({ steps = [] }) => steps)].every(
      (parts) => new Set(parts.map(({ id }) => id)).size === parts.length,
    );
  fc.assert(
    fc.property(anyHintDocument, anyHintDocument, (one, other) => {
      const [before, after] = [read(one), read(other)];
      fc.pre(isSound(before) && isSound(after));
      const mixed = { ...before, policy: after.policy, targets: after.targets };
      for (const next of [after, before, mixed]) {
        const isTold = Object.values(compare(before, next)).some((told) => told.length > 0);
        expect(isTold).toBe(compared(before) !== compared(next));
      }
    }),
    { numRuns: 100 },
  );
});
