import { useEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import type { InstanceOfPlayer } from '../player.model';
import { say } from '../texts';

/** What the picture of a player needs. */
export interface VideoSurfaceProps {
  readonly player: InstanceOfPlayer;
  readonly name: string;
  readonly onFull: () => void;
}

/** Shows the picture itself; a press plays or pauses. Its element tells the model what happens, frame by frame. */
export function VideoSurface({ player, name, onFull }: VideoSurfaceProps): JSX.Element {
  const video = useRef<HTMLVideoElement>(null);
  const { heard } = player;
  useEffect(() => {
    heard.attached(video.current);
    return () => heard.attached(null);
  }, []);
  useEffect(() => (video.current ? followFrames(video.current, heard.frame) : undefined), []);
  const isBusy = player.phase.value === 'loading' || player.waiting.value;
  return (
    <>
      <video
        ref={video}
        src={player.url.value}
        aria-label={name}
        preload="auto"
        playsInline
        onLoadedMetadata={heard.metadata}
        onDurationChange={heard.duration}
        onLoadedData={heard.frameThere}
        onCanPlay={() => heard.waiting(false)}
        onSeeked={heard.sought}
        onTimeUpdate={heard.time}
        onPlay={() => heard.playing(true)}
        onPause={() => heard.playing(false)}
        onPlaying={() => heard.waiting(false)}
        onWaiting={() => heard.waiting(true)}
        onError={(event) => heard.failed(event.currentTarget.error?.code === MediaError.MEDIA_ERR_DECODE)}
        onClick={player.toggle}
        onDblClick={onFull}
      />
      {isBusy && (
        <p class="screenBusy">
          <span class="spinner" />
          <span class="aside" role="status">
            {say('player.loading')}
          </span>
        </p>
      )}
    </>
  );
}

/** Tells the time of each frame that is shown; gives the undo. Where a browser does not tell, the pace stays unknown. */
function followFrames(video: HTMLVideoElement, onFrame: (mediaTimeMs: number) => void): (() => void) | undefined {
  if (!('requestVideoFrameCallback' in video)) return undefined;
  let handle = 0;
  const next = (): void => {
    handle = video.requestVideoFrameCallback((_now, { mediaTime }) => {
      onFrame(mediaTime * 1000);
      next();
    });
  };
  next();
  return () => video.cancelVideoFrameCallback(handle);
}
