import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import type { DrawingLayerProps } from '../drawing/index';

/** A picture that is drawn on, and what happens with it then. */
export interface Subject {
  readonly picture: Blob;
  readonly onDrawn: DrawingLayerProps['onDrawn'];
}

/** What the place for drawing needs. */
export interface DrawingProps {
  /** Empty: nothing is drawn on. */
  readonly subject: Signal<Subject | undefined>;
  readonly onFailed: () => void;
}

type Layer = (props: DrawingLayerProps) => JSX.Element;

/** Opens the editor when there is something to draw on. Its code comes then: most replies are words. */
export function Drawing({ subject, onFailed }: DrawingProps): JSX.Element | null {
  const layer = useSignal<{ readonly Layer: Layer } | undefined>(undefined);
  const { value } = subject;
  const close = (): void => {
    subject.value = undefined;
    requestAnimationFrame(() => document.getElementById('reply')?.focus());
  };
  const fail = (): void => {
    subject.value = undefined;
    onFailed();
  };
  useEffect(() => {
    if (!value || layer.peek()) return;
    import('../drawing/index').then(({ DrawingLayer }) => {
      layer.value = { Layer: DrawingLayer };
    }, fail);
  }, [value]);
  if (!value || !layer.value) return null;
  const { Layer } = layer.value;
  return <Layer picture={value.picture} onDrawn={value.onDrawn} onClosed={close} onFailed={fail} />;
}
