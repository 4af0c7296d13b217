import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { formatClock } from '../playback';
import { say } from '../texts';
import { markerName, type PlayerPartProps } from './SeekBar';

/** Lists what happened while recording. Pressing a line goes there; the line that was passed last is pointed at. */
export function MarkerList({ player }: PlayerPartProps): JSX.Element | null {
  const list = useRef<HTMLOListElement>(null);
  const passed = player.passed.value;
  useEffect(() => {
    keepInView(list.current, passed);
  }, [passed]);
  const placed = player.markers.value;
  if (placed.length === 0) return null;
  return (
    <section class="markerList" aria-label={say('player.markers.list')}>
      <h4 aria-hidden="true">{say('player.markers.list')}</h4>
      <ol ref={list}>
        {placed.map(({ marker, inside }, index) => (
          <li key={index}>
            <button
              type="button"
              aria-current={index === passed ? 'true' : undefined}
              aria-label={markerName(marker)}
              data-inside={inside}
              onClick={() => player.jump(index)}
            >
              <time class="number">{formatClock(marker.atMs)}</time>
              <span class="markerDot" data-kind={marker.kind} />
              <span class="markerWords">
                <strong>{marker.name}</strong>
                <span class="muted">
                  {say(`player.marker.${marker.kind}`)}
                  {!inside && <span class="dot">{say('player.marker.outside')}</span>}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Scrolls the list, and nothing around it: the page stays where the agent reads. */
function keepInView(list: HTMLElement | null, index: number): void {
  const line = list?.children[index];
  if (!list || !(line instanceof HTMLElement)) return;
  const top = line.offsetTop - list.offsetTop;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + line.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = top + line.offsetHeight - list.clientHeight;
}
