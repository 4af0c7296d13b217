import type { HintDocument } from '../../src/protocol/hint';
import { hint, hints, nested, says, tests, tour, who } from './hintChanges';
import { aHintDocument, aStep } from './hintDocuments';

/** What is wrong, and beside it what just is not. */
export const HINT_CASES: Readonly<Record<string, readonly [string, HintDocument, HintDocument]>> = {
  'a page that is not there': [
    'V02 /hints/0/where/routes/0',
    hint({ where: { routes: ['agenda'], target: 'opslaan' } }),
    hint({ where: { routes: ['zorgplan'], target: 'opslaan' } }),
  ],
  'a place that is not there': [
    'V02 /hints/0/where/target',
    hint({ where: { routes: ['zorgplan'], target: 'bewaren' } }),
    aHintDocument(),
  ],
  'a segment that is not there': [
    'V02 /hints/0/who/fact',
    who({ fact: 'segment.nieuw', op: 'is', value: true }),
    {
      ...who({ fact: 'segment.nieuw', op: 'is', value: true }),
      segments: { nieuw: { fact: 'user.functie', op: 'known' } },
    },
  ],
  'a hint that is not there': [
    'V02 /hints/0/when/hint',
    hint({ when: { on: 'hintDone', hint: 'elders' } }),
    hints({ when: { on: 'hintDone', hint: 'elders' } }, { id: 'elders' }),
  ],
  'an article that is not there': [
    'V02 /hints/0/content/nl/body',
    says('[Lees](artikel:weg)'),
    says('[Lees](artikel:bsn-controleren)'),
  ],
  'a video that is not there': [
    'V02 /hints/0/actions/0/video',
    hint({ actions: [{ do: 'openVideo', video: 'weg', label: { nl: 'Kijk' } }] }),
    hint({ actions: [{ do: 'openVideo', video: 'inloggen', label: { nl: 'Kijk' } }] }),
  ],
  'a picture that was not sent': [
    'V02 /hints/0/content/nl/media/asset',
    hint({ content: { nl: { title: 'A', media: { asset: 'weg', alt: 'Een knop' } } } }),
    hint({ content: { nl: { title: 'A', media: { asset: 'gestuurd', alt: 'Een knop' } } } }),
  ],
  'a picture in a step that was not sent': [
    'V02 /hints/0/steps/0/content/nl/media/asset',
    tour({ content: { nl: { title: 'A', media: { asset: 'weg', alt: 'Een knop' } } } }),
    tour({ content: { nl: { title: 'A', media: { asset: 'gestuurd', alt: 'Een knop' } } } }),
  ],
  'an event that the app does not send': [
    'V02 /hints/0/when/event',
    hint({ when: { on: 'event', event: 'weg' } }),
    hint({ when: { on: 'event', event: 'zorgplan_geevalueerd' } }),
  ],
  'two hints of one name': ['V02 /hints/1/id', hints({}, {}), hints({}, { id: 'ander' })],
  'two steps of one name': ['V02 /hints/0/steps/1/id', tour({}, {}), tour({}, { id: 'ander' })],
  'a name that is a prototype’s': [
    'V01 /routes/constructor',
    { ...aHintDocument(), routes: { ...aHintDocument().routes, constructor: '/' as never } },
    { ...aHintDocument(), routes: { ...aHintDocument().routes, constructie: '/' } },
  ],
  'conditions five deep': ['V03 /hints/0/who/not/not/not/not', who(nested(5)), who(nested(4))],
  'more than 64 conditions': ['V03 /hints/0', who(tests(72)), who(tests(64))],
  'a value that is too long': [
    'V03 /hints/0/who/value',
    who({ fact: 'user.functie', op: 'is', value: 'x'.repeat(201) }),
    who({ fact: 'user.functie', op: 'is', value: 'x'.repeat(200) }),
  ],
  'a segment in a segment': [
    'V03 /segments/b',
    {
      ...aHintDocument(),
      segments: { a: { fact: 'user.functie', op: 'known' }, b: { fact: 'segment.a', op: 'is', value: true } },
    },
    { ...aHintDocument(), segments: { a: { fact: 'user.functie', op: 'known' } } },
  ],
  'a wait of more than half a minute': [
    'V03 /hints/0/steps/0/waitFor',
    tour({ waitFor: 'PT31S' }),
    tour({ waitFor: 'PT30S' }),
  ],
  'a delay that is too long for its trigger': [
    'V03 /hints/0/when/delay',
    hint({ when: { on: 'focus', delay: 'PT11S' } }),
    hint({ when: { on: 'focus', delay: 'PT10S' } }),
  ],
  'a hint of more than 64 kB': [
    'V03 /hints/0',
    hint({ kind: 'tour', where: { routes: ['zorgplan'] }, when: { on: 'route' }, steps: fat(15) }),
    hint({ kind: 'tour', where: { routes: ['zorgplan'] }, when: { on: 'route' }, steps: fat(7) }),
  ],
  'a fact that nobody registered': [
    'V04 /hints/0/who/fact',
    who({ fact: 'user.team', op: 'known' }),
    who({ fact: 'user.functie', op: 'known' }),
  ],
  'a comparison that does not fit': [
    'V04 /hints/0/who/op',
    who({ fact: 'user.rechten', op: 'is', value: 'x' }),
    who({ fact: 'user.rechten', op: 'has', value: 'x' }),
  ],
  'a value that does not fit': [
    'V04 /hints/0/who/value',
    who({ fact: 'user.daysSinceFirstLogin', op: 'lt', value: '30' }),
    who({ fact: 'user.daysSinceFirstLogin', op: 'lt', value: 30 }),
  ],
  'a list where one value is asked': [
    'V04 /hints/0/who/value',
    who({ fact: 'user.functie', op: 'is', value: ['a'] }),
    who({ fact: 'user.functie', op: 'in', value: ['a'] }),
  ],
  'no text in the language of all': [
    'V05 /hints/0/content',
    hint({ content: { en: { title: 'Save' } } }),
    hint({ content: { nl: { title: 'Opslaan' } } }),
  ],
  'an empty text': ['V05 /hints/0/content', says(' '), says('Ja')],
  'a script as a link': [
    'V06 /hints/0/content/nl/body',
    says('[Klik](javascript:alert)'),
    says('[Klik](https://voorbeeldzorg.example)'),
  ],
  'a link to another host without saying so': [
    'V06 /hints/0/content/nl/body',
    says('[Klik](//elders.example)'),
    says('[Klik](/agenda)'),
  ],
  'a fact in a text that may not be shown': [
    'V07 /hints/0/content/nl',
    says('Dag {{user.achternaam}}'),
    says('Dag {{ user.voornaam }}'),
  ],
  'a step that nobody gets past': [
    'V08 /hints/0/steps/0/next',
    tour({ next: { on: 'click' } }),
    tour({ target: 'opslaan', next: { on: 'click' } }),
  ],
  'a hint that starts itself': [
    'V09 /hints/0',
    hints({ when: { on: 'hintDone', hint: 'uitleg' } }),
    hints({ when: { on: 'hintDone', hint: 'b' } }, { id: 'b' }),
  ],
};

function fat(count: number): readonly ReturnType<typeof aStep>[] {
  const text = { title: 'Stap', body: 'Zo. '.repeat(300) };
  return Array.from({ length: count }, (_none, index) =>
    aStep({ id: `s${index}`, content: { nl: text, en: text, de: text, fr: text } }),
  );
}
