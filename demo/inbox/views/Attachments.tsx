import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { AgentQuestion } from '../../../src/protocol/index';
import type { AgentBackend } from '../agentBackend';
import type { Id } from '../draft';
import { absence, evidenceNames, remarks, showingOf } from '../evidence';
import { say } from '../texts';
import { Icon } from './Icon';
import { descriptionId, Picture, type PictureProps } from './Picture';
import { Player } from './Player';
import type { ZoomPicture } from './PictureStage';
import { PictureViewer } from './PictureViewer';

/** What showing attachments needs. */
export interface AttachmentsProps {
  readonly open: AgentQuestion;
  readonly grant: AgentBackend['grant'];
  readonly onDraw: (attachment: Id) => void;
}

/** Shows the attachments of a question. What is looked at is fetched by a grant of its own, which the receiver writes down. */
export function Attachments({ open, grant, onDraw }: AttachmentsProps): JSX.Element {
  const names = evidenceNames(open.attachments);
  const loaded = useSignal<ReadonlyMap<Id, HTMLImageElement>>(new Map());
  const zoomed = useSignal<string | undefined>(undefined);
  const pictures = open.attachments.filter((attachment) => showingOf(attachment) === 'picture');
  const ready = pictures.flatMap(({ id, alt }): ZoomPicture[] => {
    const image = loaded.value.get(id);
    const name = say('zoom.picture', { name: names.get(id) ?? '', number: open.row.number });
    return image ? [{ id, image, name, description: alt }] : [];
  });
  return (
    <section class="evidencePart">
      <h3>{say('evidence.attachments')}</h3>
      {open.attachments.length === 0 && <p class="muted">{say('evidence.attachments.none')}</p>}
      {open.attachments.length > 0 && (
        <ul class="attachments">
          {open.attachments.map((attachment) => (
            <AttachmentCard
              key={attachment.id}
              attachment={attachment}
              name={names.get(attachment.id) ?? ''}
              sender={senderOf(open, attachment.id)}
              grant={grant}
              first={attachment === pictures[0]}
              wanted={zoomed.value !== undefined}
              onLoaded={(image) => {
                loaded.value = new Map(loaded.peek()).set(attachment.id, image);
              }}
              onZoom={() => {
                zoomed.value = attachment.id;
              }}
            />
          ))}
        </ul>
      )}
      {open.attachments.some((one) => showingOf(one) !== 'absent') && (
        <p class="small muted">{say('evidence.logged')}</p>
      )}
      {zoomed.value !== undefined && (
        <PictureViewer
          pictures={ready}
          onDraw={
            open.row.status === 'closed'
              ? undefined
              : (id) => {
                  zoomed.value = undefined;
                  onDraw(id);
                }
          }
          start={zoomed.value}
          onClose={() => {
            zoomed.value = undefined;
          }}
        />
      )}
    </section>
  );
}

/** Which agent an attachment is of. */
const senderOf = ({ messages }: AgentQuestion, id: Id): string | undefined =>
  messages.find(({ author, attachments }) => author.role === 'agent' && attachments?.includes(id))?.author.name;

interface AttachmentCardProps extends PictureProps {
  /** The agent who sent it; nothing for what the asker sent. */
  readonly sender: string | undefined;
}

function AttachmentCard(props: AttachmentCardProps): JSX.Element {
  const { attachment, name, grant, sender } = props;
  const showing = showingOf(attachment);
  const failed = useSignal(false);
  const download = async (): Promise<void> => {
    const answer = await grant(attachment.id, 'download');
    failed.value = !answer.ok;
    if (answer.ok) window.open(answer.value.url, '_blank', 'noopener'); // the answer is a download: the new tab closes itself
  };
  return (
    <li class="attachment" id={`attachment-${attachment.id}`} tabIndex={-1}>
      {showing === 'absent' && (
        <p class="absent">
          <Icon name="clip" />
          {absence(attachment)}
        </p>
      )}
      {showing === 'picture' && <Picture {...props} />}
      {showing === 'video' && (
        <Player attachment={attachment} name={name} grant={grant} onDownload={() => void download()} />
      )}
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
      {attachment.alt && (
        <p class="description" id={descriptionId(attachment.id)}>
          {attachment.alt}
        </p>
      )}
      <p class="small" role="status">
        {failed.value && say('attachment.failed', { name })}
      </p>
      <ul class="remarks small muted">
        {[...(sender ? [say('attachment.from', { name: sender })] : []), ...remarks(attachment)].map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
        {attachment.reason && <li>{say('attachment.quarantined.why', { reason: attachment.reason })}</li>}
      </ul>
    </li>
  );
}
