import '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import {
  RecordingNotices,
  RecordingReview,
  recordingSheet,
  type RecordingModelInstance,
} from '../../capture/recording';
import type { Attachment } from '../../protocol/submission';
import { useAnnounce, useText } from '../../ui';
import type { PanelContext } from '../panel/panelContext';
import { usePartSheet } from '../panel/useChunk';

/** What a `RecordingPart` takes. */
export interface RecordingPartProps {
  readonly context: PanelContext;
  /** Recordings of the question that is open. */
  readonly recordings: readonly Attachment[];
}

/** Draws what belongs to recordings in the form: what was made, to be looked at and trimmed, and what went wrong. */
export function RecordingPart({ context, recordings }: RecordingPartProps): JSX.Element {
  usePartSheet(context, recordingSheet);
  const model = context.workspace.recording.value;
  useEffect(() => void context.workspace.loadRecording().then((made) => made?.lookForLeft()), [context.workspace]);
  return (
    <>
      {model && <RecordingNotices model={model} />}
      {model && <LookNext context={context} model={model} />}
      {recordings.map((attachment, index) => (
        <Review key={attachment.id} context={context} attachment={attachment} index={index} />
      ))}
    </>
  );
}

function Review({
  context: { workspace },
  attachment,
  index,
}: Pick<RecordingPartProps, 'context'> & {
  readonly attachment: Attachment;
  readonly index: number;
}): JSX.Element | null {
  const t = useText();
  const capture = workspace.capture.value;
  useEffect(() => void capture?.previewUrl(attachment), [capture, attachment.id]);
  const url = capture?.previews.value.get(attachment.id);
  if (url === 'gone') return null; // the list says so
  return (
    <RecordingReview
      attachment={attachment}
      url={url}
      name={t('att.recording', { i: index + 1 })}
      onPlay={(play) => {
        const { play: _, ...whole } = attachment;
        workspace.questions.attach(play ? { ...whole, play } : whole);
      }}
    />
  );
}

/** Once a recording is there and the words are too, looking at it is all that is left: straight on to the review. */
function LookNext({
  context: { workspace, panel, settled },
  model,
}: Pick<RecordingPartProps, 'context'> & { readonly model: RecordingModelInstance }): null {
  const t = useText();
  const announce = useAnnounce();
  const before = useRef(model.state.peek());
  const state = model.state.value;
  useEffect(() => {
    const wasKept = before.current === 'keeping' && state === 'idle' && !model.problem.peek();
    before.current = state;
    if (!wasKept) return;
    announce(t('rec.ended'));
    const { questions } = workspace;
    if (!questions.draft.peek()?.text.trim()) return;
    void settled().then(async (owned) => {
      await owned.questions.submit();
      if (owned.questions.outgoing.peek().state === 'review') panel.go({ name: 'review' });
    });
  }, [state]);
  return null;
}
