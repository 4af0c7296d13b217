import { useMemo } from 'preact/hooks';
import { questionsSheet } from '../../../src/questions/views';
import { SentReceipt, reviewSheet } from '../../../src/questions/review';
import type { Scene } from '../scene';
import { keepQuestion, LONG_WORDS, sampleQuestions, SAVE_FAILS, type SampleOptions } from './sampleQuestions';

const nothing = (): void => undefined;
const frame = { titleId: 'title', onMove: nothing, onClose: nothing };

const Receipt = ({ texts, ...options }: SampleOptions & { readonly texts: readonly string[] }) => {
  const model = useMemo(() => {
    const made = sampleQuestions(options);
    for (const text of texts) keepQuestion(made, text);
    void made.look().then(() => made.send());
    return made;
  }, []);
  return (
    <SentReceipt model={model} frame={frame} onClose={nothing} onMore={nothing} onOtherWay={nothing} onMine={nothing} />
  );
};

const two = [SAVE_FAILS, 'Het totaal van de declaratie klopt niet.'];

/** What is certain after sending. */
export const sentReceipt: Scene = {
  title: 'SentReceipt',
  frame: 'panel',
  sheets: [questionsSheet, reviewSheet],
  states: {
    one: () => <Receipt texts={[SAVE_FAILS]} sent={{ reference: '24-118', stage: 'done', percent: 100 }} />,
    several: () => <Receipt texts={two} sent={{ reference: '24-118', stage: 'done', percent: 100 }} />,
    pictureOnItsWay: () => <Receipt texts={[SAVE_FAILS]} sent={{ reference: '24-118', stage: 'media', percent: 42 }} />,
    pictureLost: () => (
      <Receipt
        texts={[SAVE_FAILS]}
        sent={{ reference: '24-118', stage: 'media', percent: 42, problem: 'unsupported-type', retry: nothing }}
      />
    ),
    waiting: () => <Receipt texts={[SAVE_FAILS]} />,
    onlyInThisPage: () => <Receipt texts={[SAVE_FAILS]} sent={{ isHeld: true, problem: 'no-answer' }} />,
    offline: () => <Receipt texts={[SAVE_FAILS]} sent={{ problem: 'offline' }} />,
    doesNotGetThrough: () => <Receipt texts={[SAVE_FAILS]} sent={{ problem: 'no-answer', isStuck: true }} />,
    signedOut: () => <Receipt texts={[SAVE_FAILS]} sent={{ problem: 'session-lost' }} />,
    longWords: () => (
      <Receipt texts={[LONG_WORDS, LONG_WORDS]} sent={{ reference: '24-118', stage: 'done', percent: 100 }} />
    ),
  },
};
