import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Id } from '../../foundation/id';
import type { Undo } from '../../foundation/lifetime';
import type { Result } from '../../foundation/result';
import type { AttachmentState, ConversationMessage } from '../../protocol';
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
  const { id, kind, type, state, size } = attachment;
  const name = t(kind === 'screenshot' ? 'att.screenshot' : 'att.file', { i: place });
  if (GONE.includes(state)) return <p class="small">{t('att.gone')}</p>;
  if (type.startsWith('image/') && THERE.includes(state))
    return <MessagePicture key={id} id={id} name={name} picture={picture} />;
  return (
    <p class="row small">
      <Icon name="file" />
      {name} · {format.size(size)}
    </p>
  );
}

const GONE: readonly AttachmentState[] = ['erased', 'expired', 'quarantined'];
const THERE: readonly AttachmentState[] = ['available', 'checked', 'stored'];

interface MessagePictureProps extends Pick<MessageAttachmentProps, 'picture'> {
  readonly id: Id;
  readonly name: string;
}

function MessagePicture({ id, name, picture }: MessagePictureProps): JSX.Element {
  const t = useText();
  const url = useSignal<string | undefined>(undefined);
  const isGone = useSignal(false);
  const isLarge = useSignal(false);
  useEffect(() => {
    return createUrl(picture(id), (found) => {
      url.value = found;
      isGone.value = found === undefined;
    });
  }, [id]);
  if (isGone.value) return <p class="small">{t('att.gone')}</p>;
  return (
    <>
      <Picture url={url.value} alt={name} onZoom={() => (isLarge.value = true)} zoomName={t('q.shot.enlarge')} />
      {isLarge.value && (
        <Dialog wide title={name} onClose={() => (isLarge.value = false)}>
          <Picture url={url.value} alt={name} />
        </Dialog>
      )}
    </>
  );
}

/** Gives an address for the bytes once they are here. The answer takes it back. */
function createUrl(arriving: Promise<Result<Blob>>, onFound: (url: string | undefined) => void): Undo {
  let url: string | undefined;
  let isOver = false;
  void arriving.then((result) => {
    if (isOver) return;
    url = result.ok ? URL.createObjectURL(result.value) : undefined;
    onFound(url);
  });
  return () => {
    isOver = true;
    if (url) URL.revokeObjectURL(url);
  };
}
