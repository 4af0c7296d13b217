import '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { adoptSheets } from '../../ui';
import { AttachedPicture } from './Captures';
import { ChunkScreen } from './ChunkScreen';
import type { PanelContext } from './panelContext';
import { useChunk } from './useChunk';

/** Draws what comes after the form: the bundle, the look before sending, the receipt; their chunk is fetched now. */
export function ReviewScreens(context: PanelContext): JSX.Element {
  const { port, panel, workspace, frame } = context;
  const { questions } = workspace;
  const views = useChunk(port.lazy.questionsReview);
  useLayoutEffect(() => {
    const shadow = port.root.shadowRoot;
    return views.state === 'here' && shadow ? adoptSheets(shadow, [views.chunk.reviewSheet]) : undefined;
  }, [views]);
  if (views.state !== 'here') return <ChunkScreen frame={frame} title="bundle.title" chunk={views} />;

  const { BundlePanel, ReviewAndSend, SentReceipt } = views.chunk;
  const write = (): void => panel.go({ name: 'question' });
  const ask = (): void => {
    questions.begin();
    write();
  };
  switch (panel.screen.value.name) {
    case 'bundle':
      return <BundlePanel model={questions} frame={frame} onAdd={ask} onEdit={write} onReview={() => panel.go({ name: 'review' })} />;
    case 'review':
      return (
        <ReviewAndSend
          model={questions}
          frame={frame}
          picture={(attachment) => <AttachedPicture context={context} attachment={attachment} />}
          onSent={() => panel.reset({ name: 'sent' })}
          onBack={panel.back}
        />
      );
    default:
      return <SentReceipt model={questions} frame={frame} onClose={port.onClosed} onMore={ask} onMine={() => panel.reset({ name: 'mine' })} />;
  }
}
