import '@preact/signals';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Attachment } from '../../protocol/submission';
import { adoptSheets, Button, Notice, Skeleton, useText } from '../../ui';
import type { PanelContext } from './panelContext';
import { freezeSubject, reachableSubject } from './subject';
import { useChunk } from './useChunk';

/** Joins pictures and files with the question that is open; their chunk is fetched now. */
export function Captures(context: PanelContext): JSX.Element {
  const { port, workspace } = context;
  const t = useText();
  const views = useCaptureViews(context);
  const model = workspace.capture.value;
  const draft = workspace.questions.draft.value;
  const { attachments } = workspace.questions.bundle.value;
  useEffect(() => void workspace.loadCapture(), [workspace]);

  if (views.state === 'failed') return <Notice kind="warning" actions={<Button onPress={views.retry}>{t('err.retry')}</Button>}>{t('err.capture')}</Notice>;
  if (views.state === 'loading' || !model) return <Skeleton lines={2} />;
  const { AttachmentStrip, CaptureMenu, MomentOffer } = views.chunk;
  const own = attachments.filter(({ id }) => draft?.attachments.includes(id));
  return (
    <section class="stack" aria-label={t('cap.title')}>
      <MomentOffer model={model} />
      {reachableSubject(port) && own.length === 0 && model.moment.value.state === 'none' && <GoBack {...context} />}
      <AttachmentStrip model={model} attachments={own} onRemove={(id) => workspace.questions.detach(id)} />
      <CaptureMenu model={model} />
    </section>
  );
}

/** Goes back to the screen the problem is on and includes a masked picture of it, in one press. The draft stays open. */
function GoBack({ port, workspace }: PanelContext): JSX.Element | null {
  const t = useText();
  const isBusy = useSignal(false);
  const place = port.app.place();
  if (!place) return null;
  const goBack = async (): Promise<void> => {
    isBusy.value = true;
    const pressedAt = port.clock.now();
    const frozen = await freezeSubject(port);
    const model = workspace.capture.peek();
    if (frozen && model) {
      await model.offerMoment(frozen, frozen.takenAt - pressedAt);
      await model.includeMoment();
    }
    isBusy.value = false;
  };
  return (
    <Button icon="undo" busy={isBusy.value} onPress={() => void goBack()}>
      {t('q.shot.goback', { place: place.label })}
    </Button>
  );
}

/** Draws an attachment large enough to look at, on the review screen. */
export function AttachedPicture({ context, attachment }: { readonly context: PanelContext; readonly attachment: Attachment }): JSX.Element {
  const { workspace } = context;
  const t = useText();
  const views = useCaptureViews(context);
  useEffect(() => void workspace.loadCapture(), [workspace]);
  const model = workspace.capture.value;
  if (views.state !== 'here' || !model) return <Skeleton lines={2} />;
  const { PictureView } = views.chunk;
  return <PictureView model={model} attachment={attachment} name={t(attachment.kind === 'screenshot' ? 'parts.screenshot' : 'parts.file')} />;
}

function useCaptureViews({ port }: PanelContext) {
  const views = useChunk(port.lazy.captureViews);
  useEffect(() => {
    const shadow = port.root.shadowRoot;
    return views.state === 'here' && shadow ? adoptSheets(shadow, [views.chunk.captureSheet]) : undefined;
  }, [views]);
  return views;
}
