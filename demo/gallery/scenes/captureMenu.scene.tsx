import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { CaptureMenu, captureSheet } from '../../../src/capture/views';
import type { Scene } from '../scene';
import { sampleCapture, type SampleCapture } from './sampleCapture';

interface MenuProps extends SampleCapture {
  readonly files?: readonly File[];
  readonly takes?: boolean;
  readonly chooses?: boolean;
  readonly hovers?: boolean;
  readonly record?: 'no' | 'unsupported' | 'busy';
}

const Menu = ({ files = [], takes = false, chooses = false, hovers = false, record, ...options }: MenuProps) => {
  const model = useMemo(() => {
    const made = sampleCapture(options);
    void made.addFiles(files);
    if (takes) void made.takeScreenshot();
    if (chooses) void made.grabScreen();
    return made;
  }, []);
  const offered = { isPossible: record !== 'unsupported', isBusy: record === 'busy', onPress: () => undefined };
  return <CaptureMenu model={model} isHovering={useSignal(hovers)} record={record === 'no' ? undefined : offered} />;
};

const png = 'image/png';

/** The ways to show what happens. */
export const captureMenu: Scene = {
  title: 'CaptureMenu',
  sheets: [captureSheet],
  states: {
    rest: () => <Menu />,
    withDisplay: () => <Menu grabs="page" />,
    blockedWithDisplay: () => <Menu takes drawFails="screenshot-blocked" grabs="page" />,
    displayDenied: () => <Menu chooses grabs="grab-denied" />,
    displayDismissed: () => <Menu chooses grabs="grab-dismissed" />,
    displayGaveNothing: () => <Menu chooses grabs="grab-failed" />,
    'asking for a display': () => <Menu record="busy" />,
    'files held above': () => <Menu hovers />,
    'cannot record': () => <Menu record="unsupported" />,
    'without recording': () => <Menu record="no" />,
    blocked: () => <Menu takes drawFails="screenshot-blocked" />,
    failed: () => <Menu takes drawFails="screenshot-failed" />,
    refused: () => (
      <Menu
        limits={{ fileBytes: 1000 }}
        files={[
          new File([], 'leeg.png', { type: png }),
          new File(
            [new Uint8Array(2000)],
            'een-heel-lange-naam-zonder-spaties-die-toch-op-het-scherm-moet-passen.png',
            { type: png },
          ),
          new File(['%PDF-1.7'], 'brief.pdf', { type: 'application/pdf' }),
          new File(['GIF89a'], 'foto.png', { type: png }),
        ]}
      />
    ),
    full: () => <Menu limits={{ attachments: 0 }} files={[new File(['x'], 'nog-een.png', { type: png })]} />,
  },
};
