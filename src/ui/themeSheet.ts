import type { Undo } from '../foundation/lifetime';
import { contrast, isLight, parseColour, type Rgb } from './contrast';

/** What a host may choose. */
export interface ThemeOptions {
  readonly scheme?: 'auto' | 'light' | 'dark';
  readonly density?: 'normal' | 'compact';
}

interface Ground {
  readonly scheme: 'light' | 'dark';
  /** All surfaces that text stands on, and the quietest text on them: the same values as in tokens.css. */
  readonly surfaces: readonly Rgb[];
  readonly muted: Rgb;
  /** A lightness at which any hue has a contrast of 4.5 on these surfaces, and on each that `groundWith` accepts. */
  readonly lightness: string;
}

const white: Rgb = [255, 255, 255];
const LIGHT: Ground = {
  scheme: 'light',
  surfaces: [white, [243, 245, 248]],
  muted: [86, 98, 115],
  lightness: 'min(l,.49)',
};
const DARK: Ground = {
  scheme: 'dark',
  surfaces: [
    [23, 28, 36],
    [33, 40, 52],
  ],
  muted: [163, 173, 187],
  lightness: 'max(l,.8)',
};

/**
 * Reads the host's text size, font and public properties and lays them over the tokens.
 * Call it at each opening: hosts change their theme. The answer takes it away.
 */
export function applyTheme(element: HTMLElement, options: ThemeOptions = {}): Undo {
  const root = element.shadowRoot;
  if (!root) return () => undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{${[...measures(element, options), ...colours(element, options)].join(';')}}`);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}

/** Names everything that a theme is made from: as long as it is the same, so is the theme. Reading it costs little. */
export function themeSource(element: HTMLElement, { scheme, density }: ThemeOptions): string {
  const { fontSize, fontFamily } = hostStyle(element);
  const wishes = ['font', 'radius', 'surface', 'accent'].map((name) => wish(element, name));
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  return [scheme, density, fontSize, fontFamily, isDark, ...wishes].join('\n');
}

const hostStyle = ({ ownerDocument: { body, documentElement } }: HTMLElement): CSSStyleDeclaration =>
  getComputedStyle(body ?? documentElement);

const wish = (element: HTMLElement, name: string): string =>
  getComputedStyle(element).getPropertyValue(`--cliendo-support-${name}`);

function measures(element: HTMLElement, { density }: ThemeOptions): string[] {
  const host = hostStyle(element);
  const size = Math.min(22, Math.max(14, Number.parseFloat(host.fontSize)));
  return [
    `--cs-size:${size}px`,
    `--cs-space:${size * (density === 'compact' ? 0.19 : 0.25)}px`,
    `--cs-font:${wish(element, 'font') || host.fontFamily}`,
    `--cs-radius:${wish(element, 'radius') || '8px'}`,
  ];
}

function colours(element: HTMLElement, { scheme = 'auto' }: ThemeOptions): string[] {
  const surface = computed(element, wish(element, 'surface'));
  const ground = surface && groundWith(surface);
  const wanted = ground?.scheme ?? scheme;
  return [
    ...(ground ? [`--cs-surface:rgb(${surface})`] : []),
    ...(wanted === 'auto' ? [] : [`color-scheme:${wanted}`]),
    ...accentOn(element, ground ? [ground, ground] : [LIGHT, DARK]),
  ];
}

function accentOn(element: HTMLElement, grounds: readonly Ground[]): string[] {
  const accent = wish(element, 'accent');
  const [light = '', dark = ''] = grounds.map((ground) => readable(element, accent, ground));
  return CSS.supports('color', light) ? [`--cs-accent:light-dark(${light},${dark})`] : [];
}

/** A surface decides on light or dark by itself. One on which our quietest text cannot be read well is not used. */
function groundWith(surface: Rgb): Ground | undefined {
  const ground = isLight(surface) ? LIGHT : DARK;
  return contrast(ground.muted, surface) >= 5.5 ? { ...ground, surfaces: [surface] } : undefined;
}

/** Leaves a colour alone that can be read here; moves the lightness of any other in OKLCH, hue kept. */
function readable(element: HTMLElement, colour: string, { surfaces, lightness }: Ground): string {
  const numbers = computed(element, colour);
  const isReadable = numbers && surfaces.every((surface) => contrast(numbers, surface) >= 4.5);
  return isReadable ? colour : `oklch(from ${colour} ${lightness} c h)`;
}

/** The browser turns any way of writing a colour into numbers. */
function computed(element: HTMLElement, colour: string): Rgb | undefined {
  const sheet = new CSSStyleSheet();
  const probe = element.ownerDocument.createElement('i');
  const root = element.shadowRoot;
  if (!root || !CSS.supports('color', colour)) return undefined;
  sheet.replaceSync(`i{color:color-mix(in srgb,${colour},${colour})}`);
  root.adoptedStyleSheets.push(sheet);
  root.append(probe);
  const numbers = parseColour(getComputedStyle(probe).color);
  probe.remove();
  root.adoptedStyleSheets.pop();
  return numbers;
}
