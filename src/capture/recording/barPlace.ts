/** How far the bar was moved from where it appears, in CSS pixels. */
export interface BarPlace {
  readonly x: number;
  readonly y: number;
}

/** How far one press of an arrow key moves it. */
const STEP_PX = 24;

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where an arrow key brings it; nothing for another key. */
export function placeAfterKey({ x, y }: BarPlace, key: string): BarPlace | undefined {
  const arrow = ARROWS[key];
  return arrow && { x: x + arrow[0] * STEP_PX, y: y + arrow[1] * STEP_PX };
}

/** What is known of the bar on the screen. */
export interface BarBounds {
  /** Where the bar is now, at its present place. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly view: { readonly width: number; readonly height: number };
}

/** Keeps the bar in view as a whole. `now` is the place at which `bounds` was measured. */
export function placeInView(next: BarPlace, now: BarPlace, { left, top, width, height, view }: BarBounds): BarPlace {
  const [restX, restY] = [left - now.x, top - now.y];
  return {
    x: within(next.x, -restX, view.width - width - restX),
    y: within(next.y, -restY, view.height - height - restY),
  };
}

const within = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, Math.max(least, most)));
