import { useMemo } from 'preact/hooks';
import { questionsSheet } from '../../../src/questions/views';
import { BundlePanel, reviewSheet } from '../../../src/questions/review';
import type { Scene } from '../scene';
import {
  keepQuestion,
  LONG_WORDS,
  sampleAttachment,
  sampleQuestions,
  SAVE_FAILS,
  type SampleOptions,
} from './sampleQuestions';

type Model = ReturnType<typeof sampleQuestions>;
const nothing = (): void => undefined;
const frame = { titleId: 'title', onBack: nothing, onMove: nothing, onClose: nothing };

interface BundleProps extends SampleOptions {
  readonly texts: readonly string[];
  readonly then?: (model: Model) => void;
}

const Bundle = ({ texts, then, ...options }: BundleProps) => {
  const model = useMemo(() => {
    const made = sampleQuestions(options);
    for (const text of texts) {
      made.begin();
      made.answer({ text });
      if (text === SAVE_FAILS) made.attach(sampleAttachment());
      made.keep();
    }
    then?.(made);
    return made;
  }, []);
  return <BundlePanel model={model} frame={frame} onEdit={nothing} onAdd={nothing} onReview={nothing} />;
};

const TOTAL = 'Het totaal van de declaratie klopt niet. Er staat een uur te veel.';
const many = Array.from({ length: 12 }, (_, index) => `Vraag ${index + 1} van een drukke week.`);

/** The questions that wait to be sent together. */
export const bundlePanel: Scene = {
  title: 'BundlePanel',
  frame: 'panel',
  sheets: [questionsSheet, reviewSheet],
  states: {
    empty: () => <Bundle texts={[]} />,
    one: () => <Bundle texts={[SAVE_FAILS]} />,
    several: () => <Bundle texts={[SAVE_FAILS, TOTAL, 'Hoe zet ik een afspraak door naar volgende week?']} />,
    many: () => <Bundle texts={many} />,
    longWords: () => <Bundle texts={[LONG_WORDS, SAVE_FAILS]} />,
    removed: () => (
      <Bundle texts={[SAVE_FAILS, TOTAL]} then={(model) => model.remove(model.kept.peek()[0]?.id ?? ('' as never))} />
    ),
    textMissing: () => (
      <Bundle
        texts={[SAVE_FAILS]}
        then={(model) => {
          keepQuestion(model, 'x'.repeat(10_001));
          void model.look();
        }}
      />
    ),
    tooMany: () => (
      <Bundle
        texts={Array.from({ length: 21 }, (_, index) => `Vraag ${index + 1}`)}
        then={(model) => void model.look()}
      />
    ),
  },
};
