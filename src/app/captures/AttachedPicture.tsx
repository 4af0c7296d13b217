import '@preact/signals';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { canEdit, captureSheet, PictureView } from '../../capture/views';
import type { Attachment } from '../../protocol/submission';
import { Button, Skeleton, useText } from '../../ui';
import type { PanelContext } from '../panel/panelContext';
import { usePartSheet } from '../panel/useChunk';
import { PictureEditing } from './PictureEditing';

/** What an `AttachedPicture` takes. */
export interface AttachedPictureProps {
  readonly context: PanelContext;
  readonly attachment: Attachment;
}

/** Draws an attachment large enough to look at, on the review screen. */
export function AttachedPicture({ context, attachment }: AttachedPictureProps): JSX.Element {
  const { workspace } = context;
  const t = useText();
  const isEditing = useSignal(false);
  usePartSheet(context, captureSheet);
  useEffect(() => void workspace.loadCapture(), [workspace]);
  const model = workspace.capture.value;
  if (!model) return <Skeleton lines={2} />;
  const name = t(`parts.${attachment.kind}`);
  return (
    <>
      <PictureView model={model} attachment={attachment} name={name} />
      {canEdit(model, attachment) && (
        <div class="row">
          <Button icon="edit" name={`${t('att.edit.short')}: ${name}`} onPress={() => (isEditing.value = true)}>
            {t('att.edit.short')}
          </Button>
        </div>
      )}
      {isEditing.value && (
        <PictureEditing
          context={context}
          target={{ kind: 'attached', attachment, name }}
          onClosed={() => (isEditing.value = false)}
        />
      )}
    </>
  );
}
