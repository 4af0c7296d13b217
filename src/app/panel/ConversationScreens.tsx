import '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { adoptSheets, Button, Notice, Screen, Skeleton, useText } from '../../ui';
import type { PanelContext } from './panelContext';
import { useChunk } from './useChunk';

/** Draws "Mijn vragen" and the conversation of one question; their chunk is fetched now. */
export function ConversationScreens(context: PanelContext): JSX.Element {
  const { port, panel, workspace, frame } = context;
  const views = useChunk(port.lazy.conversationsViews);
  useEffect(() => void workspace.loadConversations(), [workspace]);
  useEffect(() => {
    const shadow = port.root.shadowRoot;
    return views.state === 'here' && shadow ? adoptSheets(shadow, [views.chunk.conversationsSheet]) : undefined;
  }, [views]);
  const model = workspace.conversations.value;
  const screen = panel.screen.value;
  useEffect(() => model?.thread.open(screen.name === 'thread' ? screen.question : undefined), [model, screen]);

  if (views.state === 'failed') return <ChunkFailed {...context} retry={views.retry} />;
  if (views.state === 'loading' || !model) return <Loading {...context} />;
  const { ConversationList, ConversationThread } = views.chunk;
  if (screen.name === 'thread') return <ConversationThread model={model} frame={frame} />;
  const ask = (): void => {
    workspace.questions.begin();
    panel.go({ name: 'question' });
  };
  return <ConversationList model={model} frame={frame} onOpen={(question) => panel.go({ name: 'thread', question })} onAsk={ask} />;
}

function Loading({ frame }: PanelContext): JSX.Element {
  const t = useText();
  return (
    <Screen {...frame} title={t('mine.title')}>
      <p class="spoken">{t('state.loading')}</p>
      <Skeleton lines={5} />
    </Screen>
  );
}

function ChunkFailed({ frame, retry }: PanelContext & { readonly retry: () => void }): JSX.Element {
  const t = useText();
  return (
    <Screen {...frame} title={t('mine.title')}>
      <Notice kind="warning" actions={<Button onPress={retry}>{t('err.retry')}</Button>}>
        {t('state.failed')}
      </Notice>
    </Screen>
  );
}
