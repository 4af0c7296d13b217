import { useMemo } from 'preact/hooks';
import { RecorderBar, recordingSheet } from '../../../src/capture/recording';
import type { Scene } from '../scene';
import { sampleRecording, type SampleRecording } from './sampleRecording';

const keys = { pause: 'Alt+Shift+P', stop: 'Alt+Shift+S' };

const Bar = (sample: SampleRecording) => {
  const model = useMemo(() => sampleRecording(sample), []);
  return <RecorderBar model={model} keys={keys} />;
};

/** The bar of a recording. */
export const recorderBar: Scene = {
  title: 'RecorderBar',
  frame: 'none',
  sheets: [recordingSheet],
  states: {
    counting: () => <Bar />,
    recording: () => <Bar seconds={24} />,
    microphone: () => <Bar seconds={24} microphone="on" />,
    'microphone refused': () => <Bar seconds={24} microphone="refused" />,
    'another window': () => <Bar seconds={24} isThisTab={false} />,
    paused: () => <Bar seconds={24} hold="person" />,
    'page may not be shown': () => <Bar seconds={24} hold="page" />,
    'out of sight': () => <Bar seconds={24} hold="hidden" />,
    'nearly over': () => <Bar seconds={168} microphone="on" />,
  },
};
