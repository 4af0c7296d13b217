import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import type { AgentBackend } from '../agentBackend';
import type { Evidence } from '../evidence';
import { say } from '../texts';
import { Icon } from './Icon';

/** What showing one picture needs. */
export interface PictureProps {
  readonly attachment: Evidence;
  readonly name: string;
  readonly grant: AgentBackend['grant'];
  /** A key opens the first one. */
  readonly first: boolean;
  /** Another picture is looked at large: this one can be turned to, so it must be there. */
  readonly wanted: boolean;
  readonly onLoaded: (image: HTMLImageElement) => void;
  readonly onZoom: () => void;
}

/**
 * Shows a picture that opens large when pressed. It is asked for when it comes on screen and not before:
 * asking is written down as a look at it.
 */
export function Picture({ attachment, name, grant, first, wanted, onLoaded, onZoom }: PictureProps): JSX.Element {
  const frame = useRef<HTMLButtonElement>(null);
  const url = useSignal<string | undefined>(undefined);
  const state = useSignal<'waiting' | 'loading' | 'shown' | 'failed'>('waiting');
  const pressed = useSignal(false);

  const ask = async (): Promise<void> => {
    if (state.peek() === 'loading' || state.peek() === 'shown') return;
    state.value = 'loading';
    const answer = await grant(attachment.id, 'view');
    if (answer.ok) url.value = answer.value.url;
    else state.value = 'failed';
  };
  const press = (): void => {
    pressed.value = state.peek() !== 'shown';
    if (pressed.peek()) void ask();
    else onZoom();
  };
  const loaded = (image: HTMLImageElement): void => {
    state.value = 'shown';
    onLoaded(image);
    if (pressed.peek()) press();
  };
  useEffect(() => whenOnScreen(frame.current, () => void ask()), []);
  useEffect(() => {
    if (wanted) void ask();
  }, [wanted]);

  if (state.value === 'failed') return <Failed name={name} onRetry={() => void ask()} />;
  return (
    <button
      ref={frame}
      type="button"
      class="picture"
      id={first ? 'firstPicture' : undefined}
      aria-haspopup="dialog"
      aria-label={say('attachment.zoom', { name })}
      aria-describedby={attachment.alt ? descriptionId(attachment.id) : undefined}
      aria-busy={state.value !== 'shown'}
      onClick={press}
    >
      {url.value && (
        <img
          src={url.value}
          alt={attachment.alt ?? name}
          width={attachment.width}
          height={attachment.height}
          referrerpolicy="no-referrer"
          onLoad={(event) => loaded(event.currentTarget)}
          onError={() => {
            state.value = 'failed';
          }}
        />
      )}
      <span class="zoomMark">
        <Icon name="zoom" />
      </span>
    </button>
  );
}

/** Where the asker's own description of a picture stands. */
export const descriptionId = (attachment: Evidence['id']): string => `description-${attachment}`;

const Failed = ({ name, onRetry }: { readonly name: string; readonly onRetry: () => void }): JSX.Element => (
  <p class="absent">
    <Icon name="warning" />
    {say('attachment.failed', { name })}
    <button type="button" class="button" onClick={onRetry}>
      {say('retry')}
    </button>
  </p>
);

/** Calls once, as soon as any part of an element is on screen; gives the undo. */
function whenOnScreen(element: Element | null, onScreen: () => void): (() => void) | undefined {
  if (!element) return undefined;
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    onScreen();
  });
  observer.observe(element);
  return () => observer.disconnect();
}
