import { useMemo } from 'preact/hooks';
import { QuestionEditor, questionsSheet } from '../../../src/questions/views';
import { Button, Notice, useText } from '../../../src/ui';
import type { Scene } from '../scene';
import {
  keepQuestion,
  LONG_WORDS,
  sampleAttachment,
  samplePlaces,
  sampleQuestions,
  SAVE_FAILS,
  type SampleOptions,
} from './sampleQuestions';

type Model = ReturnType<typeof sampleQuestions>;
const nothing = (): void => undefined;
const frame = { titleId: 'title', onBack: nothing, onMove: nothing, onClose: nothing };

interface FormProps extends SampleOptions {
  readonly fill?: (model: Model) => void;
}

const Form = ({ fill, ...options }: FormProps) => {
  const t = useText();
  const model = useMemo(() => {
    const made = sampleQuestions(options);
    made.begin();
    fill?.(made);
    return made;
  }, []);
  const captures = (
    <Notice
      actions={
        <Button icon="plus" onPress={nothing}>
          {t('q.shot.add')}
        </Button>
      }
    >
      {t('q.shot.ready', { n: 12 })}
    </Notice>
  );
  return (
    <QuestionEditor
      model={model}
      frame={frame}
      places={samplePlaces}
      captures={captures}
      onKept={nothing}
      onNext={nothing}
    />
  );
};

const typed = (model: Model): void => model.answer({ text: SAVE_FAILS });

/** The question form. */
export const questionEditor: Scene = {
  title: 'QuestionEditor',
  frame: 'panel',
  sheets: [questionsSheet],
  states: {
    empty: () => <Form />,
    filled: () => (
      <Form
        fill={(model) => {
          typed(model);
          void model.flush();
        }}
      />
    ),
    wish: () => (
      <Form fill={(model) => model.answer({ kind: 'wish', text: 'Ik wil graag afspraken kunnen kopiëren.' })} />
    ),
    unsafe: () => <Form fill={(model) => model.answer({ kind: 'unsafe' })} />,
    whiteScreen: () => <Form fill={(model) => model.answer({ text: SAVE_FAILS, whiteScreen: { parts: [3, 6, 9] } })} />,
    noPlaceNoClient: () => <Form context={{}} />,
    inBundle: () => (
      <Form
        fill={(model) => {
          typed(model);
          model.keep();
          model.begin();
          typed(model);
          model.attach(sampleAttachment());
        }}
      />
    ),
    change: () => (
      <Form
        fill={(model) => {
          keepQuestion(model, SAVE_FAILS);
          model.edit(model.kept.peek()[0]?.id ?? ('' as never));
        }}
      />
    ),
    longWords: () => (
      <Form
        context={{ place: { label: LONG_WORDS, route: '' }, clientRef: '#10432-ZZP-2026-0000412' }}
        fill={(model) => model.answer({ text: LONG_WORDS })}
      />
    ),
    textMissing: () => <Form fill={(model) => void model.submit()} />,
    notSaved: () => (
      <Form
        storeFails="storage-failed"
        fill={(model) => {
          typed(model);
          void model.flush();
        }}
      />
    ),
    sendFails: () => (
      <Form
        sendFails="storage-full"
        fill={(model) => {
          typed(model);
          void model.submit();
        }}
      />
    ),
    signedOut: () => (
      <Form
        sendFails="session-lost"
        fill={(model) => {
          typed(model);
          void model.submit();
        }}
      />
    ),
  },
};
