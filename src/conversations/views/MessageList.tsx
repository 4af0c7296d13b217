import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Id } from '../../foundation/id';
import type { Result } from '../../foundation/result';
import type { ConversationMessage } from '../../protocol';
import { RichText, useFormat, useText } from '../../ui';
import type { PendingReply } from '../conversation';
import { MessageAttachment } from './MessageAttachment';

/** What a `MessageList` takes. */
export interface MessageListProps {
  readonly messages: readonly ConversationMessage[];
  /** Replies that are saved here and have not arrived. */
  readonly pending: readonly PendingReply[];
  readonly picture: (attachment: Id) => Promise<Result<Blob>>;
}

/** Draws what was said, oldest first. New words are spoken while it is on screen. */
export function MessageList({ messages, pending, picture }: MessageListProps): JSX.Element {
  const t = useText();
  return (
    <div class="c-messages" role="log" aria-label={t('mine.messages')}>
      {messages.map((message) => (
        <Message key={message.id} message={message} picture={picture} />
      ))}
      {pending.map(({ text }, index) => (
        <article class="c-message own" key={index}>
          <p class="c-words">{text}</p>
          <p class="small">{t('reply.waiting')}</p>
        </article>
      ))}
    </div>
  );
}

function Message({
  message,
  picture,
}: { readonly message: ConversationMessage } & Pick<MessageListProps, 'picture'>): JSX.Element {
  const t = useText();
  const format = useFormat();
  const id = useId();
  const { own, from, at, content, attachments } = message;
  const author = own ? t('reply.you') : from.role === 'agent' ? t('reply.from', { agent: from.name }) : from.name;
  return (
    <article class={own ? 'c-message own' : 'c-message'} aria-labelledby={id}>
      <header id={id} class="c-author">
        <span>{author}</span>{' '}
        <time class="small" dateTime={at}>
          {format.date(at)} {format.time(at)}
        </time>
      </header>
      <RichText content={content} />
      {attachments.map((attachment, index) => (
        <MessageAttachment key={attachment.id} attachment={attachment} place={index + 1} picture={picture} />
      ))}
    </article>
  );
}
