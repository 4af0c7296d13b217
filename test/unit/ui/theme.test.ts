import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, parseColour, readable, type Rgb } from '../../../src/ui/theme';

const part = fc.integer({ min: 0, max: 255 });
const anyColour = fc.tuple(part, part, part);
const light: readonly Rgb[] = [
  [255, 255, 255],
  [243, 245, 248],
];
const dark: readonly Rgb[] = [
  [23, 28, 36],
  [33, 40, 52],
];

describe('a colour of the host', () => {
  it.each([
    ['light', light],
    ['dark', dark],
  ])('can be read on our %s surfaces after correction, whatever it was', (_, surfaces) => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const corrected = readable(colour, surfaces);
        return corrected !== undefined && surfaces.every((surface) => contrast(corrected, surface) >= 4.5);
      }),
      { numRuns: 2000 },
    );
  });

  it('is left alone when it can be read already', () => {
    expect(readable([31, 95, 191], light)).toEqual([31, 95, 191]);
  });

  it('is given up when no lightness will do', () => {
    expect(
      readable(
        [128, 128, 128],
        [
          [255, 255, 255],
          [0, 0, 0],
        ],
        12,
      ),
    ).toBeUndefined();
  });

  it('keeps its hue: a light orange becomes a dark orange', () => {
    const [red = 0, green = 0, blue = 0] = readable([255, 180, 60], light) ?? [];
    expect(red > green && green > blue).toBe(true);
  });
});

describe('a computed colour', () => {
  it.each([
    ['rgb(31, 95, 191)', [31, 95, 191]],
    ['rgb(31 95 191)', [31, 95, 191]],
    ['color(srgb 1 0 0.2)', [255, 0, 51]],
  ])('%s is read', (text, colour) => {
    expect(parseColour(text)).toEqual(colour);
  });

  it.each(['rgba(0, 0, 0, 0)', 'color(srgb 1 0 0 / 0.5)', 'oklch(0.5 0.1 200)', '', 'url(#a)'])(
    '%s is not used',
    (text) => {
      expect(parseColour(text)).toBeUndefined();
    },
  );
});
