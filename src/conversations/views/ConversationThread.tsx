import '@preact/signals';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { problemText } from '../../locale';
import type { Conversation, QuestionStatus } from '../../protocol';
import { Button, Notice, Progress, Screen, useAnnounce, useText } from '../../ui';
import { asksIfSolved, lastSeq } from '../conversation';
import type { ConversationsModel } from '../conversations.model';
import type { ScreenFrame } from './frame';
import { MessageList } from './MessageList';
import { ReplyBox } from './ReplyBox';
import { StatusBadge } from './StatusBadge';
import { Loading, Troubled } from './Troubled';

/** What a `ConversationThread` takes. */
export interface ConversationThreadProps {
  readonly model: ConversationsModel;
  readonly frame: ScreenFrame;
}

/** Draws one question with everything said about it, and the box to answer in. */
export function ConversationThread({ model, frame }: ConversationThreadProps): JSX.Element {
  const t = useText();
  const conversation = model.thread.conversation.value;
  const trouble = model.thread.trouble.value;
  const isReadOnly = trouble === 'signedOut' || trouble === 'denied';
  const actions = conversation && !isReadOnly && <Actions model={model} status={conversation.status} />;
  return (
    <Screen
      {...frame}
      title={conversation ? t('mine.thread', { ref: conversation.number }) : t('mine.title')}
      actions={actions}
    >
      {trouble && <Troubled trouble={trouble} onRetry={() => void model.refresh()} />}
      {!conversation && !trouble && <Loading lines={4} />}
      {conversation && <Talk model={model} conversation={conversation} />}
    </Screen>
  );
}

function Actions({
  model,
  status,
}: {
  readonly model: ConversationsModel;
  readonly status: QuestionStatus;
}): JSX.Element {
  const t = useText();
  const { busy, draft, reply, act } = model.thread;
  const send = (): void => void reply();
  const reopen = (
    <Button busy={busy.value === 'reopen'} onPress={() => void act('reopen')}>
      {t('reply.reopen')}
    </Button>
  );
  return (
    <>
      <ActFailure model={model} />
      {status === 'closed' ? reopen : <ReplyBox model={model} onSend={send} />}
      {status !== 'closed' && (
        <Button
          kind="primary"
          icon="send"
          busy={busy.value === 'reply'}
          disabled={draft.value.trim() === ''}
          onPress={send}
          keys="Control+Enter"
        >
          {t('reply.send')}
        </Button>
      )}
    </>
  );
}

function Talk({
  model,
  conversation,
}: {
  readonly model: ConversationsModel;
  readonly conversation: Conversation;
}): JSX.Element {
  const end = useRef<HTMLDivElement>(null);
  const { messages } = conversation;
  useLayoutEffect(() => end.current?.scrollIntoView({ block: 'end' }), [conversation.id, messages.length]); // the newest words are what people come for
  return (
    <>
      <div class="row">
        <StatusBadge status={conversation.status} />
      </div>
      <Media model={model} submission={conversation.submission} />
      <MessageList
        messages={messages}
        pending={model.thread.pending.value}
        onRetry={(reply) => void model.retry(reply)}
        picture={model.picture}
      />
      <SolvedPrompt key={lastSeq(messages)} model={model} conversation={conversation} />
      <div ref={end} />
    </>
  );
}

/** Says how far the pictures of this question are, while they are on their way from this device. */
function Media({
  model,
  submission,
}: {
  readonly model: ConversationsModel;
  readonly submission: Conversation['submission'];
}): JSX.Element | null {
  const t = useText();
  const media = model.media.value;
  if (!media) return null;
  if (!media.isStuck) return <Progress label={t('mine.media', { pct: media.percent })} value={media.percent} />;
  return (
    <Notice kind="warning" actions={<Button onPress={() => void model.retry(submission)}>{t('err.retry')}</Button>}>
      {t('err.attachment')}
    </Notice>
  );
}

function SolvedPrompt({
  model,
  conversation,
}: {
  readonly model: ConversationsModel;
  readonly conversation: Conversation;
}): JSX.Element | null {
  const t = useText();
  const announce = useAnnounce();
  const saidNo = useSignal(false);
  const { thread } = model;
  if (saidNo.value || !asksIfSolved(conversation)) return null;
  const yes = async (): Promise<void> => {
    if (await thread.act('solved', true)) announce(t('reply.solved.done'));
  };
  const no = (): void => {
    saidNo.value = true;
    void thread.act('answered', false);
  };
  return (
    <div class="card row c-solved">
      <span class="grow">{t('reply.solved')}</span>
      <span class="row">
        <Button icon="check" busy={thread.busy.value === 'solved'} onPress={() => void yes()}>
          {t('reply.solved.yes')}
        </Button>
        <Button kind="quiet" onPress={no}>
          {t('reply.solved.no')}
        </Button>
      </span>
    </div>
  );
}

function ActFailure({ model }: { readonly model: ConversationsModel }): JSX.Element | null {
  const t = useText();
  const announce = useAnnounce();
  const code = model.thread.problem.value;
  const text = code && t(problemText(code));
  useEffect(() => {
    if (text) announce.alert(text);
  }, [text]);
  return text ? <Notice kind="danger">{text}</Notice> : null;
}
