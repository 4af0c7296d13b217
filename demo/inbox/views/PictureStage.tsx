import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import type { Id } from '../draft';
import { sameView, type Point, type Size, type View } from '../zoom';
import { usePointers } from './usePointers';
import type { Zoom } from './useZoom';

/** A picture that has been loaded. It is drawn again, never fetched again: an address works once. */
export interface ZoomPicture {
  readonly id: Id;
  readonly name: string;
  readonly image: HTMLImageElement;
  /** What there is to see, in the asker's words. */
  readonly description?: string | undefined;
}

/** What drawing a picture in a stage needs. */
export interface PictureStageProps {
  readonly picture: ZoomPicture;
  readonly zoom: Zoom;
  /** A second picture over the first one. */
  readonly over?: Overlay | undefined;
  /** The picture whose size the zoom goes by, when that is another one. */
  readonly measure?: ZoomPicture;
}

/** How a second picture lies over the first: right of a line, or only where the two differ. */
export interface Overlay {
  readonly picture: ZoomPicture;
  /** 0 to 1 of the stage. Absent: what differs. */
  readonly line?: number;
}

/** Draws the picture on a canvas: crisp at any zoom, no styles, no second request. */
export function PictureStage({ picture, zoom, over, measure = picture }: PictureStageProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(zoom);
  latest.current = zoom;
  const view = zoom.view.value;

  useEffect(() => (canvas.current ? follow(canvas.current, latest) : undefined), [picture.id]); // says its size again for another picture
  useLayoutEffect(() => {
    if (canvas.current) draw(canvas.current, { picture, view, over, measure });
  });
  const pointers = usePointers(zoom);

  return (
    <canvas
      ref={canvas}
      class="stage"
      role="img"
      aria-label={picture.name}
      aria-description={picture.description}
      tabIndex={0}
      data-first-focus
      onPointerDown={pointers.down}
      onPointerMove={pointers.move}
      onPointerUp={pointers.up}
      onPointerCancel={pointers.up}
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

interface Drawn extends Pick<PictureStageProps, 'picture' | 'over'> {
  readonly view: View;
  readonly measure: ZoomPicture;
}

function draw(canvas: HTMLCanvasElement, { picture, view, over, measure }: Drawn): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const ratio = devicePixelRatio;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  lay(pen, picture, sameView(view, sizeOf(measure), sizeOf(picture)));
  if (!over) return;
  const { width, height } = { width: canvas.clientWidth, height: canvas.clientHeight };
  const from = (over.line ?? 0) * width;
  pen.save();
  pen.beginPath();
  pen.rect(from, 0, width - from, height);
  pen.clip();
  if (over.line === undefined) pen.globalCompositeOperation = 'difference';
  else pen.clearRect(from, 0, width - from, height);
  lay(pen, over.picture, sameView(view, sizeOf(measure), sizeOf(over.picture)));
  pen.restore();
  if (over.line === undefined) return;
  pen.fillStyle = '#1f5fbf';
  pen.fillRect(from - 1, 0, 2, height);
}

/** The size of a picture in its own pixels. */
export const sizeOf = ({ image }: ZoomPicture): Size => ({ width: image.naturalWidth, height: image.naturalHeight });

function lay(pen: CanvasRenderingContext2D, { image }: ZoomPicture, { scale, x, y }: View): void {
  pen.imageSmoothingEnabled = scale < BLOCKS_FROM;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, x, y, image.naturalWidth * scale, image.naturalHeight * scale);
}
