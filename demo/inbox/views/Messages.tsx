import { useLayoutEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import type { AgentMessage, AgentQuestion } from '../../../src/protocol/index';
import type { Id } from '../draft';
import { evidenceNames } from '../evidence';
import { formatMoment, initials } from '../format';
import { say } from '../texts';
import { Icon } from './Icon';
import { RichText } from './RichText';

/** What showing a conversation needs. */
export interface MessagesProps {
  readonly open: AgentQuestion;
  /** Shows an attachment where the evidence stands. */
  readonly onShow: (attachment: Id) => void;
}

/** Shows the question and everything said since, oldest first; a new message scrolls into view. */
export function Messages({ open, onShow }: MessagesProps): JSX.Element {
  const names = evidenceNames(open.attachments);
  const { question, row } = open;
  const later = open.messages.filter((message) => message.id !== question.id); // the question itself stands above them
  const end = useRef<HTMLLIElement>(null);
  const shown = useRef(later.length);
  useLayoutEffect(() => {
    if (later.length > shown.current) end.current?.scrollIntoView({ block: 'end' });
    shown.current = later.length;
  }, [later.length]);
  return (
    <ol class="messages">
      <li class="message" data-role="user">
        <MessageHead name={row.asker} role="user" at={row.receivedAt} />
        {question.kind === 'unsafe' && (
          <p class="pill danger">
            <Icon name="warning" />
            {say('kind.unsafe')}
          </p>
        )}
        {question.repeats && <p class="pill warning">{say('thread.repeats')}</p>}
        {question.text === '' ? <p class="muted">{say('thread.noText')}</p> : <p class="ownWords">{question.text}</p>}
      </li>
      {later.map((message) => (
        <li key={message.id} class="message" data-role={message.author.role}>
          <MessageHead name={message.author.name} role={message.author.role} at={message.at} />
          <div class="rich">
            <RichText content={message.content} />
          </div>
          <Clips ids={message.attachments ?? []} names={names} onShow={onShow} />
        </li>
      ))}
      <li ref={end} class="messagesEnd" aria-hidden="true" />
    </ol>
  );
}

interface ClipsProps extends Pick<MessagesProps, 'onShow'> {
  readonly ids: readonly Id[];
  readonly names: ReadonlyMap<Id, string>;
}

/** Names what came with a message. The thing itself stands with the evidence: looking at it there is written down once. */
function Clips({ ids, names, onShow }: ClipsProps): JSX.Element | null {
  if (ids.length === 0) return null;
  return (
    <ul class="messageClips">
      {ids.map((id) => (
        <li key={id}>
          <button type="button" class="button small" onClick={() => onShow(id)}>
            <Icon name="clip" />
            {names.get(id)}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface MessageHeadProps {
  readonly name: string;
  readonly role: AgentMessage['author']['role'];
  readonly at: string;
}

const MessageHead = ({ name, role, at }: MessageHeadProps): JSX.Element => (
  <p class="messageHead">
    <span class="avatar small" data-role={role} aria-hidden="true">
      {initials(name)}
    </span>
    <strong>{name}</strong>
    {role === 'agent' && <span class="muted">{say('thread.agent')}</span>}
    <time class="muted" dateTime={at}>
      {formatMoment(at)}
    </time>
  </p>
);
