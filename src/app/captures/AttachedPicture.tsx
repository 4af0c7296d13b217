import '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { captureSheet, PictureView } from '../../capture/views';
import type { Attachment } from '../../protocol/submission';
import { Skeleton, useText } from '../../ui';
import type { PanelContext } from '../panel/panelContext';
import { usePartSheet } from '../panel/useChunk';

/** What an `AttachedPicture` takes. */
export interface AttachedPictureProps {
  readonly context: PanelContext;
  readonly attachment: Attachment;
}

/** Draws an attachment large enough to look at, on the review screen. */
export function AttachedPicture({ context, attachment }: AttachedPictureProps): JSX.Element {
  const { workspace } = context;
  const t = useText();
  usePartSheet(context, captureSheet);
  useEffect(() => void workspace.loadCapture(), [workspace]);
  const model = workspace.capture.value;
  if (!model) return <Skeleton lines={2} />;
  return <PictureView model={model} attachment={attachment} name={t(`parts.${attachment.kind}`)} />;
}
