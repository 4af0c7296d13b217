import { effect } from '@preact/signals-core';
import type { Id } from '../../foundation/id';
import type { Lifetime, Undo } from '../../foundation/lifetime';
import type { Failure } from '../../foundation/result';
import type { Marker } from '../../protocol/submission';
import { withHappening } from './markers';
import type { PieceLine } from './pieceLine.model';
import type { Display, Happenings, Recorder, RecordingHead } from './ports';
import type { Timing } from './timing.model';

/** One recording while it is made. */
export interface Session {
  readonly id: Id;
  readonly display: Display;
  readonly line: PieceLine;
  readonly startedAt: number;
  /** Covered spots; absent where not all of the picture is covered. */
  readonly boxes: number | undefined;
  /** Ends in this order: recorder, microphone and display, then the cover of the page. */
  readonly lifetime: Lifetime;
  /** Lets other tabs offer what is left of it. */
  readonly release: Undo;
  recorder?: Recorder;
  markers: readonly Marker[];
}

/** What is known of it by now. */
export const headOf = ({ id, startedAt, boxes, markers, recorder }: Session, durationMs: number): RecordingHead => ({
  id,
  type: recorder?.type ?? 'video/webm',
  startedAt,
  durationMs: Math.round(durationMs),
  markers,
  ...(boxes !== undefined && { boxes }),
});

/** What a session is recorded with. */
export interface StartOptions {
  readonly timing: Timing;
  readonly happenings: Happenings;
  readonly onFailed: (problem: Failure) => void;
}

const SILENT: Failure = { code: 'recorder-failed', message: 'The recorder gave no bytes for twenty seconds.' };
const BROKE: Failure = { code: 'recording-broke', message: 'The recorder stopped by itself.' };

/** Starts the recorder of a session and collects what happens meanwhile; tells why it could not. */
export function startRecorder(own: Session, { timing, happenings, onFailed }: StartOptions): Failure | undefined {
  const started = own.display.record({
    onStarted: timing.start,
    onPiece(bytes) {
      timing.grow(bytes.byteLength);
      own.line.add(bytes, headOf(own, timing.measure()));
    },
    onFailed: () => onFailed(BROKE),
  });
  if (!started.ok) return started.problem;
  own.recorder = started.value;
  own.lifetime.add(() => void started.value.stop());
  own.lifetime.add(effect(() => (timing.isSilent.value ? onFailed(SILENT) : undefined)));
  own.lifetime.add(
    happenings.subscribe((happening) => {
      const watch = timing.watch.peek();
      if (watch) own.markers = withHappening(own.markers, happening, watch);
    }),
  );
  return undefined;
}
