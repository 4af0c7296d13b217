import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { demoHints } from '../../../demo/content/hints';
import { contentOf, indexOf } from '../../../src/protocol/index';
import { aHint, aHintDocument } from '../../support/hintDocuments';

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
  expect(indexOf(aHintDocument({ targets }), NONE).targets).toEqual({ opslaan });
});

test('a hint is its index and its words, and nothing of it is lost', () => {
  const index = indexOf(demoHints, NONE);
  for (const [at, { status: _live, name: _name, ...hint }] of demoHints.hints.entries()) {
    const { hint: id, rev, steps = [], ...words } = contentOf(demoHints.hints[at] ?? aHint());
    const { steps: bare, ...rest } = index.hints[at] ?? aHint();
    const whole = bare?.map((step, turn) => ({ ...step, ...steps[turn] }));
    expect({ ...rest, ...words, id, rev, ...(whole && { steps: whole }) }).toEqual(hint);
  }
});

test('is at most 60 kB compressed for a thousand hints on fifty pages', () => {
  const names = ['zorgplan', 'rapportage', 'medicatie', 'agenda', 'documenten', 'contacten', 'declaratie', 'rooster'];
  const word = (at: number): string => `${names[at % 8]}-${names[(at * 5 + 3) % 8]}-${(at * 7919) % 1009}`;
  const places = Array.from({ length: 1000 }, (_none, at) => word(at));
  const document = aHintDocument({
    routes: Object.fromEntries(
      Array.from({ length: 50 }, (_none, at) => [`pagina-${at}`, `/dossier/:client/deel-${at}`]),
    ),
    targets: Object.fromEntries(
      places.map((name, at) => [
        `${name}-${at}`,
        {
          label: `Knop ${name} ${at}`,
          tag: 'button',
          find: [
            { by: { hintId: `${name}-${at}` }, weight: 1, strong: true },
            {
              by: { text: { nl: `Knop ${name}`, en: `Button ${name}` }, section: `kop:Deel ${at % 50}` },
              weight: 0.6,
              strong: true,
            },
          ],
        },
      ]),
    ),
    hints: places.map((name, at) =>
      aHint({
        id: `${name}-${at}`,
        where: { routes: [`pagina-${at % 50}`], target: `${name}-${at}`, placement: 'bottom' },
        who: {
          all: [
            { fact: 'user.functie', op: 'in', value: [names[at % 8] ?? '', names[(at + 3) % 8] ?? ''] },
            { not: { fact: `hint.${word(at + 1)}-${(at + 1) % 1000}.done`, op: 'is', value: true } },
          ],
        },
        howOften: { max: (at % 5) + 1, every: 'P1D', until: 'dismissed' },
        priority: (at * 37) % 100,
      }),
    ),
  });
  expect(gzipSync(JSON.stringify(indexOf(document, NONE))).byteLength).toBeLessThan(60_000);
});
