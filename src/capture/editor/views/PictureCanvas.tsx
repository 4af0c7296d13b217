import '@preact/signals';
import type { JSX } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { on, useAnnounce, useText } from '../../../ui';
import type { AnnotationModelInstance } from '../annotation.model';
import { boundsOf } from '../annotation';
import { rectangle } from '../drawing';
import { withRoom, type Point } from '../geometry';
import { cornersOf, gripsOf } from '../grips';
import { pointerActs, pressKey, type CanvasHooks } from './canvasActs';
import type { News } from '../work.model';
import { focusedIn } from './focusedIn';
import { ShapeView } from './ShapeView';

/** What a `PictureCanvas` takes. */
export interface PictureCanvasProps extends CanvasHooks {
  readonly model: AnnotationModelInstance;
}

/** Draws the picture with everything on it, and lets pointers and keys work on it. */
export function PictureCanvas({ model, ...hooks }: PictureCanvasProps): JSX.Element {
  const t = useText();
  const announce = useAnnounce();
  const id = useId();
  const canvas = useRef<SVGSVGElement>(null);
  const room = useRoom(model);
  const pointers = useMemo(() => pointerActs(model, hooks), [model]);
  useFocusOnNew(model, canvas);
  useFocusOnGone(model, canvas);
  const { work, shapes, pixels, zoom } = model;
  const annotations = work.annotations.value;
  const { size } = annotations;
  const scale = zoom.scale.value;
  const keydown = (event: KeyboardEvent, element: SVGSVGElement): void => {
    const isUsed = pressKey(model, event, {
      ...hooks,
      isOnCanvas: focusedIn(element) === element,
      onLeave: () => element.focus(),
      onTool: () => announce(t('say.tool', { tool: t(`mask.tool.${shapes.tool.peek()}`) })),
    });
    if (isUsed) event.preventDefault();
  };
  return (
    <div class="mask-room" ref={room}>
      <svg
        ref={canvas}
        class="mask-canvas"
        data-tool={shapes.tool.value}
        viewBox={`0 0 ${size.width} ${size.height}`}
        width={size.width * scale}
        height={size.height * scale}
        tabindex={0}
        role="application"
        aria-label={t('mask.canvas', { n: annotations.shapes.length })}
        aria-describedby={id}
        {...on<SVGSVGElement>({ ...pointers, keydown })}
      >
        <image href={pixels.url.value} width={size.width} height={size.height} />
        <Spots model={model} />
        {annotations.shapes.map((shape) => (
          <ShapeView
            key={shape.id}
            annotations={annotations}
            shape={shape}
            isSelected={work.selected.value === shape.id}
            onFocus={() => shapes.chosen.select(shape.id)}
          />
        ))}
        <CropFrame model={model} />
        <Chosen model={model} />
      </svg>
      <p class="spoken" id={id}>
        {t('mask.keyboard')}
      </p>
    </div>
  );
}

/** Tells the model how much room there is, also when the window changes. */
function useRoom({ zoom }: AnnotationModelInstance) {
  const room = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = room.current;
    if (!element) return undefined;
    const measure = (): void => {
      const { width, height } = element.getBoundingClientRect();
      zoom.room.value = { width: width - 2, height: height - 2 }; // its border
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return room;
}

type CanvasRef = { readonly current: SVGSVGElement | null };

/** A new shape gets the focus, so that the next key moves it. */
function useFocusOnNew({ work }: AnnotationModelInstance, canvas: CanvasRef): void {
  const news = work.news.value;
  useLayoutEffect(() => {
    const what = newlyPlaced(news);
    if (what !== undefined)
      canvas.current?.querySelector<SVGElement>(`[data-shape="${what}"]`)?.focus({ preventScroll: true });
  }, [news]);
}

/** What had the focus may go away, by undo for one: the picture takes over, so that every key goes on working. */
function useFocusOnGone({ work }: AnnotationModelInstance, canvas: CanvasRef): void {
  const annotations = work.annotations.value;
  const last = useRef(annotations);
  useLayoutEffect(() => {
    const element = canvas.current;
    if (last.current !== annotations && element && !focusedIn(element)) element.focus({ preventScroll: true });
    last.current = annotations;
  }, [annotations]);
}

/** What was put down just now. Not a text: that is written first, in its field. */
function newlyPlaced(news: News | undefined): number | 'crop' | undefined {
  if (news?.kind === 'cropped') return 'crop';
  return news?.kind === 'placed' && news.shape.kind !== 'text' ? news.shape.id : undefined;
}

interface PartProps {
  readonly model: AnnotationModelInstance;
}

/** Shows where covered spots are while one can be chosen, and the one that is pointed at in the list. */
function Spots({ model: { spots, shapes } }: PartProps): JSX.Element {
  const pointed = spots.pointed.value;
  const canTap = shapes.tool.value === 'select' && spots.canReveal.value;
  return (
    <g aria-hidden="true">
      {spots.named.value.map(({ spot }) =>
        spot.id === pointed || (canTap && spot.canReveal) ? (
          <path
            key={spot.id}
            class={spot.id === pointed ? 'mask-spot pointed' : 'mask-spot'}
            d={rectangle(withRoom(spot.box, 2))}
          />
        ) : null,
      )}
    </g>
  );
}

/** Dims what is cut off. The frame is a stop of the Tab key like a shape. */
function CropFrame({ model: { work, shapes } }: PartProps): JSX.Element | null {
  const t = useText();
  const { crop, size } = work.annotations.value;
  if (!crop) return null;
  return (
    <g
      class="mask-shape"
      data-shape="crop"
      tabindex={0}
      role="button"
      aria-pressed={work.selected.value === 'crop'}
      aria-label={t('mask.crop.frame')}
      {...on<SVGGElement>({ focus: () => shapes.chosen.select('crop') })}
    >
      <path class="mask-cut" fill-rule="evenodd" d={rectangle([0, 0, size.width, size.height]) + rectangle(crop)} />
      <path class="mask-frame" d={rectangle(crop)} />
    </g>
  );
}

/** Marks what is chosen, with grips to pull at. They keep their size on the screen. */
function Chosen({ model: { work, zoom } }: PartProps): JSX.Element | null {
  const { size, crop } = work.annotations.value;
  const shape = work.shape.value;
  const unit = 1 / zoom.scale.value;
  const isCrop = work.selected.value === 'crop';
  if (!shape && !(isCrop && crop)) return null;
  const grips = shape ? gripsOf(shape, size) : crop ? cornersOf(crop) : [];
  return (
    <g aria-hidden="true">
      {shape && <path class="mask-chosen" d={rectangle(withRoom(boundsOf(shape, size), 5 * unit))} />}
      {grips.map(({ name, at }) => (
        <Grip key={name} at={at} radius={6 * unit} />
      ))}
    </g>
  );
}

const Grip = ({ at: [x, y], radius }: { readonly at: Point; readonly radius: number }): JSX.Element => (
  <circle class="mask-grip" cx={x} cy={y} r={radius} />
);
