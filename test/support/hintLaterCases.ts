import type { Hint, HintDocument } from '../../src/protocol/hint';
import { at, finder, FIRM, hint, hints, place, says, tour, who } from './hintChanges';
import { aHintDocument } from './hintDocuments';

/** Something that interrupts people of this role, or everybody. */
const forRole = (role: string | undefined, index: number): Partial<Hint> => ({
  id: `kaart-${index}`,
  kind: 'modal',
  when: { on: 'route' },
  ...(role !== undefined && { who: { fact: 'user.functie', op: 'is', value: role } }),
});
/** A page with so many that interrupt everybody, beside some that interrupt nobody. */
const crowd = (count: number): HintDocument =>
  hints(
    ...Array.from({ length: count }, (_none, index) => forRole(undefined, index)),
    { ...forRole(undefined, 10), when: { on: 'manual' } },
    { ...forRole(undefined, 11), interrupts: false },
    { ...forRole(undefined, 12), status: 'draft' },
    { ...forRole(undefined, 13), where: { routes: ['elders'] } },
  );

/** The same about privacy, times, parts and places, and what is only doubtful. */
export const HINT_LATER_CASES: Readonly<Record<string, readonly [string, HintDocument, HintDocument]>> = {
  'a number of somebody in a place': [
    `V11 ${at}/find/0/by/hintId`,
    finder({ by: { hintId: 'client-4417' }, weight: 1, strong: true }),
    finder({ by: { hintId: 'client-44' }, weight: 1, strong: true }),
  ],
  'a date in a place': [
    `V11 ${at}/find/1/by/text/nl`,
    finder(FIRM, [{ by: { text: { nl: 'Geboren 1-2-50' } }, weight: 0.4 }]),
    finder(FIRM, [{ by: { text: { nl: 'Geboren' } }, weight: 0.4 }]),
  ],
  'a BSN in a text': ['V11 /hints/0/content/nl', says('Typ 111222333'), says('Typ 111222334')],
  'something that interrupts every half hour': [
    'V12 /hints/0/howOften/every',
    hint({ kind: 'modal', when: { on: 'route' }, howOften: { every: 'PT30M' } }),
    hint({ kind: 'modal', when: { on: 'route' }, howOften: { every: 'PT1H' } }),
  ],
  'a picture without words': [
    'V14 /hints/0/content/nl/media/alt',
    hint({ content: { nl: { title: 'A', media: { asset: 'a', alt: ' ' } } } }),
    hint({ content: { nl: { title: 'A', media: { asset: 'a', alt: 'Een knop' } } } }),
  ],
  'an end that is over': [
    'V15 /hints/0/schedule/until',
    hint({ schedule: { until: '2026-03-01' } }),
    hint({ schedule: { until: '2026-03-02' } }),
  ],
  'an end before the beginning': [
    'V15 /hints/0/schedule/until',
    hint({ schedule: { from: '2026-05-02', until: '2026-05-01' } }),
    hint({ schedule: { from: '2026-05-01', until: '2026-05-01' } }),
  ],
  'a day that is none': [
    'V15 /hints/0/schedule/from',
    hint({ schedule: { from: 'morgen' } }),
    hint({ schedule: { from: '2026-03-03' } }),
  ],
  'conditions that contradict each other': [
    'V16 /hints/0/who',
    who({
      all: [
        { fact: 'user.functie', op: 'is', value: 'a' },
        { fact: 'user.functie', op: 'in', value: ['b', 'c'] },
      ],
    }),
    who({
      all: [
        { fact: 'user.functie', op: 'is', value: 'b' },
        { fact: 'user.functie', op: 'in', value: ['b', 'c'] },
      ],
    }),
  ],
  'a tooltip without a place': [
    'V17 /hints/0/where/target',
    hint({ where: { routes: ['zorgplan'] }, when: { on: 'route' } }),
    hint({ kind: 'banner', where: { routes: ['zorgplan'] }, when: { on: 'route' } }),
  ],
  'a trigger that needs a place': [
    'V17 /hints/0/when/on',
    hint({ kind: 'banner', where: { routes: ['zorgplan'] }, when: { on: 'visible' } }),
    hint({ kind: 'banner', when: { on: 'visible' } }),
  ],
  'a trigger that is not there yet': [
    'V17 /hints/0/when/on',
    hint({ when: { on: 'deadClick' } }),
    hint({ when: { on: 'rageClick' } }),
  ],
  'a button without its article': [
    'V17 /hints/0/actions/0/article',
    hint({ actions: [{ do: 'openArticle', label: { nl: 'Lees' } }] }),
    hint({ actions: [{ do: 'openArticle', article: 'bsn-controleren', label: { nl: 'Lees' } }] }),
  ],
  'a button that asks a question and does not say so': [
    'V17 /hints/0/actions/0/label',
    hint({ actions: [{ do: 'openWidget' }] }),
    hint({ actions: [{ do: 'openWidget', label: { nl: 'Stel je vraag' } }, { do: 'snooze' }] }),
  ],
  'a side that a kind does not have': [
    'V17 /hints/0/where/placement',
    hint({ kind: 'banner', where: { routes: ['zorgplan'], placement: 'left' }, when: { on: 'route' } }),
    hint({ kind: 'banner', where: { routes: ['zorgplan'], placement: 'top' }, when: { on: 'route' } }),
  ],
  'a place that is found tolerantly': [`V18 ${at}/mode`, place({ mode: 'tolerant' }), place({ mode: 'strict' })],
  'a selector': [
    `V18 ${at}/find/1/by/css`,
    finder(FIRM, [{ by: { id: 'a', css: 'a' }, weight: 0.4 }]),
    finder(FIRM, [{ by: { id: 'a' }, weight: 0.4 }]),
  ],
  'a frame of elsewhere': [`V18 ${at}/frame`, place({ frame: 'https://elders.example' }), place({ frame: 'planbord' })],
  'a place that can not be found for sure': [
    `V18 ${at}/find`,
    finder({ by: { name: 'opslaan', section: 'id:naw' }, weight: 0.6 }),
    finder({ by: { name: 'opslaan', section: 'id:naw' }, weight: 0.6 }, [{ by: { href: '/a' }, weight: 0.1 }]),
  ],
  'a weight above the table': [
    `V18 ${at}/find/1/weight`,
    finder(FIRM, [{ by: { label: { nl: 'A' } }, weight: 0.41 }]),
    finder(FIRM, [{ by: { label: { nl: 'A' } }, weight: 0.4 }]),
  ],
  'a strength that the table does not give': [
    `V18 ${at}/find/1/strong`,
    finder(FIRM, [{ by: { name: 'a' }, weight: 0.5, strong: true }]),
    finder(FIRM, [{ by: { name: 'a' }, weight: 0.5, strong: false }]),
  ],
  'a place in a dialog without its layer': [
    `V18 ${at}/find/1/by/section`,
    finder(FIRM, [{ by: { name: 'a', section: 'dialog:Nieuw' }, weight: 0.5 }]),
    { ...place({ layer: 'dialog', find: [FIRM, { by: { name: 'a', section: 'dialog:Nieuw' }, weight: 0.5 }] }) },
  ],
  'a place that may change soon': [
    `W01 ${at}/recorded/robustness`,
    place({ recorded: { at: '', route: '', appVersion: '', robustness: 0.69 } }),
    place({ recorded: { at: '', route: '', appVersion: '', robustness: 0.7 } }),
  ],
  'a place known by its words only': [
    `W02 ${at}/find`,
    finder({ by: { text: { nl: 'A' }, section: 'kop:B' }, weight: 0.6, strong: true }),
    finder({ by: { text: { nl: 'A' }, section: 'kop:B' }, weight: 0.6, strong: true }, [
      { by: { name: 'a' }, weight: 0.5 },
    ]),
  ],
  'a place that counts on its position': [
    `W03 ${at}/find`,
    finder({ by: { name: 'a' }, weight: 0.5 }, [
      { by: { position: { index: 0, of: 1 }, section: 'kop:A' }, weight: 0.3 },
    ]),
    finder({ by: { name: 'a' }, weight: 0.5 }, [{ by: { href: '/a' }, weight: 0.6 }]),
  ],
  'a place that is looked for everywhere': [
    'W04 /hints/0/when',
    { ...hint({ when: { on: 'visible' } }), routes: { zorgplan: '/dossier/*' } },
    { ...hint({ when: { on: 'visible' } }), routes: { zorgplan: '/dossier/:client/zorgplan' } },
  ],
  'a page where too much interrupts everybody': ['W05 /hints/3/where/routes', crowd(4), crowd(3)],
  'a page where too much interrupts one role': [
    'W05 /hints/4/where/routes',
    hints(...['arts', 'arts', 'arts', 'kok', undefined].map(forRole)),
    hints(...['arts', 'arts', 'kok', 'kok', undefined].map(forRole)),
  ],
  'a long tooltip': ['W06 /hints/0/content/nl/body', says('Kort. '.repeat(47)), says('Kort. '.repeat(46))],
  'a long tour': [
    'W07 /hints/0/steps',
    tour(...Array.from({ length: 8 }, (_none, index) => ({ id: `s${index}` }))),
    tour(...Array.from({ length: 7 }, (_none, index) => ({ id: `s${index}` }))),
  ],
  'a long sentence': ['W08 /hints/0/content/nl', says('een '.repeat(16)), says('een '.repeat(15))],
  'a text that is not translated where others are': [
    'W09 /hints/1/content',
    hints({ content: { nl: { title: 'A' }, en: { title: 'A' } } }, { id: 'b' }),
    hints({}, { id: 'b' }),
  ],
  'a fact that nobody tells yet': [
    'W12 /hints/0/who/fact',
    who({ fact: 'support.trainingDone', op: 'is', value: true }),
    who({ fact: 'support.openQuestions', op: 'gte', value: 1 }),
  ],
  'a field that nobody carries out yet': [
    'W12 /hints/0/experiment',
    hint({
      experiment: {
        id: 'a',
        variants: [
          { id: 'a', weight: 1 },
          { id: 'b', weight: 1 },
        ],
      },
    }),
    aHintDocument(),
  ],
};
