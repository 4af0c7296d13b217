import type { JSX } from 'preact';
import type { Id } from '../../foundation/id';
import type { Translate } from '../../locale';
import type { Attachment } from '../../protocol';
import { IconButton, List, useAnnounce, useFormat, useText } from '../../ui';
import type { CaptureModelInstance } from '../capture.model';
import { PictureView } from './PictureView';

/** What an `AttachmentStrip` takes. */
export interface AttachmentStripProps {
  readonly model: CaptureModelInstance;
  /** Those of one question, in order. */
  readonly attachments: readonly Attachment[];
  /** Takes it out of the question. */
  readonly onRemove: (id: Id) => void;
  /** Opens a picture for editing. Left out: pictures go along as they are. */
  readonly onEdit?: ((attachment: Attachment, name: string) => void) | undefined;
}

/** Lists what goes along with a question, each to be looked at and taken out. Absent when there is nothing. */
export function AttachmentStrip({ model, attachments, onRemove, onEdit }: AttachmentStripProps): JSX.Element | null {
  const t = useText();
  const format = useFormat();
  const announce = useAnnounce();
  if (attachments.length === 0) return null;
  const remove = (id: Id, name: string): void => {
    onRemove(id);
    announce(t('att.removed', { name }));
  };
  return (
    <List label={t('att.list')}>
      {attachments.map((attachment, index) => {
        const name = attachmentName(t, attachment, index);
        return (
          <li key={attachment.id} class="cap-attachment">
            {attachment.durationMs === undefined && ( // one that was filmed here has a player of its own, to trim it
              <div class="cap-thumb">
                <PictureView model={model} attachment={attachment} name={name} />
              </div>
            )}
            <div class="grow">
              <div class="cap-name">{name}</div>
              <div class="small">
                {aboutAttachment(t, attachment)} <span class="cap-size">{format.size(attachment.size)}</span>
              </div>
            </div>
            {onEdit && canEdit(model, attachment) && (
              <IconButton icon="edit" name={t('att.edit', { name })} onPress={() => onEdit(attachment, name)} />
            )}
            <IconButton icon="remove" name={t('att.remove', { name })} onPress={() => remove(attachment.id, name)} />
          </li>
        );
      })}
    </List>
  );
}

/** Tells whether an attachment is a picture whose bytes are there. */
export const canEdit = ({ previews }: CaptureModelInstance, { id, type }: Attachment): boolean =>
  type.startsWith('image/') && previews.value.get(id) !== 'gone';

/** Names an attachment by its place in the list. */
export const attachmentName = (t: Translate, { kind }: Attachment, index: number): string =>
  t(`att.${kind}`, { i: index + 1 });

function aboutAttachment(t: Translate, { kind, redaction }: Attachment): string {
  if (redaction.mode === 'manual') return kind === 'screenshot' ? t('cap.display.check') : '';
  return redaction.boxes > 0 ? t('mask.auto', { n: redaction.boxes }) : t('mask.none');
}
