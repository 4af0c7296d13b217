import { useMemo } from 'preact/hooks';
import type { DeviceState } from '../../../src/conversations';
import { ConversationList, conversationsSheet } from '../../../src/conversations/views';
import type { Scene } from '../scene';
import { sampleConversations, sampleId, sampleQuestion, sampleView, type SampleOptions } from './sampleConversations';
import { LONG_WORDS, SAVE_FAILS } from './sampleQuestions';

const nothing = (): void => undefined;
const frame = { titleId: 'title', onBack: nothing, onMove: nothing, onClose: nothing };

const Mine = ({ filter, ...options }: SampleOptions & { readonly filter?: 'all' }) => {
  const model = useMemo(() => {
    const made = sampleConversations(options);
    if (filter) made.filter.value = filter;
    void made.start();
    return made;
  }, []);
  return <ConversationList model={model} frame={frame} onOpen={nothing} onWaiting={nothing} onAsk={nothing} />;
};

const several = [
  sampleView(1, sampleQuestion(1, SAVE_FAILS, { status: 'answered', unread: 1 })),
  sampleView(
    2,
    sampleQuestion(2, 'Het totaal van de declaratie klopt niet. Er staat een uur te veel.', { status: 'inProgress' }),
    sampleQuestion(3, 'Hoe zet ik een afspraak door naar volgende week?', { status: 'needsInfo', number: '24-119.2' }),
  ),
  sampleView(4, sampleQuestion(4, 'Kan er een knop bij om een dag te kopiëren?')),
  sampleView(5, sampleQuestion(5, 'Waar vind ik het zorgplan van vorig jaar?', { status: 'closed' })),
];
const waiting = [
  {
    id: sampleId(600),
    at: Date.UTC(2026, 2, 12, 8, 58),
    state: 'queued',
    questions: [{ id: sampleId(601), excerpt: 'De rapportage laadt niet als ik op Dossier klik.' }],
  },
] as const;

const onDevice = (number: number, state: DeviceState, excerpt: string) => ({
  id: sampleId(600 + number),
  at: Date.UTC(2026, 2, 12, 8, 58),
  state,
  questions: [{ id: sampleId(700 + number), excerpt }],
});
const standings = [
  onDevice(1, 'queued', 'De rapportage laadt niet als ik op Dossier klik.'),
  onDevice(2, 'sending', 'Waar vind ik het rooster van volgende week?'),
  onDevice(3, 'held', 'Ik kan geen afspraak verzetten.'),
  onDevice(4, 'signedOut', 'De medicatielijst staat er dubbel in.'),
  onDevice(5, 'attention', 'Er komt geen melding als ik iets opsla.'),
  { ...onDevice(6, 'queued', ''), questions: [] },
  {
    id: sampleId(607),
    at: '2026-03-12T09:03:00Z',
    state: 'received',
    media: { percent: 62, isStuck: false },
    questions: [{ id: sampleId(707), excerpt: 'Het zorgplan opent in een leeg scherm.', number: '26-1.1' }],
  },
] as const;
const stuck = [{ ...onDevice(8, 'received', ''), id: sampleId(501), media: { percent: 40, isStuck: true } }];

/** "Mijn vragen". */
export const conversationList: Scene = {
  title: 'ConversationList',
  frame: 'panel',
  sheets: [conversationsSheet],
  states: {
    loading: () => <Mine silent />,
    empty: () => <Mine />,
    one: () => <Mine views={several.slice(0, 1)} />,
    several: () => <Mine views={several} />,
    all: () => <Mine views={several} filter="all" />,
    nothingOpen: () => <Mine views={several.slice(3)} />,
    many: () => (
      <Mine
        views={Array.from({ length: 40 }, (_, index) =>
          sampleView(index, sampleQuestion(index, `Vraag ${index + 1} van een druk jaar.`)),
        )}
      />
    ),
    longWords: () => <Mine views={[sampleView(1, sampleQuestion(1, LONG_WORDS, { status: 'needsInfo' }))]} />,
    onThisDevice: () => <Mine waiting={standings} views={several.slice(0, 1)} />,
    pictureStuck: () => <Mine waiting={stuck} views={several.slice(0, 1)} />,
    offline: () => <Mine waiting={waiting} readFails="no-answer" />,
    failed: () => <Mine readFails="internal" />,
    denied: () => <Mine readFails="forbidden-origin" />,
    readOnly: () => <Mine waiting={waiting} readFails="session-lost" />,
  },
};
