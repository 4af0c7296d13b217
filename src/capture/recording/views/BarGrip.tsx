import { useSignal } from '@preact/signals';
import type { JSX, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { on, useText } from '../../../ui';
import { placeAfterKey, placeInView, type BarPlace } from '../barPlace';
import { Glyph } from './Glyph';

/** Draws the handle by which the bar is moved: dragged, or with arrow keys. */
export function BarGrip({ bar }: { readonly bar: RefObject<HTMLElement | null> }): JSX.Element {
  const t = useText();
  const place = useSignal<BarPlace>({ x: 0, y: 0 });
  const dragFrom = useRef<BarPlace | undefined>(undefined);
  const moveTo = (next: BarPlace): void => {
    const element = bar.current;
    if (!element) return;
    const { left, top, width, height } = element.getBoundingClientRect();
    const view = { width: innerWidth, height: innerHeight };
    place.value = placeInView(next, place.peek(), { left, top, width, height, view });
    element.style.setProperty('--rec-x', `${place.peek().x}px`);
    element.style.setProperty('--rec-y', `${place.peek().y}px`);
  };
  const handlers = on<HTMLButtonElement>({
    pointerdown(event, grip) {
      grip.setPointerCapture(event.pointerId);
      dragFrom.current = { x: event.clientX - place.peek().x, y: event.clientY - place.peek().y };
    },
    pointermove(event) {
      const from = dragFrom.current;
      if (from) moveTo({ x: event.clientX - from.x, y: event.clientY - from.y });
    },
    pointerup: () => (dragFrom.current = undefined),
    pointercancel: () => (dragFrom.current = undefined),
    keydown(event) {
      const next = placeAfterKey(place.peek(), event.key);
      if (!next) return;
      event.preventDefault();
      moveTo(next);
    },
  });
  return (
    <button type="button" class="rec-grip" aria-label={t('rec.move')} title={t('rec.move')} {...handlers}>
      <Glyph name="grip" />
    </button>
  );
}
