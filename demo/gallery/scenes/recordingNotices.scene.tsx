import { useMemo } from 'preact/hooks';
import { RecordingNotices, recordingSheet } from '../../../src/capture/recording';
import { captureSheet } from '../../../src/capture/views';
import type { Scene } from '../scene';
import { sampleRecording, type SampleRecording } from './sampleRecording';

const Notices = (sample: SampleRecording) => {
  const model = useMemo(() => sampleRecording(sample), []);
  return <RecordingNotices model={model} />;
};

/** What came of a recording, in the form. */
export const recordingNotices: Scene = {
  title: 'RecordingNotices',
  sheets: [captureSheet, recordingSheet],
  states: {
    left: () => <Notices isLeft />,
    keeping: () => <Notices seconds={24} isKeeping />,
    denied: () => <Notices refusal="display-denied" />,
    unsupported: () => <Notices refusal="display-unsupported" />,
    failed: () => <Notices refusal="display-failed" />,
    empty: () => <Notices refusal="recording-empty" />,
    broke: () => <Notices refusal="recording-broke" />,
    full: () => <Notices refusal="storage-full" />,
    'too many': () => <Notices refusal="file-too-many" />,
  },
};
