import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, type Rgb } from '../../../src/ui/contrast';

const css = readFileSync('src/ui/tokens.css', 'utf8');

/** Reads a token as it is in one scheme. */
const token = (name: string, scheme: 0 | 1): Rgb => {
  const value = new RegExp(`--cs-${name}: (?:light-dark\\(([^,]+), ([^)]+)\\)|([^;]+));`).exec(css);
  const [red, green, blue] = (value?.[3] ?? value?.[1 + scheme] ?? '').match(/[\da-f]{2}/g) ?? [];
  if (!red || !green || !blue) throw new Error(`no colour for ${name}`);
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
};

const pairs: readonly (readonly [ink: string, surface: string, limit: number])[] = [
  ...['surface', 'sunken', 'raised'].flatMap((surface) => [
    ['text', surface, 7] as const,
    ['muted', surface, 4.5] as const,
    ['accent', surface, 4.5] as const,
    ['danger', surface, 4.5] as const,
    ['success', surface, 4.5] as const,
    ['border', surface, 3] as const,
  ]),
  ['on-accent', 'accent', 4.5],
  ['warning', 'warning-back', 4.5],
  ['hatch', 'hatch-back', 4.5],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s scheme', (_, scheme) => {
  it.each(pairs)('%s can be read on %s', (ink, surface, limit) => {
    expect(contrast(token(ink, scheme), token(surface, scheme))).toBeGreaterThanOrEqual(limit);
  });
});
