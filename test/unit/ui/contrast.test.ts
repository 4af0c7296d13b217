import { describe, expect, it } from 'vitest';
import { contrast, isLight, parseColour } from '../../../src/ui/contrast';

describe('contrast', () => {
  it('is 21 between black and white, whichever comes first', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
    expect(contrast([255, 255, 255], [0, 0, 0])).toBeCloseTo(21, 5);
  });

  it('is 4.54 between the grey #767676 and white, as WCAG examples have it', () => {
    expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
  });
});

it('a surface is light when dark text reads better on it', () => {
  expect([isLight([243, 245, 248]), isLight([120, 120, 120]), isLight([112, 112, 112])]).toEqual([true, true, false]);
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
