import type { Environment } from '../../protocol/submission';

/** Describes browser and screen, coarsely: enough to reproduce a problem, not to recognise a person. */
export function readEnvironment(view: Window, app: string, release: string): Environment {
  const { userAgent, language } = view.navigator;
  return {
    app,
    release,
    browser: firstMatch(userAgent, BROWSERS),
    os: firstMatch(userAgent, SYSTEMS),
    locale: language,
    viewport: [view.innerWidth, view.innerHeight],
    pixelRatio: Math.round(view.devicePixelRatio * 100) / 100,
  };
}

/** Order counts: Edge calls itself Chrome too, and Chrome calls itself Safari. */
const BROWSERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Edge', /Edg\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
];

const SYSTEMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Android', /Android (\d+)/],
  ['iOS', /OS (\d+)_\d+(?:_\d+)? like Mac/],
  ['Windows', /Windows NT/],
  ['ChromeOS', /CrOS/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
];

function firstMatch(text: string, candidates: typeof BROWSERS): string {
  for (const [name, pattern] of candidates) {
    const match = pattern.exec(text);
    if (match) return match[1] ? `${name} ${match[1]}` : name;
  }
  return '';
}
