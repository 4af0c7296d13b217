import { useLayoutEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import { formatClock, shareOf, type PlacedMarker } from '../playback';
import type { InstanceOfPlayer } from '../player.model';
import { say } from '../texts';

/** What a view of a player needs. */
export interface PlayerPartProps {
  readonly player: InstanceOfPlayer;
}

/** Shows where we are in the recording, what part of it is played and what happened when; every marker can be gone to. */
export function SeekBar({ player }: PlayerPartProps): JSX.Element {
  const bar = useRef<HTMLDivElement>(null);
  const { durationMs, span, atMs } = player;
  const [duration, { fromMs, toMs }, at] = [durationMs.value, span.value, atMs.value];
  useLayoutEffect(() => {
    const style = bar.current?.style;
    style?.setProperty('--at', String(shareOf(at, duration)));
    style?.setProperty('--from', String(shareOf(fromMs, duration)));
    style?.setProperty('--to', String(shareOf(toMs, duration)));
  }, [at, duration, fromMs, toMs]);
  return (
    <div class="seek" ref={bar} data-trimmed={player.isTrimmed.value}>
      <MarkerLane player={player} />
      <div class="seekTrack" aria-hidden="true">
        <span class="seekPart" />
        <span class="seekPlayed" />
      </div>
      <input
        type="range"
        class="seekInput"
        min={0}
        max={Math.round(duration)}
        step={1}
        value={Math.round(at)}
        disabled={duration === 0}
        aria-label={say('player.seek')}
        aria-valuetext={say('player.at', { at: formatClock(at), of: formatClock(duration) })}
        onInput={(event) => player.go(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => {
          const by = SKIPS[event.key];
          if (by === undefined) return;
          event.preventDefault();
          player.skip(by);
        }}
      />
    </div>
  );
}

/** A slider goes up and down as well. Its own step is a thousandth of a second, which nobody sees. */
const SKIPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: 1, ArrowDown: -1 };

/** The markers on the bar: one stop for Tab, arrows walk along them. */
function MarkerLane({ player }: PlayerPartProps): JSX.Element | null {
  const lane = useRef<HTMLDivElement>(null);
  const placed = player.markers.value;
  const current = Math.max(0, player.passed.value);
  if (placed.length === 0) return null;
  const walk = (event: KeyboardEvent): void => {
    const buttons = [...(lane.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement); // keys reach the lane from its buttons only
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  };
  return (
    <div class="seekMarkers" role="toolbar" aria-label={say('player.markers')} ref={lane} onKeyDown={walk}>
      {placed.map((one, index) => (
        <MarkerMark key={index} placed={one} current={index === current} onPress={() => player.jump(index)} />
      ))}
    </div>
  );
}

interface MarkerMarkProps {
  readonly placed: PlacedMarker;
  readonly current: boolean;
  readonly onPress: () => void;
}

function MarkerMark({ placed: { marker, share, inside }, current, onPress }: MarkerMarkProps): JSX.Element {
  const mark = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => mark.current?.style.setProperty('--at', String(share)), [share]);
  const name = markerName(marker);
  return (
    <button
      ref={mark}
      type="button"
      class="seekMarker"
      data-kind={marker.kind}
      data-inside={inside}
      tabIndex={current ? 0 : -1}
      aria-label={name}
      title={name}
      onClick={onPress}
    />
  );
}

/** Says what happened and when: `Fout: TypeError, 0:12`. */
export const markerName = ({ kind, name, atMs }: PlacedMarker['marker']): string =>
  say('player.marker', { kind: say(`player.marker.${kind}`), name, at: formatClock(atMs) });
