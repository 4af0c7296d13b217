import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  exportHints,
  finish,
  importHints,
  joinDrafts,
  mapTargets,
  reportText,
  type Imported,
} from '../../../src/designer';
import { decodeHints, type HintDocument } from '../../../src/protocol';
import { anyDocument } from '../../support/anyHints';
import { aTarget, aWording, demoDocument, exampleDocument } from '../../support/designing';
import { aHint, aHintDocument, anyHintDocument } from '../../support/hintDocuments';

const KNOWLEDGE = { today: '2026-03-02' };
const { t } = aWording();

const imported = (document: unknown, live?: HintDocument): Imported => {
  const read = importHints(JSON.stringify(document), { knowledge: KNOWLEDGE, ...(live && { live }) });
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
};

/** Out, in, and out again by way of drafts and publishing: what a person would do. */
const roundTrip = (document: HintDocument): string => {
  const { drafts } = imported(JSON.parse(exportHints(document)));
  const states = new Map(document.hints.map(({ id, status }) => [id, status]));
  const done = drafts.flatMap((draft) => {
    const finished = finish({ ...draft, hint: { ...draft.hint, status: states.get(draft.hint.id) ?? 'published' } });
    return finished.ok ? [finished.value] : [];
  });
  return exportHints(joinDrafts(document, done, { environment: 'productie', defaultLocale: 'nl' }).document);
};

test.each<[string, HintDocument]>([
  ['the example', exampleDocument()],
  ['the document of the demo', demoDocument()],
])('%s goes out, in and out again byte by byte', (_what, document) => {
  expect(exportHints(JSON.parse(exportHints(document)) as HintDocument)).toBe(exportHints(document));
  expect(roundTrip(document)).toBe(exportHints(document));
});

test('any document that can be read goes out, in and out again byte by byte', () => {
  fc.assert(
    fc.property(fc.oneof(anyHintDocument, anyDocument), (given) => {
      const first = decodeHints(JSON.parse(JSON.stringify(given)));
      if (!first.ok) return;
      const out = exportHints(first.value);
      const again = decodeHints(JSON.parse(out));
      expect(again.ok && exportHints(again.value)).toBe(out);
      expect(out.endsWith('}\n')).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('nothing that comes in is live: every hint is a draft', () => {
  const { drafts } = imported(exampleDocument());
  expect(drafts.map(({ hint }) => hint.status)).toEqual(['draft', 'draft', 'draft']);
  expect(Object.keys(drafts[0]?.targets ?? {})).toEqual(['veld-bsn']);
});

test('what taking it over would do is said first', () => {
  const live = aHintDocument({ hints: [aHint(), aHint({ id: 'ander' })] });
  const elsewhere = aHintDocument({
    targets: { ...live.targets, bewaren: aTarget('Bewaren') },
    hints: [
      aHint({ name: 'Anders' }),
      aHint({ id: 'ander', rev: 9, status: 'paused' }),
      aHint({ id: 'een', where: { routes: ['zorgplan'], target: 'bewaren' } }),
      aHint({ id: 'twee' }),
    ],
  });
  const { report } = imported(elsewhere, live);
  expect(report).toEqual({ added: ['een', 'twee'], changed: ['uitleg'], same: ['ander'], unknownTargets: ['bewaren'] });
  expect(reportText(report, t)).toBe('2 nieuw, 1 gewijzigd, 1 gelijk, 1 plek onbekend');
});

test('a hint whose place is described otherwise here has changed', () => {
  const { report } = imported(aHintDocument({ targets: { opslaan: aTarget('Bewaren') } }), aHintDocument());
  expect(report.changed).toEqual(['uitleg']);
});

test('a document without hints says so', () => {
  expect(reportText(imported(aHintDocument({ hints: [] })).report, t)).toBe('Hier staan geen hints in.');
});

test('what is wrong comes with it, and keeps nothing from becoming a draft', () => {
  const { drafts, findings } = imported(
    aHintDocument({ hints: [aHint({ where: { routes: ['elders'], target: 'opslaan' } })] }),
  );
  expect(drafts).toHaveLength(1);
  expect(findings.map(({ code }) => code)).toEqual(['V02']);
});

test('a file that is no hint document says so', () => {
  const context = { knowledge: KNOWLEDGE };
  expect(importHints('geen json', context)).toEqual({ ok: false, problem: { code: 'not-json' } });
  const read = importHints('{"format":"iets anders"}', context);
  expect(!read.ok && read.problem.code).toBe('not-hints');
  expect(!read.ok && read.problem.code === 'not-hints' && read.problem.findings.length > 0).toBe(true);
  expect(importHints('null', context)).toMatchObject({ ok: false, problem: { code: 'not-hints' } });
});

test('a document of the version before this one comes in too', () => {
  const { version: _now, defaultLocale: _nl, policy: _none, ...rest } = aHintDocument();
  const before = {
    ...rest,
    version: 0,
    hints: [
      { id: 'a', kind: 'tooltip', name: 'A', route: 'zorgplan', target: 'opslaan', when: { on: 'focus' }, title: 'A' },
    ],
  };
  expect(imported(before).drafts[0]?.hint.content).toEqual({ nl: { title: 'A' } });
});

test('hints are put at places that are here', () => {
  const { drafts } = imported(exampleDocument());
  const live = { bsn: aTarget('BSN'), opslaan: aTarget('Opslaan') };
  const mapped = mapTargets(
    drafts,
    new Map([
      ['veld-bsn', 'bsn'],
      ['knop-opslaan', 'opslaan'],
    ]),
    live,
  );
  expect(mapped[0]?.hint.where?.target).toBe('bsn');
  expect(mapped[0]?.targets).toEqual({ bsn: live.bsn });
  expect(mapped[2]?.hint.steps?.map(({ target }) => target)).toContain('opslaan');
  expect(Object.keys(mapped[2]?.targets ?? {})).not.toContain('knop-opslaan');
  expect(mapped[1]).toEqual(drafts[1]);
});
