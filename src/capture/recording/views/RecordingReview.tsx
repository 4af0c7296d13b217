import '@preact/signals';
import { useSignal } from '@preact/signals';
import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Attachment, Marker, PlayRange } from '../../../protocol/submission';
import { Button, Disclosure, on, useText } from '../../../ui';
import { clockText } from '../timeText';
import { canTrim, playOf, rangeOf, withEnd, withStart } from '../trim';

/** What a `RecordingReview` takes. */
export interface RecordingReviewProps {
  readonly attachment: Attachment;
  /** Its `blob:` address; `undefined` while it is on its way. */
  readonly url: string | undefined;
  readonly name: string;
  /** The person chose another part to watch; nothing means all of it. */
  readonly onPlay: (play: PlayRange | undefined) => void;
}

/** Draws a recording to be looked at: what happened in it is a press away, and either end can be taken off. */
export function RecordingReview({ attachment, url, name, onPlay }: RecordingReviewProps): JSX.Element {
  const t = useText();
  const video = useRef<HTMLVideoElement>(null);
  const { durationMs = 0, markers = [], play } = attachment;
  const range = rangeOf(play, durationMs);
  const seek = (ms: number): void => {
    if (video.current) video.current.currentTime = ms / 1000;
  };
  return (
    <div class="rec-review stack">
      <video
        class="rec-video"
        controls
        playsInline
        preload="metadata"
        aria-label={name}
        ref={video}
        {...(url !== undefined && { src: url })}
        {...withinRange(range)}
      />
      {durationMs > 0 && <TimeLine durationMs={durationMs} range={range} markers={markers} />}
      {markers.length > 0 && <Moments markers={markers} onSeek={seek} />}
      {canTrim(durationMs) && (
        <Disclosure summary={t('rec.trim')} open={play !== undefined}>
          <Trim range={range} durationMs={durationMs} video={video} onPlay={onPlay} />
        </Disclosure>
      )}
    </div>
  );
}

/** The player keeps to the part that is meant to be watched. */
const withinRange = ({ fromMs, toMs }: PlayRange) =>
  on<HTMLVideoElement>({
    play(_, video) {
      const atMs = video.currentTime * 1000;
      if (atMs < fromMs || atMs >= toMs - 50) video.currentTime = fromMs / 1000;
    },
    timeupdate(_, video) {
      if (!video.paused && video.currentTime * 1000 >= toMs) video.pause();
    },
  });

interface TimeLineProps {
  readonly durationMs: number;
  readonly range: PlayRange;
  readonly markers: readonly Marker[];
}

/** Shows where in the film the moments and the chosen part are; the lists below say the same in words. */
function TimeLine({ durationMs, range, markers }: TimeLineProps): JSX.Element {
  const line = useRef<HTMLDivElement>(null);
  const part = (ms: number): string => `${(ms / durationMs) * 100}%`;
  useLayoutEffect(() => {
    const style = line.current?.style;
    style?.setProperty('--rec-from', part(range.fromMs));
    style?.setProperty('--rec-to', part(range.toMs));
    line.current
      ?.querySelectorAll<HTMLElement>('i')
      .forEach((mark, index) => mark.style.setProperty('left', part(markers[index]?.atMs ?? 0)));
  });
  return (
    <div class="rec-line" aria-hidden="true" ref={line}>
      {markers.map(({ kind }, index) => (
        <i key={index} data-kind={kind} />
      ))}
    </div>
  );
}

function Moments({
  markers,
  onSeek,
}: {
  readonly markers: readonly Marker[];
  readonly onSeek: (ms: number) => void;
}): JSX.Element {
  const t = useText();
  return (
    <ul class="rec-moments" aria-label={t('rec.moments')}>
      {markers.map(({ atMs, kind, name }, index) => (
        <li key={index}>
          <Button kind="quiet" onPress={() => onSeek(atMs)}>
            {`${clockText(atMs)} ${t(`rec.moment.${kind}`, { name })}`}
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface TrimProps extends Pick<RecordingReviewProps, 'onPlay'> {
  readonly range: PlayRange;
  readonly durationMs: number;
  readonly video: RefObject<HTMLVideoElement | null>;
}

/** Two handles. While one moves, the picture shows where it stands. */
function Trim({ range, durationMs, video, onPlay }: TrimProps): JSX.Element {
  const t = useText();
  const now = useSignal(range);
  useLayoutEffect(() => {
    now.value = range;
  }, [range.fromMs, range.toMs]);
  const show = (next: PlayRange, atMs: number): void => {
    now.value = next;
    video.current?.pause();
    if (video.current) video.current.currentTime = atMs / 1000;
  };
  const settle = (): void => onPlay(playOf(now.peek(), durationMs));
  const { fromMs, toMs } = now.value;
  return (
    <div class="stack">
      <Handle
        label={t('rec.trim.start')}
        ms={fromMs}
        durationMs={durationMs}
        onMove={(ms) => show(withStart(now.peek(), ms), withStart(now.peek(), ms).fromMs)}
        onSettled={settle}
      />
      <Handle
        label={t('rec.trim.end')}
        ms={toMs}
        durationMs={durationMs}
        onMove={(ms) => show(withEnd(now.peek(), ms, durationMs), withEnd(now.peek(), ms, durationMs).toMs)}
        onSettled={settle}
      />
      <p class="small">{t('rec.trim.note')}</p>
      {playOf(range, durationMs) && (
        <Button icon="undo" onPress={() => onPlay(undefined)}>
          {t('rec.trim.whole')}
        </Button>
      )}
    </div>
  );
}

interface HandleProps {
  readonly label: string;
  readonly ms: number;
  readonly durationMs: number;
  readonly onMove: (ms: number) => void;
  readonly onSettled: () => void;
}

/** How far one press of an arrow key moves a handle. Milliseconds. */
const STEP_MS = 100;

function Handle({ label, ms, durationMs, onMove, onSettled }: HandleProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (input.current) input.current.value = String(ms); // a range that was refused goes back to where it may stand
  });
  return (
    <label class="rec-handle">
      <span>{label}</span>
      <input
        ref={input}
        type="range"
        min={0}
        max={durationMs}
        step={STEP_MS}
        aria-valuetext={clockText(ms)}
        {...on<HTMLInputElement>({ input: (_, field) => onMove(Number(field.value)), change: onSettled })}
      />
      <span class="rec-time">{clockText(ms)}</span>
    </label>
  );
}
