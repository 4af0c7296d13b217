import { hintsSheet } from '../../../src/hints/views';
import type { ContentNode } from '../../../src/protocol';
import type { Scene } from '../scene';
import { aHint, aPicture, HintStage, text } from './sampleHints';

const long = 'Behandelovereenkomstgegevens van de wettelijk vertegenwoordiger';

const rich: readonly ContentNode[] = [
  ...text('Een evaluatie bestaat uit twee delen:'),
  {
    t: 'ul',
    c: [
      { t: 'li', c: ['wat er is afgesproken'] },
      { t: 'li', c: ['wat er anders moet'] },
    ],
  },
  ...text(
    'Meer staat in ',
    { t: 'a', href: 'artikel:evalueren', c: ['de uitleg over evalueren'] },
    ' en op ',
    {
      t: 'a',
      href: 'https://help.example.nl/evalueren',
      c: ['onze website'],
    },
    '.',
  ),
];

const read = { label: 'Lees meer', does: 'openArticle' } as const;

/** Hints that stand at a place on the page. */
export const hintPlaced: Scene = {
  title: 'HintLayer',
  sheets: [hintsSheet],
  states: {
    'only words': () => <HintStage hints={[aHint({})]} />,
    'with an action': () => <HintStage hints={[aHint({ actions: [read], body: rich })]} />,
    'asked for, without a title': () => <HintStage hints={[{ ...aHint({ isAsked: true }), title: '' }]} />,
    'long words': () => (
      <HintStage
        hints={[
          aHint({ title: long, body: text(`${long}. `.repeat(12)), actions: [read, { label: long, does: 'emit' }] }),
        ]}
      />
    ),
    'with a picture': () => <HintStage hints={[aHint({ picture: aPicture })]} />,
    'with a picture and an action': () => (
      <HintStage hints={[aHint({ picture: aPicture, actions: [read], body: rich })]} />
    ),
    'picture did not come': () => <HintStage hints={[aHint({ picture: { alt: aPicture.alt } })]} />,
    'picture did not come, long words': () => (
      <HintStage hints={[aHint({ picture: { alt: `${long}. `.repeat(3) } })]} />
    ),
    'dot, opened, with a picture': () => (
      <HintStage hints={[aHint({ look: 'beacon', isOpen: true, picture: aPicture })]} />
    ),
    'tour, with a picture': () => <HintStage hints={[aHint({ kind: 'tour', step: step(1), picture: aPicture })]} />,
    dot: () => <HintStage hints={[aHint({ look: 'beacon' })]} />,
    'dot, opened': () => <HintStage hints={[aHint({ look: 'beacon', isOpen: true, actions: [read] })]} />,
    'place is gone': () => <HintStage hints={[aHint({ isPlaceMissing: true, kind: 'tour', step: step(2) })]} />,
    'tour, begins': () => <HintStage hints={[aHint({ kind: 'tour', step: step(0) })]} />,
    'tour, goes on': () => <HintStage hasSpotlight hints={[aHint({ kind: 'tour', step: step(1), body: rich })]} />,
    'tour, the page leads on': () => (
      <HintStage hints={[aHint({ kind: 'tour', step: { ...step(1), isButtonNext: false } })]} />
    ),
    'tour, ends': () => <HintStage hints={[aHint({ kind: 'tour', step: step(4) })]} />,
  },
};

function step(index: number) {
  return { index, count: 5, isButtonNext: true };
}
