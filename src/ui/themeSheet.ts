import type { Undo } from '../foundation/lifetime';
import { contrast, isLight, parseColour, readable, TEXT_CONTRAST, type Rgb } from './theme';

/** What a host may choose. */
export interface ThemeOptions {
  readonly scheme?: 'auto' | 'light' | 'dark';
  readonly density?: 'normal' | 'compact';
}

interface Ground {
  readonly scheme: 'light' | 'dark';
  /** All surfaces that text stands on. */
  readonly surfaces: readonly Rgb[];
  /** The quietest text. */
  readonly muted: Rgb;
  readonly onAccent: Rgb;
}

/** The same values as in tokens.css. */
const LIGHT: Ground = {
  scheme: 'light',
  surfaces: [
    [255, 255, 255],
    [243, 245, 248],
  ],
  muted: [86, 98, 115],
  onAccent: [255, 255, 255],
};
const DARK: Ground = {
  scheme: 'dark',
  surfaces: [
    [23, 28, 36],
    [33, 40, 52],
  ],
  muted: [163, 173, 187],
  onAccent: [12, 26, 48],
};

/**
 * Reads the host's text size, font and public properties and lays them over the tokens, which must be in the root already.
 * Call it at each opening: hosts change their theme. The answer takes it away.
 */
export function applyTheme(element: HTMLElement, options: ThemeOptions = {}): Undo {
  const root = element.shadowRoot;
  if (!root) return () => undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{${[...measures(element, options), ...colours(root, options)].join(';')}}`);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}

function measures(element: HTMLElement, { density }: ThemeOptions): string[] {
  const { body, documentElement } = element.ownerDocument;
  const host = getComputedStyle(body ?? documentElement);
  const wish = (name: string): string => getComputedStyle(element).getPropertyValue(`--cliendo-support-${name}`);
  const size = Math.min(22, Math.max(14, Number.parseFloat(host.fontSize)));
  return [
    `--cs-size:${size}px`,
    `--cs-space:${size * (density === 'compact' ? 0.19 : 0.25)}px`,
    `--cs-font:${wish('font') || host.fontFamily}`,
    `--cs-radius:${wish('radius') || '8px'}`,
  ];
}

function colours(root: ShadowRoot, { scheme = 'auto' }: ThemeOptions): string[] {
  const surface = chosen(root, 'surface');
  const ground = surface && groundWith(surface);
  return [
    ...(ground ? [`--cs-surface:rgb(${surface})`] : []),
    ...(ground || scheme !== 'auto' ? [`color-scheme:${ground?.scheme ?? scheme}`] : []),
    ...accentDeclarations(chosen(root, 'accent'), ground ? [ground, ground] : [LIGHT, DARK]),
  ];
}

/** A surface decides on light or dark by itself. One on which our quietest text cannot be read is not used. */
function groundWith(surface: Rgb): Ground | undefined {
  const ground = isLight(surface) ? LIGHT : DARK;
  return contrast(ground.muted, surface) >= TEXT_CONTRAST ? { ...ground, surfaces: [surface] } : undefined;
}

function accentDeclarations(accent: Rgb | undefined, grounds: readonly Ground[]): string[] {
  const [light, dark] = grounds.map((ground) => accentOn(accent, ground));
  if (!light || !dark) return [];
  return [`--cs-accent:light-dark(${light[0]},${dark[0]})`, `--cs-on-accent:light-dark(${light[1]},${dark[1]})`];
}

/** The accent and the text on it, corrected for a ground; nothing where they cannot be. */
function accentOn(
  accent: Rgb | undefined,
  { surfaces, onAccent }: Ground,
): readonly [accent: string, text: string] | undefined {
  const back = accent && readable(accent, surfaces);
  const text = back && readable(onAccent, [back]);
  return back && text && [`rgb(${back})`, `rgb(${text})`];
}

/** The colour of a public property, as the browser computes it. */
function chosen(root: ShadowRoot, name: 'accent' | 'surface'): Rgb | undefined {
  const probe = root.ownerDocument.createElement('i');
  probe.className = `cs-${name}`;
  root.append(probe);
  const colour = parseColour(getComputedStyle(probe).color);
  probe.remove();
  return colour;
}
