import { readFileSync } from 'node:fs';
import { demoHints, hintFacts } from '../../demo/content/hints';
import { designerTexts, namesOf, newDraft, type Draft, type HostNames, type Wording } from '../../src/designer';
import { createTranslate } from '../../src/locale';
import { decodeHints, type HintDocument, type HintTarget } from '../../src/protocol';

/** The document of the documentation. */
export const exampleDocument = (): HintDocument => {
  const decoded = decodeHints(JSON.parse(readFileSync('docs/hints.example.json', 'utf8')));
  if (!decoded.ok) throw new Error('The example can not be read.');
  return decoded.value;
};

/** The document of the demo. */
export const demoDocument = (): HintDocument => demoHints('f'.repeat(64));

/** What the host of the tests is called by. */
const HOST: HostNames = {
  facts: [
    ...hintFacts,
    {
      key: 'user.rechten',
      label: 'Rechten',
      type: 'set',
      values: [{ value: 'rapportage.schrijven', label: 'rapportage schrijven' }],
    },
  ],
  events: [{ name: 'zorgplan_bekeken', label: 'Zorgplan bekeken' }],
  pages: { 'client.zorgplan': 'Zorgplan', zorgplan: 'Zorgplan', agenda: 'Agenda' },
};

/** Words of a language, with the names of a document. */
export const aWording = (document: Partial<HintDocument> = {}, locale: 'nl' | 'en' = 'nl'): Wording => ({
  t: createTranslate({ locale, messages: designerTexts[locale], brand: 'Cliendo' }),
  locale,
  timeZone: 'Europe/Amsterdam',
  names: namesOf(document, HOST),
});

/** A place that is found by a name. */
export const aTarget = (label: string): HintTarget => ({
  label,
  tag: 'button',
  find: [{ by: { hintId: label.toLowerCase() }, weight: 1, strong: true }],
});

/** A hint that was just begun. */
export const aDraft = (change: Partial<Draft['hint']> = {}): Draft => ({
  ...newDraft({ id: 'uitleg', kind: 'tooltip', name: 'Uitleg bij Opslaan' }),
  hint: { id: 'uitleg', kind: 'tooltip', name: 'Uitleg bij Opslaan', ...change },
});
