import { useMemo } from 'preact/hooks';
import { AttachmentStrip, captureSheet } from '../../../src/capture/views';
import type { Scene } from '../scene';
import { sampleAttachments, sampleCapture } from './sampleCapture';

const nothing = (): void => undefined;

interface StripOptions {
  readonly count: number;
  readonly isGone?: boolean;
  /** A picture of another window: nobody has covered it. */
  readonly isOfDisplay?: boolean;
}

const Strip = ({ count, isGone = false, isOfDisplay = false }: StripOptions) => {
  const model = useMemo(() => sampleCapture({ isGone }), []);
  const attachments = sampleAttachments()
    .slice(0, count)
    .map((one) => (isOfDisplay ? { ...one, redaction: { mode: 'manual', boxes: 0, revealed: [] } as const } : one));
  return <AttachmentStrip model={model} attachments={attachments} onRemove={nothing} onEdit={nothing} />;
};

/** What goes along with a question. */
export const attachmentStrip: Scene = {
  title: 'AttachmentStrip',
  sheets: [captureSheet],
  states: {
    one: () => <Strip count={1} />,
    many: () => <Strip count={3} />,
    display: () => <Strip count={1} isOfDisplay />,
    gone: () => <Strip count={1} isGone />,
  },
};
