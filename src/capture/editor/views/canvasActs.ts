import type { AnnotationModelInstance } from '../annotation.model';
import { isIn, type Point } from '../geometry';
import type { NamedSpot } from '../pageParts';
import { TOOLS } from './tools';

/** How near is near enough, in pixels of the screen: a finger is wider than the tip of a mouse. */
const REACH = { mouse: 8, other: 18 };
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Arrow keys go one unit, with Ctrl this many. */
const FAR = 8;

/** What the picture does besides drawing. */
export interface CanvasHooks {
  /** A covered spot was tapped. */
  readonly onSpot: (spot: NamedSpot) => void;
  /** Goes on to the field in which the chosen text is written. */
  readonly onWrite: () => void;
  /** Lists which key does what. */
  readonly onKeys: () => void;
}

/** What pointers do on the picture. */
export function pointerActs(model: AnnotationModelInstance, { onSpot }: CanvasHooks) {
  const { shapes, spots, zoom, size } = model;
  const reachOf = ({ pointerType }: PointerEvent): number =>
    REACH[pointerType === 'mouse' ? 'mouse' : 'other'] / zoom.scale.peek();
  const pointOf = ({ clientX, clientY }: PointerEvent, canvas: Element): Point => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return [((clientX - left) / width) * size.peek().width, ((clientY - top) / height) * size.peek().height];
  };
  let isHeld = false;
  let tapAt: Point | undefined;
  return {
    pointerdown(event: PointerEvent, canvas: SVGSVGElement): void {
      if (event.button !== 0) return;
      const at = pointOf(event, canvas);
      isHeld = shapes.pointer.press(at, reachOf(event));
      tapAt = isHeld ? undefined : at;
      if (isHeld) canvas.setPointerCapture(event.pointerId);
    },
    pointermove(event: PointerEvent, canvas: SVGSVGElement): void {
      if (!isHeld) return;
      for (const each of event.getCoalescedEvents?.() ?? [])
        shapes.pointer.drag(pointOf(each, canvas), reachOf(event) / 2);
      shapes.pointer.drag(pointOf(event, canvas), reachOf(event) / 2);
    },
    pointerup(event: PointerEvent, canvas: SVGSVGElement): void {
      if (isHeld) shapes.pointer.release(reachOf(event) / 2);
      isHeld = false;
      const at = pointOf(event, canvas);
      const tapped = tapAt && Math.hypot(at[0] - tapAt[0], at[1] - tapAt[1]) < reachOf(event);
      const spot = tapped && spots.named.peek().find(({ spot: { box } }) => isIn(box, at));
      if (spot) onSpot(spot);
    },
    pointercancel(): void {
      isHeld = false;
      tapAt = undefined;
      shapes.pointer.cancel();
    },
  };
}

/** What a key does on the picture. Answers whether it was used. */
export function pressKey(model: AnnotationModelInstance, event: KeyboardEvent, hooks: CanvasHooks & KeyHooks): boolean {
  if (event.altKey || event.isComposing) return false;
  return event.ctrlKey || event.metaKey ? moveByKey(model, event) : plainKey(model, event, hooks);
}

/** What a key needs to know of the focus. */
export interface KeyHooks {
  /** Whether the picture itself has the focus, and not a shape on it. */
  readonly isOnCanvas: boolean;
  /** Puts the focus on the picture itself. */
  readonly onLeave: () => void;
  /** A tool was chosen. */
  readonly onTool: () => void;
}

function moveByKey(
  { shapes, work }: AnnotationModelInstance,
  { key, shiftKey, ctrlKey, metaKey }: KeyboardEvent,
): boolean {
  const way = ARROWS[key];
  if (!way || work.selected.peek() === undefined) return false;
  const by = ctrlKey || metaKey ? FAR : 1;
  (shiftKey ? shapes.chosen.grow : shapes.chosen.nudge)([way[0] * by, way[1] * by]);
  return true;
}

function plainKey(model: AnnotationModelInstance, event: KeyboardEvent, hooks: CanvasHooks & KeyHooks): boolean {
  const { work, shapes } = model;
  const isChosen = work.selected.peek() !== undefined;
  switch (event.key) {
    case 'Delete':
    case 'Backspace':
      hooks.onLeave();
      shapes.chosen.remove();
      return true;
    case 'Escape':
      hooks.onLeave();
      shapes.chosen.select(undefined);
      return isChosen;
    case 'Enter':
    case ' ':
      return enter(model, hooks);
    default:
      return moveByKey(model, event) || letterKey(model, event, hooks);
  }
}

/** On a text it goes on to the field; on the picture itself it puts down what the tool draws. */
function enter({ work, shapes }: AnnotationModelInstance, { isOnCanvas, onWrite }: CanvasHooks & KeyHooks): boolean {
  const tool = shapes.tool.peek();
  if (!isOnCanvas) {
    if (work.shape.peek()?.kind === 'text') onWrite();
    return true;
  }
  if (tool !== 'select') shapes.placeInMiddle(tool);
  return tool !== 'select';
}

function letterKey(
  { shapes, zoom }: AnnotationModelInstance,
  { key }: KeyboardEvent,
  { onTool, onKeys }: CanvasHooks & KeyHooks,
): boolean {
  const found = TOOLS.find(({ letter }) => letter === key.toUpperCase());
  if (found) {
    shapes.tool.value = found.tool;
    onTool();
  } else if (key === '+') zoom.enlarge();
  else if (key === '-') zoom.reduce();
  else if (key === '0') zoom.zoom.value = 'fit';
  else if (key === '?') onKeys();
  else return false;
  return true;
}
