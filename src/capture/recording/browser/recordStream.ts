import { fail, succeed, type Result } from '../../../foundation/result';
import type { Recorder, RecorderListener, RecordingType } from '../ports';

/** Best first: MP4 has a duration, seeks, and plays everywhere; WebM is made by browsers that write no MP4. */
const FORMATS = [
  'video/mp4;codecs=avc1,opus',
  'video/mp4;codecs=avc1,mp4a.40.2',
  'video/webm;codecs=vp9,opus',
  'video/webm;codecs=vp8,opus',
  'video/webm',
  'video/mp4',
];

const VIDEO_BITS_PER_SECOND = 1_000_000;
const AUDIO_BITS_PER_SECOND = 64_000;
/** How often a piece is handed over. A crash may cost two seconds: this one, and the time to write the last. */
const PIECE_MS = 1000;
/** MP4 is handed over from whole picture to whole picture, and players can only jump to those. Not every engine listens to it. */
const KEYFRAME_MS = 1000;

/** The recorder of a window; tests hand in another. */
export type RecorderClass = Pick<typeof MediaRecorder, 'isTypeSupported'> &
  (new (stream: MediaStream, options: MediaRecorderOptions) => MediaRecorder);

/**
 * Gives the best format that this browser can write; nothing when it can write none of ours. Sound is named only where
 * there is some: Firefox, promised sound that never comes (a computer without a sound card), waits for it and writes nothing.
 */
export function bestFormat(recorder: Pick<RecorderClass, 'isTypeSupported'>, hasSound: boolean): string | undefined {
  const formats = hasSound ? FORMATS : FORMATS.map((format) => format.replace(/,.*$/, ''));
  return formats.find((format) => recorder.isTypeSupported(format));
}

/** Records a stream in pieces of a second. Everything about it that may throw is a problem of the device, not ours. */
export function recordStream(
  Recorder: RecorderClass,
  stream: MediaStream,
  listener: RecorderListener,
): Result<Recorder> {
  const mimeType = bestFormat(Recorder, stream.getAudioTracks().length > 0);
  if (mimeType === undefined)
    return fail({ code: 'recorder-missing', message: 'This browser writes no format that the receiver takes.' });
  try {
    const options: MediaRecorderOptions & { readonly videoKeyFrameIntervalDuration: number } = {
      mimeType,
      videoBitsPerSecond: VIDEO_BITS_PER_SECOND,
      audioBitsPerSecond: AUDIO_BITS_PER_SECOND,
      videoKeyFrameIntervalDuration: KEYFRAME_MS,
    };
    const recorder = new Recorder(stream, options);
    const stopped = follow(recorder, listener);
    recorder.start(PIECE_MS);
    return succeed({
      type: mimeType.startsWith('video/mp4') ? 'video/mp4' : 'video/webm',
      pause: () => recorder.state === 'recording' && recorder.pause(),
      resume: () => recorder.state === 'paused' && recorder.resume(),
      stop() {
        if (recorder.state !== 'inactive') recorder.stop();
        return stopped;
      },
    } satisfies Recorder & { readonly type: RecordingType });
  } catch (cause) {
    return fail({ code: 'recorder-failed', message: 'The recorder would not start.', cause });
  }
}

/** Tells the pieces in order: reading one may take longer than reading the next. */
function follow(recorder: MediaRecorder, { onStarted, onPiece, onFailed }: RecorderListener): Promise<void> {
  let read: Promise<void> = Promise.resolve();
  recorder.addEventListener('start', onStarted, { once: true });
  recorder.addEventListener('error', onFailed, { once: true });
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size === 0) return;
    read = Promise.all([read, data.arrayBuffer()]).then(
      ([, bytes]) => onPiece(bytes),
      () => undefined, // a piece that cannot be read is lost; those after it still count
    );
  });
  return new Promise((resolve) => {
    recorder.addEventListener('stop', () => resolve(read.then(() => undefined)), { once: true });
  });
}
