import type { FactDefinition, Hint, HintDocument } from '../../src/protocol/index';
import { hintTargets } from './hintTargets';
import { hintTours } from './hintTours';

/** What the demo's organisation lets hints ask about its people. */
export const hintFacts: readonly FactDefinition[] = [
  { key: 'user.functie', label: 'Functie', type: 'enum' },
  { key: 'user.daysSinceFirstLogin', label: 'Dagen sinds de eerste keer', type: 'number' },
];

const live = { rev: 1, status: 'published' } as const;

const atPlaces: readonly Hint[] = [
  {
    ...live,
    id: 'rapportage-schrijven',
    kind: 'tooltip',
    name: 'Uitleg bij het tekstvak van de rapportage',
    where: { routes: ['rapportage', 'dossier.rapportage'], target: 'rapportage-tekst', placement: 'left' },
    when: { on: 'focus', delay: 'PT0.6S' },
    howOften: { max: 3, every: 'P7D', until: 'dismissed' },
    priority: 40,
    content: {
      nl: {
        title: 'Schrijf wat je zag',
        body: 'Schrijf **feitelijk** en kort. Bewaar je mening voor het teamoverleg.',
      },
      en: {
        title: 'Write what you saw',
        body: 'Stick to **facts** and keep it short. Keep opinions for the team meeting.',
      },
    },
  },
  {
    ...live,
    id: 'bsn-openen',
    kind: 'tooltip',
    name: 'Waarom het openen van een BSN wordt vastgelegd',
    where: { routes: ['dossier'], target: 'bsn-tonen', placement: 'top' },
    when: { on: 'hover', delay: 'PT0.3S' },
    howOften: { max: 5, every: 'P1D', until: 'dismissed' },
    priority: 45,
    content: {
      nl: {
        title: 'Dit wordt vastgelegd',
        body: 'Je organisatie kan later zien wie het nummer opende. Open het alleen als je het nodig hebt.',
      },
      en: {
        title: 'This is recorded',
        body: 'Your organisation can see who opened the number. Open it only when you need it.',
      },
    },
  },
  {
    ...live,
    id: 'afspraak-maken',
    kind: 'beacon',
    name: 'Een afspraak maken',
    where: { routes: ['agenda'], target: 'nieuwe-afspraak', placement: 'bottom-end' },
    when: { on: 'visible', for: 'PT1S' },
    howOften: { max: 5, every: 'P1D', until: 'opened' },
    priority: 30,
    content: {
      nl: {
        title: 'Een afspraak in drie tellen',
        body: 'Kies een cliënt, een dag en een tijd. Je collega’s zien de afspraak meteen.',
      },
      en: {
        title: 'An appointment in a moment',
        body: 'Choose a client, a day and a time. Your colleagues see it at once.',
      },
    },
    actions: [{ do: 'startHint', hint: 'agenda-rondleiding', label: { nl: 'Laat het zien', en: 'Show me' } }],
  },
  {
    ...live,
    id: 'medicatie-aftekenen',
    kind: 'beacon',
    name: 'Aftekenen op tijd',
    where: { routes: ['dossier'], target: 'tab-medicatie', placement: 'bottom' },
    when: { on: 'visible', for: 'PT1S' },
    who: { fact: 'time.hour', op: 'between', value: [7, 22] },
    howOften: { max: 3, every: 'P7D', until: 'opened' },
    priority: 20,
    content: {
      nl: { title: 'Teken meteen af', body: 'Zo weet je collega dat het geneesmiddel is gegeven.' },
      en: { title: 'Sign at once', body: 'Then your colleague knows that the medicine was given.' },
    },
  },
];

/** Shows what it is about. `picture` is the name of the drawing. */
const carePlan = (picture: string): Hint => ({
  ...live,
  id: 'zorgplan-evalueren',
  kind: 'beacon',
  name: 'Waar je de evaluatie vindt',
  where: { routes: ['dossier'], target: 'tab-zorgplan', placement: 'bottom' },
  when: { on: 'visible', for: 'PT1S' },
  who: { not: { fact: 'event.zorgplan_bekeken.count30d', op: 'gte', value: 1 } },
  howOften: { max: 3, every: 'P7D', until: 'opened' },
  priority: 25,
  content: {
    nl: {
      title: 'Evaluatie in het zorgplan',
      body: 'Bij elk doel staat wanneer jullie het samen bespreken.',
      media: { asset: picture, alt: 'Een doel in het zorgplan, met de datum van de evaluatie rechtsboven.' },
    },
    en: {
      title: 'Reviews in the care plan',
      body: 'Each goal says when you will discuss it together.',
      media: { asset: picture, alt: 'A goal in the care plan, with the date of its review at the top right.' },
    },
  },
});

const onScreens: readonly Hint[] = [
  {
    ...live,
    id: 'nieuwe-versie',
    kind: 'banner',
    name: 'Nieuw in deze versie',
    where: { routes: ['vandaag'], placement: 'top' },
    when: { on: 'route', delay: 'PT1S' },
    howOften: { max: 2, every: 'P1D', until: 'dismissed' },
    priority: 35,
    content: {
      nl: {
        title: 'Nieuw: weekoverzicht in de agenda',
        body: 'Je ziet nu de hele werkweek naast elkaar. [Open de agenda](/agenda)',
      },
      en: {
        title: 'New: the week in the calendar',
        body: 'You now see the whole working week side by side. [Open the calendar](/agenda)',
      },
    },
  },
  {
    ...live,
    id: 'welkom',
    kind: 'modal',
    name: 'Welkom in het dossier',
    group: 'kennismaken',
    where: { routes: ['vandaag'] },
    when: { on: 'route', delay: 'PT2S' },
    who: { fact: 'user.daysSinceFirstLogin', op: 'lt', value: 30 },
    howOften: { max: 2, every: 'P3D', until: 'done' },
    priority: 60,
    content: {
      nl: {
        title: 'Fijn dat je er bent',
        body: 'We laten je in twee minuten zien hoe je rapporteert. Je kunt altijd stoppen met **Esc**.',
      },
      en: {
        title: 'Good to have you here',
        body: 'In two minutes we show you how to report. You can always stop with **Esc**.',
      },
    },
    actions: [
      { do: 'startHint', hint: 'eerste-rapportage', label: { nl: 'Laat het zien', en: 'Show me' } },
      { do: 'snooze' },
    ],
  },
  {
    ...live,
    id: 'vragen-bundelen',
    kind: 'slideout',
    name: 'Stel je vragen ineens',
    where: { routes: ['instellingen.support'], placement: 'bottom-end' },
    when: { on: 'route', delay: 'PT3S' },
    howOften: { max: 1, until: 'dismissed' },
    interrupts: false,
    priority: 30,
    content: {
      nl: {
        title: 'Heb je meer vragen?',
        body: 'Bundel ze in één bericht. Dan krijg je op alles in een keer antwoord.',
      },
      en: {
        title: 'Do you have more questions?',
        body: 'Put them in one message. Then all of them are answered together.',
      },
    },
    actions: [{ do: 'openWidget', label: { nl: 'Stel je vraag', en: 'Ask a question' } }],
  },
  {
    ...live,
    id: 'lukt-het-niet',
    kind: 'slideout',
    name: 'Als iemand blijft klikken',
    where: { routes: ['vandaag', 'clienten', 'dossier', 'agenda', 'rapportage'], placement: 'bottom-end' },
    when: { on: 'rageClick' },
    howOften: { max: 4, every: 'P1D', until: 'dismissed' },
    priority: 70,
    content: {
      nl: { title: 'Lukt het niet?', body: 'Laat ons zien wat er gebeurt. We kijken met je mee naar een oplossing.' },
      en: { title: 'Is it not working?', body: 'Show us what happens. We look for an answer together.' },
    },
    actions: [
      { do: 'openWidget', label: { nl: 'Laat het zien', en: 'Show us' }, prefill: { onderwerp: 'Het lukt niet' } },
      { do: 'dismiss' },
    ],
  },
  {
    ...live,
    id: 'fout-gezien',
    kind: 'slideout',
    name: 'Als de app een fout heeft',
    where: { routes: ['vandaag', 'clienten', 'dossier', 'agenda', 'rapportage'], placement: 'bottom-start' },
    when: { on: 'error' },
    howOften: { max: 4, every: 'P1D', until: 'dismissed' },
    priority: 75,
    content: {
      nl: {
        title: 'Er ging iets mis in de app',
        body: 'Je werk hier blijft staan. Meld het met één klik, dan zoeken we het uit.',
      },
      en: {
        title: 'Something went wrong in the app',
        body: 'Your work stays here. Tell us with one click and we find out.',
      },
    },
    actions: [{ do: 'openWidget', label: { nl: 'Vertel het ons', en: 'Tell us' } }],
  },
];

/** The hints of Voorbeeldzorg: every kind, about the demo's dossier. `picture` is the name of the drawing of a care plan. */
export const demoHints = (picture: string): HintDocument => ({
  format: 'cliendo.hints',
  version: 1,
  revision: 1,
  environment: 'productie',
  defaultLocale: 'nl',
  routes: {
    vandaag: '/',
    clienten: '/clienten',
    dossier: '/clienten/:ref',
    'dossier.rapportage': '/clienten/:ref/rapportage',
    agenda: '/agenda',
    rapportage: '/rapportage',
    'instellingen.support': '/instellingen/support',
  },
  policy: {
    timezone: 'Europe/Amsterdam',
    maxInterruptingPerSession: 2,
    maxInterruptingPerDay: 3,
    minGap: 'PT10M',
    quietHours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '22:30', to: '06:30' }],
    quietWhen: {
      any: [
        { fact: 'ui.typing', op: 'is', value: true },
        { fact: 'ui.modalOpen', op: 'is', value: true },
        { fact: 'widget.open', op: 'is', value: true },
      ],
    },
    groups: { kennismaken: { maxActive: 1, cooldown: 'P1D' } },
  },
  targets: hintTargets,
  hints: [...atPlaces, carePlan(picture), ...onScreens, ...hintTours],
});
