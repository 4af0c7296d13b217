import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import { formatSize } from '../format';
import { isPicture, REPLY_TYPES, type ReplyPicture } from '../replyPicture';
import { say } from '../texts';
import { Icon } from './Icon';
import { Tool } from './Tool';

/** What showing what goes along needs. */
export interface ReplyPicturesProps {
  readonly pictures: readonly ReplyPicture[];
  /** They are being sent, or the words are gone already: nothing changes any more. */
  readonly fixed: boolean;
  readonly onDraw: (picture: ReplyPicture) => void;
  readonly onRemove: (picture: ReplyPicture) => void;
}

/** Shows what goes along with a reply: small, with what can still be done to it. */
export function ReplyPictures({ pictures, fixed, onDraw, onRemove }: ReplyPicturesProps): JSX.Element | null {
  if (pictures.length === 0) return null;
  return (
    <ul class="replyPictures" aria-label={say('reply.pictures')}>
      {pictures.map((picture, index) => {
        const name = say('reply.picture', { n: index + 1 });
        return (
          <li key={picture.manifest.id}>
            <Thumbnail picture={picture} name={name} />
            <span class="small">
              <strong>{name}</strong>
              <span class="muted">{formatSize(picture.manifest.size)}</span>
            </span>
            {!fixed && (
              <span class="buttons">
                {isPicture(picture.manifest.type) && (
                  <Tool icon="draft" name={say('reply.picture.draw', { name })} onPress={() => onDraw(picture)} />
                )}
                <Tool icon="close" name={say('reply.picture.remove', { name })} onPress={() => onRemove(picture)} />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Thumbnail({ picture: { bytes, manifest }, name }: { readonly picture: ReplyPicture; readonly name: string }) {
  const url = useMemo(() => URL.createObjectURL(new Blob([bytes], { type: manifest.type })), [bytes]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return isPicture(manifest.type) ? (
    <img src={url} alt={manifest.alt ?? name} />
  ) : (
    <span class="replyClip">
      <Icon name="play" />
    </span>
  );
}

/** What the button that picks a file needs. */
export interface AttachButtonProps {
  readonly disabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Opens the picker of the browser. Paste and drop do the same. */
export function AttachButton({ disabled, onFiles }: AttachButtonProps): JSX.Element {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="button quiet small"
        aria-disabled={disabled}
        onClick={() => !disabled && picker.current?.click()}
      >
        <Icon name="clip" />
        {say('reply.attach')}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={REPLY_TYPES.join(',')}
        aria-label={say('reply.attach')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = ''; // the same file can be picked again
        }}
      />
    </>
  );
}
