import { useMemo } from 'preact/hooks';
import { AttachmentStrip, captureSheet } from '../../../src/capture/views';
import type { Scene } from '../scene';
import { sampleAttachments, sampleCapture } from './sampleCapture';

const nothing = (): void => undefined;

const Strip = ({ count, isGone = false }: { readonly count: number; readonly isGone?: boolean }) => {
  const model = useMemo(() => sampleCapture({ isGone }), []);
  return (
    <AttachmentStrip
      model={model}
      attachments={sampleAttachments().slice(0, count)}
      onRemove={nothing}
      onEdit={nothing}
    />
  );
};

/** What goes along with a question. */
export const attachmentStrip: Scene = {
  title: 'AttachmentStrip',
  sheets: [captureSheet],
  states: {
    one: () => <Strip count={1} />,
    many: () => <Strip count={3} />,
    gone: () => <Strip count={1} isGone />,
  },
};
