import '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { adoptSheets } from '../../ui';
import { ChunkScreen } from './ChunkScreen';
import type { PanelContext } from './panelContext';
import { useChunk } from './useChunk';

/** Draws "Mijn vragen" and the conversation of one question; their chunk is fetched now. */
export function ConversationScreens(context: PanelContext): JSX.Element {
  const { port, panel, workspace, frame } = context;
  const views = useChunk(port.lazy.conversationsViews);
  useEffect(() => void workspace.loadConversations(), [workspace]);
  useLayoutEffect(() => {
    const shadow = port.root.shadowRoot;
    return views.state === 'here' && shadow ? adoptSheets(shadow, [views.chunk.conversationsSheet]) : undefined;
  }, [views]);
  const model = workspace.conversations.value;
  const screen = panel.screen.value;
  useEffect(() => model?.thread.open(screen.name === 'thread' ? screen.question : undefined), [model, screen]);

  if (views.state !== 'here' || !model) return <ChunkScreen frame={frame} title="mine.title" chunk={views} />;
  const { ConversationList, ConversationThread } = views.chunk;
  if (screen.name === 'thread') return <ConversationThread model={model} frame={frame} />;
  const ask = (): void => {
    workspace.questions.begin();
    panel.go({ name: 'question' });
  };
  return <ConversationList model={model} frame={frame} onOpen={(question) => panel.go({ name: 'thread', question })} onAsk={ask} />;
}
