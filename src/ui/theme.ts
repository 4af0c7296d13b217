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
  const away = surfaces.every(isLight) ? -STEP : STEP;
  const [lightness, a, b] = toOklab(colour);
  if (isReadable(colour)) return colour;
  for (let moved = lightness + away; moved > -STEP && moved < 1 + STEP; moved += away) {
    const candidate = fromOklab([moved, a, b]);
    if (isReadable(candidate)) return candidate;
  }
  return undefined;
}

/** Gives the contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Rgb, other: Rgb): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** Tells whether dark text reads better on a colour than light text. */
export const isLight = (colour: Rgb): boolean => luminance(colour) > 0.18;

/** Reads `rgb(…)` and `color(srgb …)`, as computed styles give them. Nothing for a see-through colour. */
export function parseColour(text: string): Rgb | undefined {
  const scale = text.startsWith('rgb(') ? 1 : 255;
  const [red = 0, green = 0, blue, alpha] = (text.match(/[\d.]+/g) ?? []).map((part) => Number(part) * scale);
  return /^(rgb\(|color\(srgb )/.test(text) && blue !== undefined && alpha === undefined
    ? [red, green, blue]
    : undefined;
}

const luminance = (colour: Rgb): number => multiply(LUMINANCE, colour.map(toLinear))[0];
const toLinear = (part: number): number => (part < 10.3 ? part / 3295 : ((part / 255 + 0.055) / 1.055) ** 2.4);
const fromLinear = (part: number): number =>
  Math.round(255 * Math.min(1, Math.max(0, part < 0.0031 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)));

/** Rows of three, as in the paper: OKLab, Björn Ottosson 2020. */
const LUMINANCE = [0.2126, 0.7152, 0.0722, 0, 0, 0, 0, 0, 0];
const TO_CONES = [0.41222, 0.53633, 0.05145, 0.2119, 0.6807, 0.1074, 0.0883, 0.28172, 0.62998];
const TO_OKLAB = [0.21045, 0.79362, -0.00407, 1.978, -2.42859, 0.45059, 0.0259, 0.78277, -0.80868];
const FROM_OKLAB = [1, 0.39634, 0.2158, 1, -0.10556, -0.06385, 1, -0.08948, -1.29149];
const FROM_CONES = [4.07674, -3.30771, 0.23097, -1.26844, 2.60976, -0.34132, -0.0042, -0.70342, 1.70761];

/** Lightness from 0 to 1, then two axes of colour. */
const toOklab = (colour: Rgb): Rgb => multiply(TO_OKLAB, multiply(TO_CONES, colour.map(toLinear)).map(Math.cbrt));
const fromOklab = (colour: Rgb): Rgb => {
  const [red, green, blue] = multiply(
    FROM_CONES,
    multiply(FROM_OKLAB, colour).map((part) => part ** 3),
  );
  return [fromLinear(red), fromLinear(green), fromLinear(blue)];
};

function multiply(rows: readonly number[], [x = 0, y = 0, z = 0]: readonly number[]): Rgb {
  const row = (start: number): number =>
    (rows[start] ?? 0) * x + (rows[start + 1] ?? 0) * y + (rows[start + 2] ?? 0) * z;
  return [row(0), row(3), row(6)];
}
