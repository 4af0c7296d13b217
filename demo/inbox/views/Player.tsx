import { useModel, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import type { AgentBackend } from '../agentBackend';
import type { Evidence } from '../evidence';
import { formatClock } from '../playback';
import { PlayerModel, type InstanceOfPlayer, type PlayerPhase } from '../player.model';
import { say } from '../texts';
import { Icon } from './Icon';
import { MarkerList } from './MarkerList';
import { PlayerControls } from './PlayerControls';
import { VideoSurface } from './VideoSurface';

/** What showing one recording needs. */
export interface PlayerProps {
  readonly attachment: Evidence;
  readonly name: string;
  readonly grant: AgentBackend['grant'];
  readonly onDownload: () => void;
}

/** Plays a recording with controls of our own. Nothing is fetched before the agent presses play: that is written down. */
export function Player({ attachment, name, grant, onDownload }: PlayerProps): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const player = useModel(
    () =>
      new PlayerModel({
        recording: attachment,
        address: async () => {
          const answer = await grant(attachment.id, 'play');
          return answer.ok ? answer.value.url : undefined;
        },
      }),
  );
  const { isFull, toggle } = useFullScreen(frame);
  const phase = player.phase.value;
  useKeptFocus(frame, phase);
  return (
    <div
      class="player"
      ref={frame}
      role="group"
      aria-label={name}
      data-phase={phase}
      data-full={isFull}
      onKeyDown={(event) => {
        if (press(event, player, toggle)) event.preventDefault();
      }}
    >
      <div class="screen">
        {STAND_STILL.includes(phase) ? (
          <StandStill player={player} name={name} onDownload={onDownload} />
        ) : (
          <VideoSurface player={player} name={name} onFull={toggle} />
        )}
      </div>
      {!STAND_STILL.includes(phase) && <PlayerControls player={player} isFull={isFull} onFull={toggle} />}
      <MarkerList player={player} />
    </div>
  );
}

/** Phases in which there is no picture: a card says what can be done. */
const STAND_STILL: readonly PlayerPhase[] = ['idle', 'asking', 'refused', 'broken', 'expired'];

interface StandStillProps {
  readonly player: InstanceOfPlayer;
  readonly name: string;
  readonly onDownload: () => void;
}

function StandStill({ player, name, onDownload }: StandStillProps): JSX.Element {
  const phase = player.phase.value;
  if (phase === 'idle' || phase === 'asking')
    return (
      <button type="button" class="playCard" aria-busy={phase === 'asking'} onClick={player.toggle}>
        <span class="playDisc">
          <Icon name="play" />
        </span>
        <span>{say('attachment.play', { name })}</span>
        {player.durationMs.value > 0 && <span class="muted number">{formatClock(player.durationMs.value)}</span>}
      </button>
    );
  const isOver = phase === 'expired';
  return (
    <div class="playCard" role="alert">
      <Icon name="warning" />
      <p>
        {isOver ? say('player.expired') : say(phase === 'broken' ? 'player.broken' : 'attachment.failed', { name })}
      </p>
      <p class="buttons">
        <button type="button" class="button" onClick={player.toggle}>
          {say(isOver ? 'player.goOn' : 'retry')}
        </button>
        {phase === 'broken' && (
          <button type="button" class="button" onClick={onDownload}>
            <Icon name="download" />
            {say('player.download')}
          </button>
        )}
      </p>
    </div>
  );
}

/** Does what a key asks of the player; tells whether it was one of its keys. */
function press(event: KeyboardEvent, player: InstanceOfPlayer, toggleFull: () => void): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isOfFocused(event)) return false;
  const keys: Readonly<Record<string, () => void>> = {
    ' ': player.toggle,
    k: player.toggle,
    ',': () => player.step(-1),
    '.': () => player.step(1),
    '<': player.slower,
    '>': player.faster,
    ArrowLeft: () => player.skip(-1),
    ArrowRight: () => player.skip(1),
    f: toggleFull,
  };
  const act = keys[event.key];
  act?.();
  return act !== undefined;
}

/** Whether the focused control answers the key itself: a button its Space, a choice its arrows. */
function isOfFocused({ key, target }: KeyboardEvent): boolean {
  const own = key === ' ' ? 'button, select' : key.startsWith('Arrow') ? 'select' : undefined;
  return own !== undefined && target instanceof Element && target.closest(own) !== null;
}

/** Gives focus on when the button that had it made place for something else: keys go on working where the agent is. */
function useKeptFocus(frame: { readonly current: HTMLElement | null }, phase: PlayerPhase): void {
  const before = useRef(phase);
  useLayoutEffect(() => {
    const isOther = before.current !== phase;
    before.current = phase;
    if (isOther && phase !== 'asking' && document.activeElement === document.body)
      frame.current?.querySelector<HTMLElement>('.playCard:is(button), .playCard button, [data-main]')?.focus();
  }, [phase]);
}

interface FullScreen {
  /** Absent where a browser can't fill the screen with a part of the page. */
  readonly isFull: boolean | undefined;
  readonly toggle: () => void;
}

function useFullScreen(frame: { readonly current: HTMLElement | null }): FullScreen {
  const isFull = useSignal(document.fullscreenEnabled ? false : undefined);
  useEffect(() => {
    if (isFull.peek() === undefined) return undefined;
    const follow = (): void => {
      isFull.value = frame.current !== null && document.fullscreenElement === frame.current;
    };
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  const toggle = (): void => {
    const done = isFull.peek() ? document.exitFullscreen() : frame.current?.requestFullscreen();
    done?.catch(() => undefined); // refused by the browser: it stays as large as it is
  };
  return { isFull: isFull.value, toggle };
}
