import { useMemo } from 'preact/hooks';
import { questionsSheet } from '../../../src/questions/views';
import { ReviewAndSend, reviewSheet } from '../../../src/questions/review';
import { Picture } from '../../../src/ui';
import type { Scene } from '../scene';
import {
  keepQuestion,
  LONG_WORDS,
  sampleAttachment,
  sampleQuestions,
  SAVE_FAILS,
  type SampleOptions,
} from './sampleQuestions';
import { longSteps, sampleErrors, sampleFailures, sampleSteps } from './sampleTrail';

type Model = ReturnType<typeof sampleQuestions>;
const nothing = (): void => undefined;
const frame = { titleId: 'title', onBack: nothing, onMove: nothing, onClose: nothing };

interface LookProps extends SampleOptions {
  readonly texts: readonly string[];
  readonly fill?: (model: Model) => void;
  readonly then?: (model: Model) => void;
}

const Look = ({ texts, fill, then, ...options }: LookProps) => {
  const model = useMemo(() => {
    const made = sampleQuestions(options);
    for (const text of texts) keepQuestion(made, text);
    fill?.(made);
    void made.look().then(() => then?.(made));
    return made;
  }, []);
  return (
    <ReviewAndSend
      model={model}
      frame={frame}
      picture={(attachment) => <Picture url={undefined} alt={attachment.name} />}
      onSent={nothing}
      onBack={nothing}
    />
  );
};

const unmasked = { kind: 'file', redaction: { mode: 'manual', boxes: 0, revealed: [] } } as const;
const withPicture = (model: Model): void => {
  model.begin();
  model.answer({ text: 'Het totaal van de declaratie klopt niet.', whiteScreen: { parts: [3, 6] } });
  model.attach(sampleAttachment());
};
const withFile = (model: Model): void => {
  model.begin();
  model.answer({ text: 'Zie de bijlage.' });
  model.attach(sampleAttachment(2, { ...unmasked, name: 'bestand-1.png' }));
};

/** Every literal part of what will be sent. */
export const reviewAndSend: Scene = {
  title: 'ReviewAndSend',
  frame: 'panel',
  sheets: [questionsSheet, reviewSheet],
  states: {
    one: () => <Look texts={[SAVE_FAILS]} />,
    two: () => <Look texts={[SAVE_FAILS]} fill={withPicture} />,
    mustCheck: () => <Look texts={[]} fill={withFile} />,
    partTakenOut: () => (
      <Look
        texts={[SAVE_FAILS]}
        then={(model) =>
          model.removePart({
            kind: 'place',
            question: model.kept.peek()[0]?.id ?? ('' as never),
            value: { label: '', route: '' },
          })
        }
      />
    ),
    longWords: () => <Look texts={[LONG_WORDS, LONG_WORDS]} />,
    fewSteps: () => <Look texts={[SAVE_FAILS]} noticed={{ steps: sampleSteps(5) }} />,
    manySteps: () => (
      <Look
        texts={[SAVE_FAILS]}
        noticed={{ steps: sampleSteps(20), errors: sampleErrors, failedRequests: sampleFailures }}
      />
    ),
    allKinds: () => (
      <Look
        texts={[SAVE_FAILS]}
        noticed={{ steps: sampleSteps(6), errors: sampleErrors, failedRequests: sampleFailures }}
      />
    ),
    longNames: () => <Look texts={[SAVE_FAILS]} noticed={{ steps: longSteps }} />,
    stepTakenOut: () => (
      <Look
        texts={[SAVE_FAILS]}
        noticed={{ steps: sampleSteps(3) }}
        then={(model) => {
          const [question] = model.kept.peek();
          const [step] = question?.steps ?? [];
          if (question && step) model.removePart({ kind: 'step', question: question.id, value: step });
        }}
      />
    ),
    sendFails: () => (
      <Look
        texts={[SAVE_FAILS, 'Hoe zet ik een afspraak door?']}
        sendFails="storage-full"
        then={(model) => void model.send()}
      />
    ),
  },
};
