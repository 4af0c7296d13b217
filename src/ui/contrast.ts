/** A colour as red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

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
  const isOpaque = blue !== undefined && alpha === undefined;
  return isOpaque && /^(rgb\(|color\(srgb )/.test(text) ? [red, green, blue] : undefined;
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) =>
    part <= 10.3 ? part / 3295 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
