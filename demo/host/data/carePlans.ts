import type { CareForm } from './clients';

/** A goal in a care plan. `{naam}` stands for the call name of the client. */
export interface Goal {
  readonly area: 'health' | 'home' | 'days' | 'people' | 'money';
  readonly text: string;
  readonly agreements: readonly string[];
  /** 0 to 100. */
  readonly progress: number;
  /** Days from today. */
  readonly reviewInDays: number;
}

const health: Goal = {
  area: 'health',
  text: '{naam} kan de dag rustig beginnen en voelt zich fit genoeg om mee te doen.',
  agreements: ['Elke ochtend samen de dag doornemen', '{naam} geeft zelf aan wanneer pauze nodig is'],
  progress: 60,
  reviewInDays: 21,
};
const people: Goal = {
  area: 'people',
  text: '{naam} heeft minstens twee keer per week contact met familie of een vriend.',
  agreements: ['Beeldbellen op woensdag na het eten', 'Familie van {naam} krijgt het weekoverzicht'],
  progress: 80,
  reviewInDays: 40,
};

/** Holds the goals of each form of care; every client of a form has the same ones in this demo. */
export const goalsByCare: Readonly<Record<CareForm, readonly Goal[]>> = {
  sheltered: [
    {
      ...health,
      text: 'De wond van {naam} is over zes weken dicht en {naam} loopt weer zelf naar de huiskamer.',
      agreements: ['Drie keer per week wondzorg', '{naam} legt het been hoog na het middageten'],
      progress: 45,
    },
    people,
    {
      area: 'days',
      text: '{naam} doet elke week mee aan een activiteit die {naam} zelf kiest.',
      agreements: ['Keuzekaart bij het ontbijt', 'Begeleider loopt de eerste keer mee'],
      progress: 70,
      reviewInDays: 35,
    },
  ],
  home: [
    health,
    {
      area: 'home',
      text: '{naam} blijft zelf koken en houdt het huis op orde.',
      agreements: ['Boodschappen op dinsdag', '{naam} belt zelf de klusdienst'],
      progress: 55,
      reviewInDays: 28,
    },
    people,
  ],
  day: [
    {
      area: 'days',
      text: '{naam} werkt drie dagen per week in een groep en leert één taak zelfstandig.',
      agreements: ['Maandag keuken, donderdag moestuin', '{naam} schrijft zelf een regel in het logboek'],
      progress: 75,
      reviewInDays: 30,
    },
    people,
  ],
  ambulatory: [
    {
      area: 'money',
      text: '{naam} opent de post binnen een dag en weet wat er betaald moet worden.',
      agreements: ['Elke maandag samen de post', '{naam} bewaart brieven in het dossiermapje'],
      progress: 65,
      reviewInDays: 25,
    },
    {
      area: 'days',
      text: '{naam} heeft een vast dagritme op werkdagen.',
      agreements: ['Wekker om acht uur', 'Terugkijken op vrijdag'],
      progress: 40,
      reviewInDays: 45,
    },
  ],
};
