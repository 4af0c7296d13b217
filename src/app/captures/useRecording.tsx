import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { canRecord } from '../../capture';
import type { CaptureMenuProps } from '../../capture/views';
import type { Attachment } from '../../protocol/submission';
import type { PanelContext } from '../panel/panelContext';

/** How the form records: what the menu offers, and what is drawn of recordings that are there. */
export interface RecordingInForm {
  readonly menu: CaptureMenuProps['record'];
  readonly part: JSX.Element | null;
}

/** Where the piece keeper puts what is being recorded. Repeated here, so that looking does not fetch what records. */
const PIECES = 'recording/';

/** Joins recording with the form. Its chunk is fetched when it is pressed, when a crash left one, or when one is attached. */
export function useRecording(context: PanelContext, own: readonly Attachment[]): RecordingInForm {
  const { port, workspace } = context;
  const isWanted = useSignal(false);
  const part = useSignal<Awaited<ReturnType<typeof port.lazy.recording>> | undefined>(undefined);
  const recordings = own.filter(({ durationMs }) => durationMs !== undefined);
  const isNeeded = isWanted.value || recordings.length > 0;
  const view = port.view as Window & typeof globalThis; // the window that this script runs in
  const { enabled } = port.app.settings.value.capture.recording;

  useEffect(() => {
    void workspace
      .ownerSpace()
      .database.store('chunks')
      .keys(PIECES)
      .then((keys) => {
        if (keys.ok && keys.value.length > 0) isWanted.value = true;
      });
  }, [workspace]);
  useEffect(() => {
    if (!isNeeded) return;
    port.lazy.recording().then(
      (chunk) => (part.value = chunk),
      () => undefined, // told by lazyFeatures, tried again at the next press
    );
  }, [isNeeded]);

  const state = workspace.recording.value?.state.value ?? 'idle';
  const isFetching = useSignal(false);
  const record = async (): Promise<void> => {
    isFetching.value = true;
    const model = await workspace.loadRecording();
    isFetching.value = false;
    isWanted.value = true;
    await model?.ask();
  };
  return {
    menu: enabled
      ? { isPossible: canRecord(view), isBusy: isFetching.value || state !== 'idle', onPress: () => void record() }
      : undefined,
    part: part.value ? <part.value.RecordingPart context={context} recordings={recordings} /> : null,
  };
}
