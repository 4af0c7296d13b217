/** A colour as red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Least contrast of text, WCAG 1.4.3. */
export const TEXT_CONTRAST = 4.5;

const STEP = 0.02;

/**
 * Corrects a colour of the host until it can be read on all of `surfaces`: same hue, lightness moved away from them in OKLab.
 * Gives nothing when no lightness will do: then the default is used.
 */
export function readable(colour: Rgb, surfaces: readonly Rgb[], limit = TEXT_CONTRAST): Rgb | undefined {
  const isReadable = (candidate: Rgb): boolean => surfaces.every((surface) => contrast(candidate, surface) >= limit);
  const away = isLight(surfaces[0] ?? [255, 255, 255]) ? -STEP : STEP;
  const [lightness, a, b] = toOklab(colour);
  for (let moved = lightness; moved >= -STEP && moved <= 1 + STEP; moved += away) {
    const candidate = moved === lightness ? colour : fromOklab([Math.min(1, Math.max(0, moved)), a, b]);
    if (isReadable(candidate)) return candidate;
  }
  return undefined;
}

/** Gives the contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Tells whether dark text reads better on a colour than light text. */
export const isLight = (colour: Rgb): boolean => luminance(colour) > 0.18;

/** Reads `#rrggbb`, `rgb(…)` and `color(srgb …)`, as computed styles give them. Nothing for a see-through colour. */
export function parseColour(text: string): Rgb | undefined {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text.trim());
  if (hex) return [1, 2, 3].map((part) => Number.parseInt(hex[part] ?? '', 16)) as unknown as Rgb; // three groups matched
  const [, kind, body = ''] = /^(rgba?|color)\((.*)\)$/.exec(text.trim()) ?? [];
  const [red, green, blue, alpha = 1] = (body.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha < 1) return undefined;
  const scale = kind === 'color' ? 255 : 1;
  return kind === 'color' && !body.startsWith('srgb ') ? undefined : [red * scale, green * scale, blue * scale];
}

/** Writes a colour as `#rrggbb`. */
export const toHex = (colour: Rgb): string => `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

const toLinear = (part: number): number => (part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
const fromLinear = (part: number): number => Math.min(255, Math.max(0, Math.round(255 * (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055))));

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map(toLinear) as unknown as Rgb; // map keeps the length
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** OKLab, Björn Ottosson 2020: lightness from 0 to 1, then two axes of colour. */
function toOklab(colour: Rgb): Rgb {
  const [red, green, blue] = colour.map(toLinear) as unknown as Rgb; // map keeps the length
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

function fromOklab([lightness, a, b]: Rgb): Rgb {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    fromLinear(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    fromLinear(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}
