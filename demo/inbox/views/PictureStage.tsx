import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import type { Point, Size, View } from '../zoom';
import type { ZoomPicture } from './PictureViewer';

/** What drawing a picture in a stage needs. */
export interface PictureStageProps {
  readonly picture: ZoomPicture;
  readonly view: View;
  readonly onResize: (size: Size) => void;
  readonly onPan: (by: Point) => void;
  readonly onZoom: (factor: number, point: Point) => void;
  /** A double press at a spot. */
  readonly onToggle: (point: Point) => void;
}

/** Draws the picture on a canvas: crisp at any zoom, no styles, no second request. */
export function PictureStage({ picture, view, onResize, onPan, onZoom, onToggle }: PictureStageProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef({ onResize, onZoom });
  latest.current = { onResize, onZoom };

  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => latest.current.onResize({ width: element.clientWidth, height: element.clientHeight }));
    const wheel = (event: WheelEvent): void => {
      event.preventDefault(); // needs a listener that is not passive
      latest.current.onZoom(Math.exp(-event.deltaY / 400), spotOf(event));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    observer.observe(element);
    return () => { observer.disconnect(); element.removeEventListener('wheel', wheel); };
  }, [picture.id]);
  useLayoutEffect(() => { if (canvas.current) draw(canvas.current, picture.image, view); });

  return (
    <canvas
      ref={canvas} class="stage" role="img" aria-label={picture.name} tabIndex={0} autofocus
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => { if (event.currentTarget.hasPointerCapture(event.pointerId)) onPan({ x: event.movementX, y: event.movementY }); }}
      onDblClick={(event) => onToggle(spotOf(event))}
    />
  );
}

const spotOf = (event: MouseEvent): Point => ({ x: event.offsetX, y: event.offsetY });

/** Above this a picture px is shown as a block: blurring it would invent what is not there. */
const BLOCKS_FROM = 2;

function draw(canvas: HTMLCanvasElement, image: HTMLImageElement, { scale, x, y }: View): void {
  const ratio = devicePixelRatio;
  canvas.width = Math.round(canvas.clientWidth * ratio);
  canvas.height = Math.round(canvas.clientHeight * ratio);
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.imageSmoothingEnabled = scale < BLOCKS_FROM;
  pen.imageSmoothingQuality = 'high';
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.drawImage(image, x, y, image.naturalWidth * scale, image.naturalHeight * scale);
}
