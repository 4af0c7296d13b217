import '@preact/signals';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Attachment } from '../../protocol';
import { Picture, useText } from '../../ui';
import type { CaptureModelInstance } from '../capture.model';
import { PictureDialog } from './PictureDialog';

/** What a `PictureView` takes. */
export interface PictureViewProps {
  readonly model: CaptureModelInstance;
  readonly attachment: Attachment;
  /** What it is called here, such as `Screenshot 1`. */
  readonly name: string;
}

/** Draws an attachment from what the device kept: a picture that can be enlarged, or a recording that plays. */
export function PictureView({ model, attachment, name }: PictureViewProps): JSX.Element {
  const t = useText();
  const isLarge = useSignal(false);
  const { id, width, height, redaction, alt = name } = attachment;
  useEffect(() => void model.previewUrl(attachment), [id]);
  const preview = model.previews.value.get(id);
  if (preview === 'gone') return <p class="small">{t('att.gone')}</p>;
  if (attachment.kind === 'recording')
    return (
      <video
        class="cap-video"
        controls
        preload="metadata"
        aria-label={name}
        {...(preview !== undefined && { src: preview + partToWatch(attachment) })}
      />
    );
  const covered =
    redaction.mode !== 'masked' ? name : redaction.boxes > 0 ? t('mask.auto', { n: redaction.boxes }) : t('mask.none');
  return (
    <>
      <Picture
        url={preview}
        alt={alt}
        width={width}
        height={height}
        onZoom={preview === undefined ? undefined : () => (isLarge.value = true)}
        zoomName={t('q.shot.enlarge')}
      />
      {isLarge.value && preview !== undefined && (
        <PictureDialog title={covered} url={preview} alt={alt} onClose={() => (isLarge.value = false)} />
      )}
    </>
  );
}

/** Tells a player which part is meant to be watched (W3C Media Fragments). */
const partToWatch = ({ play }: Attachment): string => (play ? `#t=${play.fromMs / 1000},${play.toMs / 1000}` : '');
