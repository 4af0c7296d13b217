import { useSignal } from '@preact/signals';
import { RecordingReview, recordingSheet } from '../../../src/capture/recording';
import type { Attachment } from '../../../src/protocol';
import { useText } from '../../../src/ui';
import type { Scene } from '../scene';

type Markers = NonNullable<Attachment['markers']>;

const recorded: Attachment = {
  id: '00000000-0000-4000-8000-000000000001' as Attachment['id'], // the pattern of an id
  kind: 'recording',
  name: 'recording-1.mp4',
  type: 'video/mp4',
  size: 1_240_000,
  digests: [],
  durationMs: 84_000,
  redaction: { mode: 'masked', boxes: 12, revealed: [] },
};

const few: Markers = [
  { atMs: 4000, kind: 'navigation', name: 'Agenda › Week' },
  { atMs: 21_500, kind: 'press', name: 'Opslaan' },
  { atMs: 22_100, kind: 'request', name: 'POST /afspraken/:ref' },
  { atMs: 22_400, kind: 'error', name: 'TypeError' },
];
const many: Markers = Array.from({ length: 40 }, (_, index) => ({
  atMs: index * 2000,
  kind: index % 7 ? 'press' : 'error',
  name: index % 5 ? 'Opslaan' : 'EenHeelLangeFoutnaamZonderSpatiesDieTochMoetPassenOpHetScherm',
}));

const Review = (given: Partial<Attachment>) => {
  const t = useText();
  const attachment = useSignal<Attachment>({ ...recorded, ...given });
  return (
    <RecordingReview
      attachment={attachment.value}
      url={undefined}
      name={t('att.recording', { i: 1 })}
      onPlay={(play) => {
        const { play: _, ...whole } = attachment.peek();
        attachment.value = play ? { ...whole, play } : whole;
      }}
    />
  );
};

/** A recording that can be looked at and trimmed. */
export const recordingReview: Scene = {
  title: 'RecordingReview',
  sheets: [recordingSheet],
  states: {
    whole: () => <Review markers={few} />,
    trimmed: () => <Review markers={few} play={{ fromMs: 18_000, toMs: 42_000 }} />,
    'many moments': () => <Review markers={many} />,
    'no moments': () => <Review />,
    moment: () => <Review durationMs={1500} />,
  },
};
