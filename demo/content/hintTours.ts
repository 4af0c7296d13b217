import type { Hint } from '../../src/protocol/index';

const live = { rev: 1, status: 'published' } as const;

/** Hints with steps: two tours and a checklist. */
export const hintTours: readonly Hint[] = [
  {
    ...live,
    id: 'eerste-rapportage',
    kind: 'tour',
    name: 'Je eerste rapportage in drie stappen',
    group: 'kennismaken',
    where: { routes: ['vandaag', 'rapportage'] },
    when: { on: 'manual' },
    howOften: { max: 5, every: 'P1D', until: 'done' },
    priority: 60,
    content: { nl: { title: 'Je eerste rapportage', body: '' }, en: { title: 'Your first report', body: '' } },
    resume: { scope: 'user', expires: 'PT30M' },
    steps: [
      {
        id: 'menu',
        kind: 'tooltip',
        target: 'menu-rapportage',
        placement: 'right',
        content: {
          nl: { title: 'Ga naar Rapportage', body: 'Klik op **Rapportage** in het menu.' },
          en: { title: 'Go to Reports', body: 'Choose **Reports** in the menu.' },
        },
        next: { on: 'route', route: 'rapportage' },
      },
      {
        id: 'tekst',
        kind: 'tooltip',
        target: 'rapportage-tekst',
        placement: 'left',
        waitFor: 'PT8S',
        content: {
          nl: {
            title: 'Schrijf wat je hebt gezien',
            body: 'Kies een cliënt en schrijf kort op wat je zag. We lezen niet mee.',
          },
          en: {
            title: 'Write what you saw',
            body: 'Choose a client and write briefly what you saw. We do not read along.',
          },
        },
        next: { on: 'input', idle: 'PT2S' },
      },
      {
        id: 'opslaan',
        kind: 'tooltip',
        target: 'rapportage-opslaan',
        placement: 'top',
        waitFor: 'PT8S',
        content: {
          nl: {
            title: 'Sla de rapportage op',
            body: 'Je collega’s zien hem daarna meteen. Kom je er niet uit? [Praat met Cliendo](widget:open).',
          },
          en: {
            title: 'Save the report',
            body: 'Your colleagues see it at once. Are you stuck? [Talk to Cliendo](widget:open).',
          },
        },
        next: { on: 'click' },
        onFailure: { targetMissing: 'modal' },
      },
    ],
    onFailure: { targetMissing: 'pause', targetAmbiguous: 'pause' },
  },
  {
    ...live,
    id: 'agenda-rondleiding',
    kind: 'tour',
    name: 'De agenda in twee stappen',
    where: { routes: ['vandaag', 'agenda'] },
    when: { on: 'manual' },
    howOften: { max: 5, every: 'P1D', until: 'done' },
    priority: 50,
    content: {
      nl: { title: 'De agenda in twee stappen', body: '' },
      en: { title: 'The calendar in two steps', body: '' },
    },
    steps: [
      {
        id: 'week',
        kind: 'modal',
        content: {
          nl: {
            title: 'De hele week naast elkaar',
            body: 'Elke kolom is een dag. Klik op een afspraak om hem te openen.',
          },
          en: { title: 'The whole week side by side', body: 'Each column is a day. Choose an appointment to open it.' },
        },
        next: { on: 'button' },
      },
      {
        id: 'nieuw',
        kind: 'tooltip',
        target: 'nieuwe-afspraak',
        placement: 'bottom-end',
        waitFor: 'PT6S',
        content: {
          nl: { title: 'Maak hier een afspraak', body: 'Je kunt later alles nog aanpassen.' },
          en: { title: 'Make an appointment here', body: 'You can still change everything later.' },
        },
        next: { on: 'click' },
      },
    ],
    onFailure: { targetMissing: 'pause', targetAmbiguous: 'pause' },
  },
  {
    ...live,
    id: 'eerste-week',
    kind: 'checklist',
    name: 'Je eerste week',
    group: 'kennismaken',
    where: { routes: ['vandaag'], placement: 'bottom-end' },
    when: { on: 'manual' },
    howOften: { max: 20, every: 'P1D', until: 'done' },
    priority: 40,
    content: {
      nl: { title: 'Je eerste week', body: 'Drie dingen om te weten waar ze zijn.' },
      en: { title: 'Your first week', body: 'Three things to know the place of.' },
    },
    steps: [
      {
        id: 'agenda',
        kind: 'slideout',
        content: {
          nl: { title: 'Bekijk je agenda', body: 'Open **Agenda** en kijk wat er deze week is.' },
          en: { title: 'Look at your calendar', body: 'Open **Calendar** and see what is planned this week.' },
        },
        next: { on: 'route', route: 'agenda' },
      },
      {
        id: 'rapportage',
        kind: 'slideout',
        content: {
          nl: { title: 'Schrijf een rapportage', body: 'Begin klein: één zin is genoeg.' },
          en: { title: 'Write a report', body: 'Start small: one sentence is enough.' },
        },
        next: { on: 'route', route: 'rapportage' },
        actions: [{ do: 'startHint', hint: 'eerste-rapportage', label: { nl: 'Laat het zien', en: 'Show me' } }],
      },
      {
        id: 'support',
        kind: 'slideout',
        content: {
          nl: { title: 'Weet waar je hulp vindt', body: 'Onder Instellingen staat Support. Daar stel je je vraag.' },
          en: { title: 'Know where help is', body: 'Support is under Settings. Ask your question there.' },
        },
        next: { on: 'route', route: 'instellingen.support' },
      },
    ],
  },
];
