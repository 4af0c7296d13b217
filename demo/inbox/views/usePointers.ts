import { useRef } from 'preact/hooks';
import { pinchOf, type Point } from '../zoom';
import type { Zoom } from './useZoom';

/** What a stage does with fingers, pens and the mouse. */
export interface Pointers {
  readonly down: (event: PointerEvent) => void;
  readonly move: (event: PointerEvent) => void;
  readonly up: (event: PointerEvent) => void;
}

/** One pointer moves the picture, two zoom it where they are. */
export function usePointers(zoom: Zoom): Pointers {
  const at = useRef(new Map<number, Point>());
  const forget = (event: PointerEvent): void => void at.current.delete(event.pointerId);
  return {
    down(event) {
      (event.currentTarget as Element).setPointerCapture(event.pointerId); // a listener of this element
      at.current.set(event.pointerId, spotIn(event));
    },
    move(event) {
      const before = at.current.get(event.pointerId);
      if (!before) return;
      const now = spotIn(event);
      at.current.set(event.pointerId, now);
      const [other] = [...at.current].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
      if (!other) return zoom.pan({ x: now.x - before.x, y: now.y - before.y });
      const { factor, middle, by } = pinchOf([before, other], [now, other]);
      zoom.by(factor, middle);
      return zoom.pan(by);
    },
    up: forget,
  };
}

const spotIn = (event: PointerEvent): Point => ({ x: event.offsetX, y: event.offsetY });
