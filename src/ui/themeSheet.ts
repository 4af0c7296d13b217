import type { Undo } from '../foundation/lifetime';
import { contrast, isLight, parseColour, readable, TEXT_CONTRAST, toHex, type Rgb } from './theme';

/** What a host may choose. */
export interface ThemeOptions {
  readonly scheme?: 'auto' | 'light' | 'dark';
  readonly density?: 'normal' | 'compact';
}

/** Our own surfaces, lightest layer to deepest, per scheme; the same values as in tokens.css. */
const SURFACES = {
  light: [[255, 255, 255], [243, 245, 248]],
  dark: [[23, 28, 36], [33, 40, 52]],
} as const satisfies Record<string, readonly Rgb[]>;
const MUTED = { light: [86, 98, 115], dark: [163, 173, 187] } as const satisfies Record<string, Rgb>;
const ON_ACCENT = { light: [255, 255, 255], dark: [12, 26, 48] } as const satisfies Record<string, Rgb>;

/**
 * Reads the host's size, font and public properties and lays them over the tokens of `element`'s root.
 * Call it at each opening: hosts change their theme. The answer takes it away.
 */
export function applyTheme(element: HTMLElement, { scheme = 'auto', density = 'normal' }: ThemeOptions = {}): Undo {
  const root = element.shadowRoot;
  if (!root) return () => undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{${declarations(element, scheme, density).join(';')}}`);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}

function declarations(element: HTMLElement, scheme: string, density: string): string[] {
  const host = getComputedStyle(element.ownerDocument.body ?? element.ownerDocument.documentElement);
  const own = getComputedStyle(element);
  const wish = (name: string): string => own.getPropertyValue(`--cliendo-support-${name}`).trim();
  const size = Math.min(22, Math.max(14, Number.parseFloat(host.fontSize) || 16));
  const accent = parseColour(computedColour(element, 'accent'));
  const surface = usableSurface(parseColour(computedColour(element, 'surface')));
  return [
    `--cs-size:${size}px`,
    `--cs-font:${wish('font') || host.fontFamily}`,
    ...(CSS.supports('border-radius', wish('radius')) ? [`--cs-radius:${wish('radius')}`] : []),
    ...(surface ? [`color-scheme:${surface.scheme}`] : scheme === 'auto' ? [] : [`color-scheme:${scheme}`]),
    ...(density === 'compact' ? [`--cs-space:${size * 0.19}px`] : []),
    ...(surface ? [`--cs-surface:${toHex(surface.colour)}`] : []),
    ...(accent ? accentDeclarations(accent, surface?.colour) : []),
  ];
}

/** A surface decides on light or dark by itself; one on which our quietest text cannot be read is not used. */
function usableSurface(colour: Rgb | undefined): { readonly colour: Rgb; readonly scheme: 'light' | 'dark' } | undefined {
  if (!colour) return undefined;
  const scheme = isLight(colour) ? 'light' : 'dark';
  return contrast(MUTED[scheme], colour) >= TEXT_CONTRAST ? { colour, scheme } : undefined;
}

/** One accent for both schemes, each corrected for its own surfaces; a default where it cannot be. */
function accentDeclarations(accent: Rgb, surface: Rgb | undefined): string[] {
  const [light, dark] = (['light', 'dark'] as const).map((scheme) => {
    const corrected = readable(accent, surface ? [surface] : SURFACES[scheme]);
    const text = corrected && readable(ON_ACCENT[scheme], [corrected]);
    return corrected && text ? { accent: toHex(corrected), text: toHex(text) } : undefined;
  });
  if (!light || !dark) return [];
  return [`--cs-accent:light-dark(${light.accent},${dark.accent})`, `--cs-on-accent:light-dark(${light.text},${dark.text})`];
}

/** The browser reads the colour: names, hsl, oklch and variables all come back as numbers. */
function computedColour(element: HTMLElement, name: string): string {
  const probe = element.ownerDocument.createElement('i');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.cs-probe{color:var(--cliendo-support-${name},#0000)}`);
  const root = element.shadowRoot;
  if (!root) return '';
  probe.className = 'cs-probe';
  const before = root.adoptedStyleSheets;
  root.adoptedStyleSheets = [...before, sheet];
  root.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  root.adoptedStyleSheets = before;
  return colour;
}
