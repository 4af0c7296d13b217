import type { PictureSources, StyleMask } from '../../../privacy/index';
import { markSelector, specificity, splitSelectors } from '../selector';
import { classNamesIn, mayReach, reachOf, type StyleRoot } from './findElements';

/** The author's style for the copy: rules that find their elements by marks, without a class, id or attribute of the page. */
export interface TransplantedRules {
  readonly css: string;
  /** The marks of each element that a rule reaches, separated by spaces. */
  readonly marks: ReadonlyMap<Element, string>;
  /** Attributes whose value the style shows, by `attr()`. */
  readonly shownAttributes: ReadonlySet<string>;
}

/** What the transplant needs, and where it reports. */
export interface TransplantOptions {
  readonly roots: readonly StyleRoot[];
  readonly maskStyle: StyleMask;
  readonly pictures: PictureSources;
  onGap(gap: string): void;
}

interface Surroundings {
  readonly base: string;
  /** The selector around nested rules. */
  readonly parent?: string;
}

const SHADOW_LAYER = 'cl-shadow';

/**
 * Takes the rules that count now over to the copy. Conditions on the device are judged here; layers and container queries stay.
 * Each selector is asked to the live page, and what it reaches gets a mark: so state, structure and shadow trees need no imitation.
 */
export function transplantRules({ roots, maskStyle, pictures, onGap }: TransplantOptions): TransplantedRules {
  const marks = new Map<Element, string>();
  const mark = createMarker();
  const shownAttributes = new Set<string>();

  const declarations = (style: CSSStyleDeclaration, base: string): string => {
    const masked = maskStyle(style.cssText, base);
    for (const [, name] of masked.matchAll(/attr\(\s*([\w-]+)/g)) if (name) shownAttributes.add(name);
    return masked;
  };

  const transplantRoot = (root: StyleRoot): string => {
    const names = classNamesIn(root);
    const view = viewOf(root);

    const styleRule = (selectors: readonly string[], text: () => string): string => {
      const marked = selectors.flatMap((selector) => (mayReach(selector, names) ? mark(selector, root, marks) : []));
      return marked.length > 0 ? `${marked.join(',')}{${text()}}` : ''; // most rules of a framework reach nothing: only then their text is read
    };

    const rulesOf = (rules: CSSRuleList, around: Surroundings): string =>
      [...rules].map((rule) => oneRule(rule, around)).join('');

    const oneRule = (rule: CSSRule, around: Surroundings): string => {
      switch (kindOf(rule)) {
        case 'CSSStyleRule': {
          const { selectorText, style, cssRules } = rule as CSSStyleRule; // kindOf has just told
          const selectors = splitSelectors(selectorText).map((selector) => within(selector, around.parent));
          const own = style.length > 0 ? styleRule(selectors, () => declarations(style, around.base)) : '';
          return own + (cssRules?.length ? rulesOf(cssRules, { ...around, parent: selectors.join(',') }) : '');
        }
        case 'CSSNestedDeclarations':
          return styleRule(splitSelectors(around.parent ?? ''), () =>
            declarations((rule as CSSStyleRule).style, around.base),
          ); // has a style as well
        case 'CSSFontFaceRule':
          return fontFace((rule as CSSFontFaceRule).style, { root, base: around.base, pictures });
        default:
          return groupRule(rule, (rules, base) => rulesOf(rules, { ...around, base: base ?? around.base }), view);
      }
    };

    const sheets = [...root.styleSheets, ...root.adoptedStyleSheets].filter(
      (sheet) => !sheet.disabled && applies(sheet.media, view),
    );
    const css = sheets
      .map((sheet) => readSheet(sheet, (rules) => rulesOf(rules, { base: sheet.href ?? view.document.baseURI }), onGap))
      .join('');
    return 'host' in root ? `@layer ${SHADOW_LAYER}{${css}}` : css;
  };

  const isShadow = (root: StyleRoot): number => Number('host' in root);
  const css = [...roots]
    .sort((a, b) => isShadow(b) - isShadow(a))
    .map(transplantRoot)
    .join('');
  return { css, marks, shownAttributes };
}

type Mark = (selector: string, root: StyleRoot, marks: Map<Element, string>) => readonly string[];

/** Gives what a selector reaches a mark of its own, and the selector that finds it again; nothing when it reaches nothing. */
function createMarker(): Mark {
  let count = 0;
  return (selector, root, marks) => {
    const reach = reachOf(selector, root);
    const name = `r${count.toString(36)}`;
    let isFound = false;
    for (const element of reach?.elements ?? []) {
      marks.set(element, `${marks.get(element) ?? ''} ${name}`);
      isFound = true;
    }
    if (!reach || !isFound) return [];
    count += 1;
    return [markSelector(name, specificity(selector.slice(0, selector.length - reach.box.length))) + reach.box];
  };
}

type Inside = (rules: CSSRuleList, base?: string) => string;

/** Rules that hold rules. What is switched off is left out; what is on and cannot change in the copy is unwrapped. */
function groupRule(rule: CSSRule, inside: Inside, view: Window): string {
  const { cssRules, conditionText, media, name } = rule as CSSMediaRule & CSSLayerBlockRule; // read with care: each kind lacks some of these
  switch (kindOf(rule)) {
    case 'CSSMediaRule':
      return applies(media, view) ? inside(cssRules) : '';
    case 'CSSSupportsRule':
      return CSS.supports(conditionText) ? inside(cssRules) : '';
    case 'CSSContainerRule':
      return containerRule(conditionText, inside(cssRules));
    case 'CSSLayerBlockRule':
      return `@layer ${name}{${inside(cssRules)}}`;
    case 'CSSLayerStatementRule':
      return rule.cssText;
    case 'CSSScopeRule':
      return inside(cssRules);
    case 'CSSImportRule':
      return importRule(rule as CSSImportRule, inside, view); // kindOf has just told
    default:
      return '';
  }
}

/** A style query asks for values, which may be somebody's: it is left out. */
const containerRule = (condition: string, css: string): string =>
  condition.includes('style(') || css === '' ? '' : `@container ${condition}{${css}}`;

function importRule({ styleSheet, media, layerName, href }: CSSImportRule, inside: Inside, view: Window): string {
  if (!styleSheet || !applies(media, view)) return '';
  const css = inside(styleSheet.cssRules, styleSheet.href ?? href);
  return layerName === null ? css : `@layer ${layerName}{${css}}`;
}

/** Only a font that is in use is worth its bytes. */
function fontFace(
  style: CSSStyleDeclaration,
  { root, base, pictures }: { root: StyleRoot; base: string; pictures: PictureSources },
): string {
  const read = (name: string, fallback = 'normal'): string => style.getPropertyValue(name) || fallback;
  const bare = (family: string): string => family.replace(/["']/g, '');
  const family = read('font-family', '');
  const range = read('unicode-range', 'U+0-10FFFF');
  const isLoaded = [...viewOf(root).document.fonts].some(
    (font) =>
      font.status === 'loaded' &&
      bare(font.family) === bare(family) &&
      font.style === read('font-style') &&
      font.unicodeRange.toUpperCase() === range.toUpperCase(),
  );
  const address = /url\("?([^")]+)"?\)/.exec(read('src', ''))?.[1];
  if (!isLoaded || address === undefined) return '';
  const source = pictures.add({ kind: 'font', url: new URL(address, base).href });
  return `@font-face{font-family:${family};font-style:${read('font-style')};font-weight:${read('font-weight')};unicode-range:${range};src:url(${source})}`;
}

/** A nested selector, written out. */
function within(selector: string, parent: string | undefined): string {
  if (parent === undefined) return selector;
  const around = `:is(${parent})`;
  return selector.includes('&') ? selector.replaceAll('&', around) : `${around} ${selector}`;
}

function readSheet(sheet: CSSStyleSheet, read: (rules: CSSRuleList) => string, onGap: (gap: string) => void): string {
  try {
    return read(sheet.cssRules);
  } catch {
    onGap('style-sheet'); // of another origin, without CORS
    return '';
  }
}

/** By name, because rules of a frame are not instances of this window's classes. */
const kindOf = (rule: CSSRule): string => rule.constructor.name;
const applies = (media: MediaList, view: Window): boolean =>
  media.length === 0 || view.matchMedia(media.mediaText).matches;
const viewOf = (root: StyleRoot): Window => ('host' in root ? root.ownerDocument : root).defaultView ?? window;
