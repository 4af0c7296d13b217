import { useMemo } from 'preact/hooks';
import { ConversationThread, conversationsSheet } from '../../../src/conversations/views';
import type { Scene } from '../scene';
import {
  sampleConversation,
  sampleConversations,
  sampleId,
  sampleMessage,
  type SampleOptions,
} from './sampleConversations';
import { LONG_WORDS, SAVE_FAILS } from './sampleQuestions';

type Model = ReturnType<typeof sampleConversations>;
const nothing = (): void => undefined;
const frame = { titleId: 'title', onBack: nothing, onMove: nothing, onClose: nothing };

const Talk = ({ then, ...options }: SampleOptions & { readonly then?: (model: Model) => void }) => {
  const model = useMemo(() => {
    const made = sampleConversations(options);
    made.thread.open(sampleId(1));
    void made.refresh();
    setTimeout(() => then?.(made));
    return made;
  }, []);
  return <ConversationThread model={model} frame={frame} />;
};

const picture = {
  id: sampleId(901),
  state: 'available',
  offset: 182_400,
  size: 182_400,
  kind: 'screenshot',
  type: 'image/png',
} as const;
const asked = sampleMessage(1, SAVE_FAILS, {
  own: true,
  at: '2026-03-11T14:20:00Z',
  from: { name: 'Sanne de Wit', role: 'user' },
  attachments: [picture],
});
const reply = sampleMessage(2, '', {
  content: [
    {
      t: 'p',
      c: [
        'Dank voor je screenshot. De knop ',
        { t: 'strong', c: ['Opslaan'] },
        ' deed niets als de eindtijd leeg was.',
      ],
    },
    {
      t: 'ol',
      c: [
        { t: 'li', c: ['Vul een eindtijd in.'] },
        { t: 'li', c: ['Klik op Opslaan.'] },
      ],
    },
  ],
});
const answered = sampleConversation('answered', asked, reply);
const media = (percent: number, isStuck: boolean) => [
  { id: sampleId(501), at: 0, state: 'received', media: { percent, isStuck }, questions: [] } as const,
];
const type = (text: string) => (model: Model) => model.thread.type(text);

/** One question with everything said about it. */
export const conversationThread: Scene = {
  title: 'ConversationThread',
  frame: 'panel',
  sheets: [conversationsSheet],
  states: {
    loading: () => <Talk silent conversation={answered} />,
    received: () => <Talk conversation={sampleConversation('received', asked)} />,
    answered: () => <Talk conversation={answered} />,
    needsInfo: () => (
      <Talk
        conversation={sampleConversation('needsInfo', asked, sampleMessage(2, 'Welke browser gebruik je?'))}
        then={type('Chrome, op een')}
      />
    ),
    closed: () => <Talk conversation={sampleConversation('closed', asked, reply)} />,
    pending: () => (
      <Talk
        conversation={answered}
        then={(model) => {
          model.thread.type('Dat werkt, dank je!');
          void model.thread.reply();
        }}
      />
    ),
    repliesOnThisDevice: () => (
      <Talk
        conversation={answered}
        replies={(['queued', 'held', 'signedOut', 'attention'] as const).map((state, index) => ({
          id: sampleId(810 + index),
          question: sampleId(1),
          state,
          text: 'Dat werkt, dank je!',
        }))}
      />
    ),
    pictureOnItsWay: () => <Talk conversation={sampleConversation('received', asked)} waiting={media(62, false)} />,
    pictureStuck: () => <Talk conversation={sampleConversation('received', asked)} waiting={media(40, true)} />,
    replyFails: () => (
      <Talk
        conversation={answered}
        writeFails="storage-full"
        then={(model) => {
          model.thread.type('Dat werkt, dank je!');
          void model.thread.reply();
        }}
      />
    ),
    many: () => (
      <Talk
        conversation={sampleConversation(
          'inProgress',
          asked,
          ...Array.from({ length: 14 }, (_, index) =>
            sampleMessage(index + 2, `Bericht ${index + 1} over de agenda.`, { own: index % 3 === 0 }),
          ),
        )}
      />
    ),
    longWords: () => (
      <Talk
        conversation={sampleConversation('answered', { ...asked, content: [LONG_WORDS] }, sampleMessage(2, LONG_WORDS))}
      />
    ),
    pictureGone: () => (
      <Talk
        conversation={sampleConversation(
          'answered',
          { ...asked, attachments: [{ ...picture, state: 'erased' }] },
          reply,
        )}
      />
    ),
    offline: () => <Talk conversation={answered} readFails="no-answer" />,
    failed: () => <Talk conversation={answered} readFails="internal" />,
    denied: () => <Talk readFails="not-found" />,
    readOnly: () => <Talk conversation={answered} readFails="session-lost" />,
  },
};
