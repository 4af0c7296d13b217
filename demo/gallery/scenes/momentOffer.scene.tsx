import { useMemo } from 'preact/hooks';
import { captureSheet, MomentOffer } from '../../../src/capture/views';
import type { Scene } from '../scene';
import { sampleCapture, samplePage, type SampleCapture } from './sampleCapture';

const Offer = ({
  spots,
  delayMs,
  ...options
}: SampleCapture & { readonly spots?: number; readonly delayMs?: number }) => {
  const model = useMemo(() => {
    const made = sampleCapture(options);
    void made.offerMoment(samplePage(spots), delayMs);
    return made;
  }, []);
  return <MomentOffer model={model} onEdit={() => undefined} />;
};

/** The picture of the press. */
export const momentOffer: Scene = {
  title: 'MomentOffer',
  sheets: [captureSheet],
  states: {
    ready: () => <Offer />,
    nothingCovered: () => <Offer spots={0} />,
    late: () => <Offer delayMs={7000} />,
    gaps: () => <Offer gaps={['frame']} />,
    failed: () => <Offer drawFails="screenshot-failed" />,
  },
};
