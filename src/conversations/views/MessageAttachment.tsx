import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Id } from '../../foundation/id';
import type { Result } from '../../foundation/result';
import type { ConversationMessage } from '../../protocol';
import { Dialog, Icon, Picture, useFormat, useText } from '../../ui';

/** What a `MessageAttachment` takes. */
export interface MessageAttachmentProps {
  readonly attachment: ConversationMessage['attachments'][number];
  /** Counted from 1: part of its name. */
  readonly place: number;
  readonly picture: (attachment: Id) => Promise<Result<Blob>>;
}

/** Draws what came with a message: a picture as a picture, a file by its size, and what is no longer there as gone. */
export function MessageAttachment({ attachment, place, picture }: MessageAttachmentProps): JSX.Element {
  const t = useText();
  const format = useFormat();
  const url = useSignal<string | undefined>(undefined);
  const isGone = useSignal(false);
  const isLarge = useSignal(false);
  const { id, kind, type, state, size } = attachment;
  const isPicture = type.startsWith('image/');
  const isThere = state === 'available' || state === 'checked' || state === 'stored';
  useEffect(() => {
    if (!isPicture || !isThere) return undefined;
    let made: string | undefined;
    let isOver = false;
    void picture(id).then((result) => {
      if (isOver) return;
      isGone.value = !result.ok;
      if (result.ok) url.value = made = URL.createObjectURL(result.value);
    });
    return () => {
      isOver = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [id, isThere]);
  const name = t(kind === 'screenshot' ? 'att.screenshot' : 'att.file', { i: place });
  if (state === 'erased' || state === 'expired' || state === 'quarantined' || isGone.value) return <p class="small">{t('att.gone')}</p>;
  if (!isPicture || !isThere) return <p class="row small"><Icon name="file" />{name} · {format.size(size)}</p>;
  return (
    <>
      <Picture url={url.value} alt={name} onZoom={() => (isLarge.value = true)} zoomName={t('q.shot.enlarge')} />
      {isLarge.value && (
        <Dialog title={name} onClose={() => (isLarge.value = false)}>
          <Picture url={url.value} alt={name} />
        </Dialog>
      )}
    </>
  );
}
