import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import type { Id } from '../draft';
import type { Point, View } from '../zoom';
import type { Zoom } from './useZoom';

/** A picture that has been loaded. It is drawn again, never fetched again: an address works once. */
export interface ZoomPicture {
  readonly id: Id;
  readonly name: string;
  readonly image: HTMLImageElement;
}

/** What drawing a picture in a stage needs. */
export interface PictureStageProps {
  readonly picture: ZoomPicture;
  readonly zoom: Zoom;
}

/** Draws the picture on a canvas: crisp at any zoom, no styles, no second request. */
export function PictureStage({ picture, zoom }: PictureStageProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(zoom);
  latest.current = zoom;
  const view = zoom.view.value;

  useEffect(() => (canvas.current ? follow(canvas.current, latest) : undefined), [picture.id]); // says its size again for another picture
  useLayoutEffect(() => {
    if (canvas.current) draw(canvas.current, picture.image, view);
  }, [view, picture]);

  return (
    <canvas
      ref={canvas}
      class="stage"
      role="img"
      aria-label={picture.name}
      tabIndex={0}
      data-first-focus
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId))
          zoom.pan({ x: event.movementX, y: event.movementY });
      }}
      onDblClick={(event) => zoom.toggle(spotOf(event))}
    />
  );
}

/** Follows the size of the stage and the wheel over it; gives the undo. */
function follow(canvas: HTMLCanvasElement, zoom: { readonly current: Zoom }): () => void {
  const observer = new ResizeObserver(() => {
    fillStage(canvas);
    zoom.current.resize({ width: canvas.clientWidth, height: canvas.clientHeight });
  });
  const wheel = (event: WheelEvent): void => {
    event.preventDefault(); // needs a listener that is not passive
    zoom.current.by(Math.exp(-event.deltaY / WHEEL_PER_E), spotOf(event));
  };
  canvas.addEventListener('wheel', wheel, { passive: false });
  observer.observe(canvas);
  return () => {
    observer.disconnect();
    canvas.removeEventListener('wheel', wheel);
  };
}

/** Four notches of an ordinary wheel are about e times larger. */
const WHEEL_PER_E = 400;

const spotOf = (event: MouseEvent): Point => ({ x: event.offsetX, y: event.offsetY });

function fillStage(canvas: HTMLCanvasElement): void {
  canvas.width = Math.round(canvas.clientWidth * devicePixelRatio);
  canvas.height = Math.round(canvas.clientHeight * devicePixelRatio);
}

/** Above this a picture px is shown as a block: blurring it would invent what is not there. */
const BLOCKS_FROM = 2;

function draw(canvas: HTMLCanvasElement, image: HTMLImageElement, { scale, x, y }: View): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const ratio = devicePixelRatio;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingEnabled = scale < BLOCKS_FROM;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, x, y, image.naturalWidth * scale, image.naturalHeight * scale);
}
