import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Id } from '../../foundation/id';
import type { Result } from '../../foundation/result';
import type { ConversationMessage } from '../../protocol';
import type { MessageKey } from '../../locale';
import { Button, RichText, useFormat, useText } from '../../ui';
import type { DeviceState, ShownReply } from '../conversation';
import { MessageAttachment } from './MessageAttachment';

/** What a `MessageList` takes. */
export interface MessageListProps {
  readonly messages: readonly ConversationMessage[];
  /** Replies that were handed over here and have not arrived. */
  readonly pending: readonly ShownReply[];
  /** Tries one of them again. */
  readonly onRetry: (reply: Id) => void;
  readonly picture: (attachment: Id) => Promise<Result<Blob>>;
}

/** Draws what was said, oldest first. New words are spoken while it is on screen. */
export function MessageList({ messages, pending, onRetry, picture }: MessageListProps): JSX.Element {
  const t = useText();
  return (
    <div class="c-messages" role="log" aria-label={t('mine.messages')}>
      {messages.map((message) => (
        <Message key={message.id} message={message} picture={picture} />
      ))}
      {pending.map(({ id, text, state }) => (
        <article class="c-message own" key={id}>
          <p class="c-words">{text}</p>
          <p class="small">{t(STANDINGS[state])}</p>
          {state === 'attention' && <Button onPress={() => onRetry(id)}>{t('err.retry')}</Button>}
        </article>
      ))}
    </div>
  );
}

/** What is true of a reply that does not stand in the conversation. */
const STANDINGS: Readonly<Record<DeviceState, MessageKey>> = {
  queued: 'reply.waiting',
  sending: 'mine.s.sending',
  signedOut: 'reply.login',
  held: 'reply.held',
  attention: 'reply.attention',
  received: 'mine.s.sent',
};

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
