import { useMemo } from 'preact/hooks';
import { questionsSheet } from '../../../src/questions/views';
import { SentReceipt, reviewSheet } from '../../../src/questions/review';
import type { Scene } from '../scene';
import { keepQuestion, LONG_WORDS, sampleQuestions, SAVE_FAILS, type SampleOptions } from './sampleQuestions';

const nothing = (): void => undefined;
const clock = { now: () => Date.UTC(2026, 2, 12, 13, 10) };
const frame = { titleId: 'title', onMove: nothing, onClose: nothing };

const Receipt = ({ texts, ...options }: SampleOptions & { readonly texts: readonly string[] }) => {
  const model = useMemo(() => {
    const made = sampleQuestions(options);
    for (const text of texts) keepQuestion(made, text);
    void made.look().then(() => made.send());
    return made;
  }, []);
  return (
    <SentReceipt
      model={model}
      frame={frame}
      clock={clock}
      onClose={nothing}
      onMore={nothing}
      onOtherWay={nothing}
      onMine={nothing}
    />
  );
};

const received = { reference: '26-1', receivedAt: '2026-03-12T13:03:00Z' } as const;
const two = [SAVE_FAILS, 'Het totaal van de declaratie klopt niet.'];

/** What is certain after sending. */
export const sentReceipt: Scene = {
  title: 'SentReceipt',
  frame: 'panel',
  sheets: [questionsSheet, reviewSheet],
  states: {
    one: () => <Receipt texts={[SAVE_FAILS]} sent={{ ...received, stage: 'done', percent: 100 }} />,
    several: () => <Receipt texts={two} sent={{ ...received, stage: 'done', percent: 100 }} />,
    earlier: () => (
      <Receipt
        texts={[SAVE_FAILS]}
        sent={{ ...received, receivedAt: '2026-03-09T16:41:00Z', stage: 'done', percent: 100 }}
      />
    ),
    pictureOnItsWay: () => <Receipt texts={[SAVE_FAILS]} sent={{ ...received, stage: 'media', percent: 62 }} />,
    pictureWaits: () => (
      <Receipt texts={[SAVE_FAILS]} sent={{ ...received, stage: 'media', percent: 62, problem: 'no-answer' }} />
    ),
    pictureLost: () => (
      <Receipt
        texts={[SAVE_FAILS]}
        sent={{ ...received, stage: 'media', percent: 42, problem: 'unsupported-type', retry: nothing, isStuck: true }}
      />
    ),
    waiting: () => <Receipt texts={[SAVE_FAILS]} />,
    onlyInThisPage: () => <Receipt texts={[SAVE_FAILS]} sent={{ isHeld: true, problem: 'no-answer' }} />,
    offline: () => <Receipt texts={[SAVE_FAILS]} sent={{ problem: 'offline' }} />,
    doesNotGetThrough: () => <Receipt texts={[SAVE_FAILS]} sent={{ problem: 'no-answer', isStuck: true }} />,
    needsAttention: () => (
      <Receipt texts={[SAVE_FAILS]} sent={{ problem: 'invalid-question', isStuck: true, retry: nothing }} />
    ),
    gone: () => <Receipt texts={[SAVE_FAILS]} sent={{ stage: 'gone' }} />,
    signedOut: () => <Receipt texts={[SAVE_FAILS]} sent={{ problem: 'session-lost' }} />,
    longWords: () => <Receipt texts={[LONG_WORDS, LONG_WORDS]} sent={{ ...received, stage: 'done', percent: 100 }} />,
  },
};
