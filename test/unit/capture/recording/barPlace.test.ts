import { describe, expect, it } from 'vitest';
import { placeAfterKey, placeInView } from '../../../../src/capture/recording/barPlace';

const view = { width: 1000, height: 600 };
/** The bar as it appears: 400 wide, 16 above the lower edge. */
const bounds = { left: 300, top: 524, width: 400, height: 60, view };
const rest = { x: 0, y: 0 };

describe('moving the bar', () => {
  it('goes a step by an arrow key, and nowhere by another key', () => {
    expect(placeAfterKey({ x: 5, y: 5 }, 'ArrowUp')).toEqual({ x: 5, y: -19 });
    expect(placeAfterKey(rest, 'Enter')).toBeUndefined();
  });

  it('stays in view as a whole, wherever it is dragged', () => {
    expect(placeInView({ x: -900, y: 900 }, rest, bounds)).toEqual({ x: -300, y: 16 });
    expect(placeInView({ x: 900, y: -900 }, rest, bounds)).toEqual({ x: 300, y: -524 });
  });

  it('is measured from where it first appeared, not from where it is', () => {
    const moved = { ...bounds, left: 400 };
    expect(placeInView({ x: 900, y: 0 }, { x: 100, y: 0 }, moved)).toEqual({ x: 300, y: 0 });
  });

  it('keeps its beginning in view where the bar is wider than the window', () => {
    const wide = { left: -50, top: 524, width: 1100, height: 60, view };
    expect(placeInView({ x: 10, y: 0 }, rest, wide)).toEqual({ x: 50, y: 0 });
  });
});
