import { useMemo } from 'preact/hooks';
import { captureSheet, PictureView } from '../../../src/capture/views';
import { useText } from '../../../src/ui';
import type { Scene } from '../scene';
import { sampleAttachments, sampleCapture } from './sampleCapture';

const View = ({ isGone = false }: { readonly isGone?: boolean }) => {
  const t = useText();
  const model = useMemo(() => sampleCapture({ isGone }), []);
  const [attachment] = sampleAttachments();
  return attachment ? (
    <PictureView model={model} attachment={attachment} name={t('att.screenshot', { i: 1 })} />
  ) : (
    <></>
  );
};

/** One attachment, large enough to look at. */
export const pictureView: Scene = {
  title: 'PictureView',
  sheets: [captureSheet],
  states: {
    picture: () => <View />,
    gone: () => <View isGone />,
  },
};
