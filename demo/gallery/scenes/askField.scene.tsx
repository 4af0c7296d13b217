import { useMemo } from 'preact/hooks';
import { AskField, questionsSheet } from '../../../src/questions/views';
import type { Scene } from '../scene';
import { LONG_WORDS, sampleQuestions } from './sampleQuestions';

const nothing = (): void => undefined;
const Asking = ({ text }: { readonly text: string }) => {
  const model = useMemo(() => {
    const made = sampleQuestions();
    made.type(text);
    return made;
  }, [text]);
  return <AskField model={model} onAsk={nothing} />;
};

/** The field on the home screen. */
export const askField: Scene = {
  title: 'AskField',
  sheets: [questionsSheet],
  states: {
    empty: () => <Asking text="" />,
    typed: () => <Asking text="De agenda slaat niet op" />,
    longWords: () => <Asking text={LONG_WORDS} />,
  },
};
