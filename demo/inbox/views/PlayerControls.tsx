import type { JSX } from 'preact';
import { formatClock, SPEEDS } from '../playback';
import { say } from '../texts';
import { SeekBar, type PlayerPartProps } from './SeekBar';
import { Tool } from './Tool';

/** What the controls need beside the player. */
export interface PlayerControlsProps extends PlayerPartProps {
  /** Whether the player fills the screen; absent where a browser can't do that. */
  readonly isFull: boolean | undefined;
  readonly onFull: () => void;
}

/** The bar to seek in, and everything that can be done while watching. */
export const PlayerControls = ({ player, isFull, onFull }: PlayerControlsProps): JSX.Element => (
  <div class="controls">
    <SeekBar player={player} />
    <div class="controlRow">
      <Tool
        icon={player.playing.value ? 'pause' : 'play'}
        name={say(player.playing.value ? 'player.pause' : 'player.play')}
        keys="Space k"
        main
        onPress={player.toggle}
      />
      <Tool icon="skipBack" name={say('player.skipBack')} keys="ArrowLeft" onPress={() => player.skip(-1)} />
      <Tool icon="skipOn" name={say('player.skipOn')} keys="ArrowRight" onPress={() => player.skip(1)} />
      <Clock player={player} />
      <div class="controlMore">
        <Tool icon="frameBack" name={say('player.frameBack')} keys="," onPress={() => player.step(-1)} />
        <Tool icon="frameOn" name={say('player.frameOn')} keys="." onPress={() => player.step(1)} />
        <SpeedChoice player={player} />
        {player.isTrimmed.value && (
          <button
            type="button"
            class="button quiet small"
            aria-pressed={player.whole.value}
            onClick={() => player.seeAll(!player.whole.value)}
          >
            {say('player.whole')}
          </button>
        )}
        {isFull !== undefined && (
          <Tool
            icon={isFull ? 'shrink' : 'fullscreen'}
            name={say(isFull ? 'player.shrink' : 'player.full')}
            keys="f"
            onPress={onFull}
          />
        )}
      </div>
    </div>
  </div>
);

/** The tenths show when it stands still: that is when frames are compared. */
const Clock = ({ player: { atMs, durationMs, playing } }: PlayerPartProps): JSX.Element => (
  <span class="clock number small">
    <span>{formatClock(atMs.value, !playing.value)}</span>
    <span class="muted"> / {formatClock(durationMs.value)}</span>
  </span>
);

const SpeedChoice = ({ player }: PlayerPartProps): JSX.Element => (
  <label class="speed">
    <span class="aside">{say('player.speed')}</span>
    <select
      class="number"
      aria-keyshortcuts="< >"
      value={String(player.speed.value)}
      onChange={(event) => {
        const chosen = SPEEDS.find((speed) => String(speed) === event.currentTarget.value);
        if (chosen) player.choose(chosen);
      }}
    >
      {SPEEDS.map((speed) => (
        <option key={speed} value={String(speed)}>
          {say('player.times', { speed: String(speed).replace('.', ',') })}
        </option>
      ))}
    </select>
  </label>
);
