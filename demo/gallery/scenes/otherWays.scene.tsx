import { useMemo } from 'preact/hooks';
import { mailingSheet, OtherWays } from '../../../src/questions/mailing';
import { questionsSheet } from '../../../src/questions/views';
import type { Scene } from '../scene';
import { sampleMailing, type SampleMailing } from './sampleMailing';
import { LONG_WORDS, SAVE_FAILS } from './sampleQuestions';

const nothing = (): void => undefined;
const frame = { titleId: 'title', onBack: nothing, onMove: nothing, onClose: nothing };

const Ladder = ({ copied = false, ...options }: SampleMailing & { readonly copied?: boolean }) => {
  const model = useMemo(() => {
    const made = sampleMailing(options);
    if (copied) void made.copy('');
    return made;
  }, []);
  return <OtherWays model={model} frame={frame} />;
};

const several = [SAVE_FAILS, 'Het totaal van de declaratie klopt niet.', 'Waar vind ik het zorgplan van vorig jaar?'];

/** The other ways for a question that does not get through. */
export const otherWays: Scene = {
  title: 'OtherWays',
  frame: 'panel',
  sheets: [questionsSheet, mailingSheet],
  states: {
    noAnswer: () => <Ladder />,
    offline: () => <Ladder standing={{ state: 'waiting', problem: 'offline' }} />,
    attention: () => <Ladder standing={{ state: 'attention', problem: 'malformed' }} />,
    onlyInThisPage: () => <Ladder standing={{ state: 'waiting', problem: 'no-answer', isHeld: true }} />,
    sending: () => <Ladder standing={{ state: 'sending' }} />,
    received: () => <Ladder standing={{ state: 'received', reference: '24-118' }} />,
    several: () => <Ladder texts={several} />,
    tooLongForAShortMail: () => <Ladder texts={[SAVE_FAILS.repeat(40)]} />,
    longWords: () => <Ladder texts={[LONG_WORDS]} />,
    withPicture: () => <Ladder withPicture />,
    pictureMayGo: () => <Ladder withPicture rules={{ content: 'redacted' }} />,
    mailOff: () => <Ladder rules={{ content: 'off' }} />,
    copied: () => <Ladder copied />,
    copyingFails: () => <Ladder copied copies={false} />,
    loading: () => <Ladder words="never" />,
    closed: () => <Ladder words="closed" standing={{ state: 'waiting', problem: 'session-lost' }} />,
    gone: () => <Ladder words="gone" />,
  },
};
