import '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { ConversationList, conversationsSheet, ConversationThread } from '../../conversations/views';
import type { PanelContext } from '../panel/panelContext';
import { PartScreen, WaitingScreen } from '../panel/PartScreen';
import { useChunk, usePartSheet } from '../panel/useChunk';

/** Draws "Mijn vragen", the conversation of one question, and the other ways for one that waits. */
export function ConversationScreens(context: PanelContext): JSX.Element {
  return context.panel.screen.value.name === 'mail' ? (
    <PartScreen {...context} fetch={context.port.lazy.mailing} title="mine.title" />
  ) : (
    <Conversations {...context} />
  );
}

function Conversations(context: PanelContext): JSX.Element {
  const { panel, workspace, frame } = context;
  usePartSheet(context, conversationsSheet);
  useEffect(() => void workspace.loadConversations(), [workspace]);
  const model = workspace.conversations.value;
  const screen = panel.screen.value;
  useEffect(() => model?.thread.open(screen.name === 'thread' ? screen.question : undefined), [model, screen]);

  const wanted = screen.name === 'mine' && screen.number;
  const found = wanted ? model?.rows.value?.find(({ number }) => number === wanted)?.id : undefined;
  useLayoutEffect(() => {
    if (found === undefined) return;
    panel.replace({ name: 'mine' }); // Back leads there, and stays
    panel.go({ name: 'thread', question: found });
  }, [found]);

  if (!model) return <WaitingScreen frame={frame} title="mine.title" />;
  if (screen.name === 'thread') return <ConversationThread model={model} frame={frame} />;
  const ask = (): void => {
    workspace.questions.begin();
    panel.go({ name: 'question' });
  };
  return (
    <ConversationList
      model={model}
      frame={frame}
      onOpen={(question) => panel.go({ name: 'thread', question })}
      onWaiting={(submission) => panel.go({ name: 'mail', submission })}
      onAsk={ask}
      notices={<Notices {...context} />}
    />
  );
}

/** What waits too long or will be erased is said here too: many never see the first screen again. Nobody waits for it. */
function Notices(context: PanelContext): JSX.Element | null {
  const part = useChunk(context.port.lazy.waiting);
  return part.state === 'here' ? <part.chunk.Notices context={context} isAboveList /> : null;
}
