import { hintsSheet } from '../../../src/hints/views';
import type { Scene } from '../scene';
import { aHint, aPicture, HintStage, text } from './sampleHints';

const long = 'Behandelovereenkomstgegevens van de wettelijk vertegenwoordiger';

const news = {
  title: 'Het zorgplan is vernieuwd',
  body: text('Je vindt doelen en acties nu bij elkaar. Wat je eerder schreef staat er nog.'),
};
/** A picture of a telephone: higher than it is wide. */
const TALL = { url: aPicture.seen?.url ?? '', width: 390, height: 844 };
const tasks = ['Open je planning', 'Zet een filter', 'Maak een afspraak', 'Zoek een cliënt'].map((title, index) => ({
  id: `taak-${index}`,
  title,
  isDone: index < 2,
}));
const read = { label: 'Bekijk wat nieuw is', does: 'openArticle' } as const;

/** Hints that stand on no place: in the middle, in a corner, along an edge. */
export const hintFree: Scene = {
  title: 'HintLayer',
  sheets: [hintsSheet],
  states: {
    modal: () => <HintStage hints={[aHint({ ...news, look: 'modal' })]} />,
    'modal with actions': () => (
      <HintStage hints={[aHint({ ...news, look: 'modal', actions: [read, { label: 'Sluiten', does: 'dismiss' }] })]} />
    ),
    'modal, long words': () => (
      <HintStage hints={[aHint({ look: 'modal', title: long, body: text(`${long}. `.repeat(30)) })]} />
    ),
    'modal with a picture': () => (
      <HintStage hints={[aHint({ ...news, look: 'modal', picture: aPicture, actions: [read] })]} />
    ),
    'modal with a tall picture': () => (
      <HintStage hints={[aHint({ ...news, look: 'modal', picture: { ...aPicture, seen: TALL } })]} />
    ),
    'slideout with a picture': () => <HintStage hints={[aHint({ ...news, look: 'slideout', picture: aPicture })]} />,
    'banner with a picture': () => <HintStage hints={[aHint({ ...news, look: 'banner', picture: aPicture })]} />,
    'checklist with a picture': () => (
      <HintStage hints={[aHint({ look: 'checklist', title: 'Aan de slag', body: [], tasks, picture: aPicture })]} />
    ),
    slideout: () => <HintStage hints={[aHint({ ...news, look: 'slideout', actions: [read] })]} />,
    banner: () => (
      <HintStage
        hints={[
          aHint({
            look: 'banner',
            title: 'Vanavond onderhoud',
            body: text('Tussen 22.00 en 23.00 uur kun je niet inloggen.'),
          }),
        ]}
      />
    ),
    'banner, below, with an action': () => (
      <HintStage hints={[aHint({ ...news, look: 'banner', placement: 'bottom', actions: [read] })]} />
    ),
    checklist: () => <HintStage hints={[aHint({ look: 'checklist', title: 'Aan de slag', body: [], tasks })]} />,
    'checklist, done': () => (
      <HintStage
        hints={[
          aHint({
            look: 'checklist',
            title: 'Aan de slag',
            body: text('Je bent klaar.'),
            tasks: tasks.map((task) => ({ ...task, isDone: true })),
          }),
        ]}
      />
    ),
  },
};
