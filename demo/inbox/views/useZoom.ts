import { useSignal, type ReadonlySignal } from '@preact/signals';
import { fitView, panBy, zoomAt, type Bounds, type Point, type Size, type View } from '../zoom';

/** How a picture lies in the large view, and everything that moves it. */
export interface Zoom {
  readonly view: ReadonlySignal<View>;
  /** Whether the whole picture is shown, also after the window changes size. */
  readonly fitted: ReadonlySignal<boolean>;
  readonly fit: () => void;
  readonly by: (factor: number, point?: Point) => void;
  readonly full: (point?: Point) => void;
  readonly pan: (by: Point) => void;
  readonly toggle: (point: Point) => void;
  readonly resize: (stage: Size) => void;
}

const NOT_YET: View = { scale: 1, x: 0, y: 0 };
const NO_SIZE: Size = { width: 0, height: 0 };

/** Keeps the view of one picture; `sizeOf` gives the size of the picture that is on screen. */
export function useZoom(sizeOf: () => Size): Zoom {
  const view = useSignal(NOT_YET);
  const stage = useSignal(NO_SIZE);
  const fitted = useSignal(true);
  const bounds = (): Bounds => ({ picture: sizeOf(), stage: stage.peek() });
  const middle = (): Point => ({ x: stage.peek().width / 2, y: stage.peek().height / 2 });

  const fit = (): void => {
    fitted.value = true;
    view.value = fitView(bounds());
  };
  const by = (factor: number, point = middle()): void => {
    fitted.value = false;
    view.value = zoomAt(view.peek(), factor, { ...bounds(), point });
  };
  const pan = (way: Point): void => {
    view.value = panBy(view.peek(), way, bounds());
  };
  const full = (point = middle()): void => by(1 / view.peek().scale, point);
  return {
    view,
    fitted,
    fit,
    by,
    full,
    pan,
    toggle: (point) => (fitted.peek() ? full(point) : fit()),
    resize: (size) => {
      stage.value = size;
      if (fitted.peek()) fit();
      else pan({ x: 0, y: 0 });
    },
  };
}
