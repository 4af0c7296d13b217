import '@preact/signals';
import type { JSX } from 'preact';
import type { Attachment } from '../../protocol/submission';
import { BundlePanel, ReviewAndSend, reviewSheet, SentReceipt } from '../../questions/review';
import { Skeleton } from '../../ui';
import type { PanelContext } from '../panel/panelContext';
import { useChunk, usePartSheet } from '../panel/useChunk';

/** Draws what comes after the form: the bundle, the look before sending, the receipt. */
export function ReviewScreens(context: PanelContext): JSX.Element {
  const { port, panel, workspace, frame } = context;
  const { questions } = workspace;
  usePartSheet(context, reviewSheet);
  const write = (): void => panel.go({ name: 'question' });
  const ask = (): void => {
    questions.begin();
    write();
  };
  const otherWay = (): void => {
    const outgoing = questions.outgoing.peek();
    if (outgoing.state === 'sent') panel.go({ name: 'mail', submission: outgoing.sent.id });
  };
  switch (panel.screen.value.name) {
    case 'bundle':
      return (
        <BundlePanel
          model={questions}
          frame={frame}
          onAdd={ask}
          onEdit={write}
          onReview={() => panel.go({ name: 'review' })}
        />
      );
    case 'review':
      return (
        <ReviewAndSend
          model={questions}
          frame={frame}
          picture={(attachment) => <Picture context={context} attachment={attachment} />}
          onSent={() => panel.reset({ name: 'sent' })}
          onBack={panel.back}
        />
      );
    default:
      return (
        <SentReceipt
          model={questions}
          frame={frame}
          clock={port.clock}
          onClose={port.onClosed}
          onMore={ask}
          onOtherWay={otherWay}
          onMine={() => panel.reset({ name: 'mine' })}
        />
      );
  }
}

/** Draws a picture that goes along; what draws it is fetched now, if taking one has not fetched it before. */
function Picture({
  context,
  attachment,
}: {
  readonly context: PanelContext;
  readonly attachment: Attachment;
}): JSX.Element {
  const part = useChunk(context.port.lazy.captures);
  return part.state === 'here' ? (
    <part.chunk.AttachedPicture context={context} attachment={attachment} />
  ) : (
    <Skeleton lines={2} />
  );
}
