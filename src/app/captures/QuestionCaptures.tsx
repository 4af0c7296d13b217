import '@preact/signals';
import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { AttachmentStrip, CaptureMenu, captureSheet, MomentOffer } from '../../capture/views';
import { Button, Skeleton, useText } from '../../ui';
import type { PanelContext } from '../panel/panelContext';
import { usePartSheet } from '../panel/useChunk';
import type { EditTarget } from './createEditing';
import { PictureEditing } from './PictureEditing';
import { freezeSubject, reachableSubject } from './subject';
import { useRecording } from './useRecording';

/** What `QuestionCaptures` takes. */
export interface QuestionCapturesProps {
  readonly context: PanelContext;
  /** Whether files are being held above the panel. */
  readonly isHovering: ReadonlySignal<boolean>;
}

/** Draws the pictures and files of the question that is open, and the ways to add more. */
export function QuestionCaptures({ context, isHovering }: QuestionCapturesProps): JSX.Element {
  const { port, workspace } = context;
  const t = useText();
  const editing = useSignal<EditTarget | undefined>(undefined);
  usePartSheet(context, captureSheet);
  useEffect(() => void workspace.loadCapture(), [workspace]);
  const model = workspace.capture.value;
  const draft = workspace.questions.draft.value;
  const own = workspace.questions.bundle.value.attachments.filter(({ id }) => draft?.attachments.includes(id));
  const recording = useRecording(context, own);
  if (!model)
    return (
      <div class="captures-coming">
        <Skeleton lines={4} />
      </div>
    );
  return (
    <section class="stack" aria-label={t('cap.title')}>
      <MomentOffer model={model} onEdit={() => (editing.value = { kind: 'moment' })} />
      {reachableSubject(port) && own.length === 0 && model.moment.value.state === 'none' && <GoBack {...context} />}
      <AttachmentStrip
        model={model}
        attachments={own}
        onRemove={(id) => workspace.questions.detach(id)}
        onEdit={(attachment, name) => (editing.value = { kind: 'attached', attachment, name })}
      />
      {recording.part}
      <CaptureMenu model={model} isHovering={isHovering} record={recording.menu} />
      {editing.value && (
        <PictureEditing context={context} target={editing.value} onClosed={() => (editing.value = undefined)} />
      )}
    </section>
  );
}

/** Goes back to the screen the problem is on and includes a masked picture of it, in one press. The draft stays open. */
function GoBack({ port, workspace }: PanelContext): JSX.Element | null {
  const t = useText();
  const isBusy = useSignal(false);
  const place = port.app.subject.place();
  if (!place) return null;
  const include = async (): Promise<void> => {
    const pressedAt = port.clock.now();
    const frozen = await freezeSubject(port);
    const model = workspace.capture.peek();
    if (!frozen || !model) return;
    await model.offerMoment(frozen, frozen.takenAt - pressedAt);
    await model.includeMoment();
  };
  const goBack = (): void => {
    isBusy.value = true;
    const release = workspace.hold();
    void include()
      .catch((cause: unknown) => port.log.error('screenshot-failed', 'The screen could not be frozen.', cause))
      .finally(() => {
        release();
        isBusy.value = false;
      });
  };
  return (
    <Button icon="undo" busy={isBusy.value} onPress={goBack}>
      {t('q.shot.goback', { place: place.label })}
    </Button>
  );
}
