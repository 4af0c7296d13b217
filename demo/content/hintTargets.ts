import type { HintTarget } from '../../src/protocol/index';

const menu = (nl: string, en: string, href: string): HintTarget => ({
  label: `Menu: ${nl}`,
  tag: 'a',
  find: [
    { by: { href }, weight: 0.6 },
    { by: { text: { nl, en }, section: 'nav:Hoofdmenu' }, weight: 0.6, strong: true },
  ],
});

const tab = (nl: string, en: string, id: string): HintTarget => ({
  label: `Tabblad ${nl}`,
  tag: 'button',
  role: 'tab',
  find: [
    { by: { id }, weight: 0.8, strong: true },
    { by: { text: { nl, en } }, weight: 0.4 },
  ],
});

/** Places of the demo's dossier, as a designer would pick them. */
export const hintTargets: Readonly<Record<string, HintTarget>> = {
  'menu-agenda': menu('Agenda', 'Calendar', '/agenda'),
  'menu-rapportage': menu('Rapportage', 'Reports', '/rapportage'),
  'tab-zorgplan': tab('Zorgplan', 'Care plan', 'tab-zorgplan'),
  'tab-medicatie': tab('Medicatie', 'Medication', 'tab-medicatie'),
  'nieuwe-afspraak': {
    label: 'Knop Nieuwe afspraak',
    tag: 'button',
    find: [
      { by: { hintId: 'nieuwe-afspraak' }, weight: 1, strong: true },
      { by: { text: { nl: 'Nieuwe afspraak', en: 'New appointment' } }, weight: 0.4 },
    ],
  },
  'rapportage-tekst': {
    label: 'Veld: wat wil je vastleggen?',
    tag: 'textarea',
    find: [
      { by: { hintId: 'rapportage-tekst' }, weight: 1, strong: true },
      {
        by: { label: { nl: 'Wat wil je vastleggen?' }, section: 'kop:Nieuwe rapportage' },
        weight: 0.6,
        strong: true,
      },
    ],
  },
  'rapportage-opslaan': {
    label: 'Knop Opslaan bij Nieuwe rapportage',
    tag: 'button',
    find: [
      { by: { hintId: 'rapportage-opslaan' }, weight: 1, strong: true },
      { by: { text: { nl: 'Opslaan' }, section: 'kop:Nieuwe rapportage' }, weight: 0.6, strong: true },
    ],
  },
  'bsn-tonen': {
    label: 'Knop BSN tonen',
    tag: 'button',
    find: [
      { by: { hintId: 'bsn-tonen' }, weight: 1, strong: true },
      { by: { text: { nl: 'BSN tonen' }, section: 'kop:Persoonsgegevens' }, weight: 0.6, strong: true },
    ],
  },
};
