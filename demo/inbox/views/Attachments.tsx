import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import type { AgentQuestion, ContentGrant } from '../../../src/protocol/index';
import type { Answer } from '../agentBackend';
import { absence, evidenceNames, remarks, showingOf, type Evidence } from '../evidence';
import { say } from '../texts';
import { Icon } from './Icon';
import type { ZoomPicture } from './PictureStage';
import { PictureViewer } from './PictureViewer';

/** Asks for the short-lived address of an attachment. */
export type Grant = (attachment: Evidence['id']) => Answer<ContentGrant>;

/** What showing attachments needs. */
export interface AttachmentsProps {
  readonly open: AgentQuestion;
  readonly grant: Grant;
}

/** Shows the attachments of a question. Pictures are fetched at once, each by a grant of its own that the receiver writes down. */
export function Attachments({ open, grant }: AttachmentsProps): JSX.Element {
  const names = evidenceNames(open.attachments);
  const loaded = useRef(new Map<string, HTMLImageElement>());
  const zoomed = useSignal<string | undefined>(undefined);
  const pictures = open.attachments.filter((attachment) => showingOf(attachment) === 'picture');
  const ready = pictures.flatMap(({ id }): ZoomPicture[] => {
    const image = loaded.current.get(id);
    return image
      ? [{ id, image, name: say('zoom.picture', { name: names.get(id) ?? '', number: open.row.number }) }]
      : [];
  });
  return (
    <section class="evidencePart">
      <h3>{say('evidence.attachments')}</h3>
      {open.attachments.length === 0 && <p class="muted">{say('evidence.attachments.none')}</p>}
      <ul class="attachments">
        {open.attachments.map((attachment) => (
          <AttachmentCard
            key={`${attachment.id} ${attachment.state}`}
            attachment={attachment}
            name={names.get(attachment.id) ?? ''}
            grant={grant}
            first={attachment === pictures[0]}
            onLoaded={(image) => loaded.current.set(attachment.id, image)}
            onZoom={() => {
              zoomed.value = attachment.id;
            }}
          />
        ))}
      </ul>
      {pictures.length > 0 && <p class="small muted">{say('evidence.logged')}</p>}
      {zoomed.value !== undefined && (
        <PictureViewer
          pictures={ready}
          start={zoomed.value}
          onClose={() => {
            zoomed.value = undefined;
          }}
        />
      )}
    </section>
  );
}

interface AttachmentCardProps {
  readonly attachment: Evidence;
  readonly name: string;
  readonly grant: Grant;
  readonly first: boolean;
  readonly onLoaded: (image: HTMLImageElement) => void;
  readonly onZoom: () => void;
}

function AttachmentCard(props: AttachmentCardProps): JSX.Element {
  const { attachment, name, grant } = props;
  const showing = showingOf(attachment);
  const download = async (): Promise<void> => {
    const answer = await grant(attachment.id);
    if (answer.ok) open(answer.value.url, '_blank', 'noopener'); // the answer is a download: the new tab closes itself
  };
  return (
    <li class="attachment">
      {showing === 'absent' && (
        <p class="absent">
          <Icon name="clip" />
          {absence(attachment)}
        </p>
      )}
      {showing === 'picture' && <Picture {...props} />}
      {showing === 'video' && <Video {...props} />}
      <p class="attachmentName">
        <strong>{name}</strong>
        {showing !== 'absent' && (
          <button
            type="button"
            class="button quiet iconOnly"
            aria-label={say('attachment.download', { name })}
            onClick={() => void download()}
          >
            <Icon name="download" />
          </button>
        )}
      </p>
      <ul class="remarks small muted">
        {remarks(attachment).map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
        {attachment.reason && <li>{say('attachment.quarantined.why', { reason: attachment.reason })}</li>}
      </ul>
    </li>
  );
}

function Picture({ attachment, name, grant, first, onLoaded, onZoom }: AttachmentCardProps): JSX.Element {
  const url = useSignal<string | undefined>(undefined);
  const state = useSignal<'loading' | 'shown' | 'failed'>('loading');
  const fetchIt = async (): Promise<void> => {
    state.value = 'loading';
    const answer = await grant(attachment.id);
    url.value = answer.ok ? answer.value.url : undefined;
    if (!answer.ok) state.value = 'failed';
  };
  useEffect(() => void fetchIt(), []);
  if (state.value === 'failed') {
    return (
      <p class="absent">
        <Icon name="warning" />
        {say('attachment.failed', { name })}
        <button type="button" class="button" onClick={() => void fetchIt()}>
          {say('retry')}
        </button>
      </p>
    );
  }
  return (
    <button
      type="button"
      class="picture"
      id={first ? 'firstPicture' : undefined}
      aria-haspopup="dialog"
      aria-label={say('attachment.zoom', { name })}
      aria-busy={state.value === 'loading'}
      onClick={() => {
        if (state.value === 'shown') onZoom();
      }}
    >
      {url.value && (
        <img
          src={url.value}
          alt={name}
          width={attachment.width}
          height={attachment.height}
          decoding="async"
          referrerpolicy="no-referrer"
          onLoad={(event) => {
            state.value = 'shown';
            onLoaded(event.currentTarget);
          }}
          onError={() => {
            state.value = 'failed';
          }}
        />
      )}
      <span class="zoomMark">
        <Icon name="zoom" />
      </span>
    </button>
  );
}

function Video({ attachment, name, grant }: AttachmentCardProps): JSX.Element {
  const url = useSignal<string | undefined>(undefined);
  const play = async (): Promise<void> => {
    const answer = await grant(attachment.id);
    if (answer.ok) url.value = answer.value.url;
  };
  if (url.value) return <video src={url.value} controls autoplay aria-label={name} />;
  return (
    <button type="button" class="playButton" onClick={() => void play()}>
      <Icon name="play" />
      {say('attachment.play', { name })}
    </button>
  );
}
