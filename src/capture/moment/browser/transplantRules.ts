import type { Pace, PictureSources, StyleMask } from '../../../privacy/index';
import { markSelector, specificity, splitSelectors } from '../selector';
import { classNamesIn, mayReach, reachOf, type Scope, type StyleRoot } from './findElements';

/** The author's style for the copy: rules that find their elements by marks, without a class, id or attribute of the page. */
export interface TransplantedRules {
  /** To be finished, and only then marks and the rest are complete. */
  readonly css: string;
  /** The marks of each element that a rule reaches, separated by spaces. */
  readonly marks: ReadonlyMap<Element, string>;
  /** Attributes whose value the style shows, by `attr()`. */
  readonly shownAttributes: ReadonlySet<string>;
  /** Properties of elements that the browser does not tell the rule of: to be read from the element itself. */
  readonly untold: ReadonlyMap<Element, readonly string[]>;
}

/** What the transplant needs, and where it reports. */
export interface TransplantOptions {
  readonly roots: readonly StyleRoot[];
  readonly maskStyle: StyleMask;
  readonly pictures: PictureSources;
  /** Whether a rule is taken over now or later. */
  readonly pace: Pace;
  onGap(gap: string): void;
}

interface Surroundings {
  readonly base: string;
  /** The selector around nested rules. */
  readonly parent?: string;
  readonly scope?: Scope;
}

/** A long form whose short form holds a `var()`: once another long form follows, the browser gives no value for it. */
const UNTOLD = /(?<![\w-])(?!--)([\w-]+): ;\s*/g;

const SHADOW_LAYER = 'cl-shadow';

/**
 * Takes the rules that count now over to the copy. Conditions on the device are judged here; layers and container queries stay.
 * Each selector is asked to the live page, and what it reaches gets a mark: so state, structure and shadow trees need no imitation.
 */
export function transplantRules({ roots, maskStyle, pictures, pace, onGap }: TransplantOptions): TransplantedRules {
  const marks = new Map<Element, string>();
  const untold = new Map<Element, readonly string[]>();
  const mark = createMarker(marks);
  const shownAttributes = new Set<string>();

  const declarations = (style: CSSStyleDeclaration, base: string): string => {
    const masked = maskStyle(style.cssText, base);
    for (const [, name] of masked.matchAll(/attr\(\s*([\w-]+)/g)) if (name) shownAttributes.add(name);
    return masked;
  };

  const transplantRoot = (root: StyleRoot): string => {
    const names = classNamesIn(root);
    const view = viewOf(root);

    const styleRule = (selectors: readonly string[], rule: CSSStyleRule, { base, scope }: Surroundings): string => {
      const near = selectors.filter((selector) => mayReach(selector, names));
      if (near.length === 0) return ''; // most rules of a framework reach nothing: only of others more is read
      const { style } = rule;
      const marked = style.length > 0 ? near.flatMap((selector) => mark(selector, root, scope)) : [];
      if (marked.length === 0) return '';
      const text = declarations(style, base);
      const missing = [...text.matchAll(UNTOLD)].map(([, name = '']) => name);
      if (missing.length > 0)
        for (const element of marked.flatMap(({ elements }) => elements))
          untold.set(element, [...(untold.get(element) ?? []), ...missing]);
      return `${marked.map(({ selector }) => selector).join(',')}{${text.replace(UNTOLD, '')}}`;
    };

    const rulesOf = (rules: CSSRuleList, around: Surroundings): string =>
      [...rules].map((rule) => pace(() => oneRule(rule, around))).join('');

    const outside = ({ base }: Surroundings): Outside => ({ view, onGap, mask: (text) => maskStyle(text, base) });
    const oneRule = (rule: CSSRule, around: Surroundings): string => {
      switch (kindOf(rule)) {
        case 'CSSStyleRule': {
          const { selectorText, cssRules } = rule as CSSStyleRule; // kindOf has just told
          const selectors = splitSelectors(selectorText).map((selector) => within(selector, around));
          const own = styleRule(selectors, rule as CSSStyleRule, around);
          return own + (cssRules?.length ? rulesOf(cssRules, { ...around, parent: selectors.join(',') }) : '');
        }
        case 'CSSNestedDeclarations':
          return styleRule(splitSelectors(around.parent ?? ''), rule as CSSStyleRule, around); // has a style as well
        case 'CSSFontFaceRule':
          return fontFace((rule as CSSFontFaceRule).style, { root, base: around.base, pictures });
        default:
          return groupRule(rule, (rules, change) => rulesOf(rules, { ...around, ...change }), outside(around));
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

  const css = [...roots].sort(shadowsFirst).map(transplantRoot).join('');
  return { css, marks, shownAttributes, untold };
}

const isShadow = (root: StyleRoot): number => Number('host' in root);
const shadowsFirst = (a: StyleRoot, b: StyleRoot): number => isShadow(b) - isShadow(a);

/** A selector of the copy, and the elements that it finds; not those of which it finds a box. */
interface Marked {
  readonly selector: string;
  readonly elements: readonly Element[];
}

type Mark = (selector: string, root: StyleRoot, scope?: Scope) => readonly Marked[];

/** Gives what a selector reaches a mark of its own, and the selector that finds it again; nothing when it reaches nothing. */
function createMarker(marks: Map<Element, string>): Mark {
  let count = 0;
  return (selector, root, scope) => {
    const reach = reachOf(selector, root, scope);
    const elements = [...(reach?.elements ?? [])];
    if (!reach || elements.length === 0) return [];
    const name = `r${count.toString(36)}`;
    count += 1;
    for (const element of elements) marks.set(element, `${marks.get(element) ?? ''} ${name}`);
    const weight = specificity(selector.slice(0, selector.length - reach.box.length));
    return [{ selector: markSelector(name, weight) + reach.box, elements: reach.box ? [] : elements }];
  };
}

/** What judging a group of rules needs beside it. */
interface Outside {
  readonly view: Window;
  onGap(gap: string): void;
  mask(declarations: string): string;
}

type Inside = (rules: CSSRuleList, change?: Partial<Surroundings>) => string;

/** Rules that hold rules. What is switched off is left out; what is on and cannot change in the copy is unwrapped. */
function groupRule(rule: CSSRule, inside: Inside, outside: Outside): string {
  const { view } = outside;
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
      return inside(cssRules, { scope: scopeOf(rule as CSSScopeRule, view.document) }); // kindOf has just told
    case 'CSSImportRule':
      return importRule(rule as CSSImportRule, inside, outside); // kindOf has just told
    default:
      return aloneRule(rule, outside);
  }
}

/** A style query asks for values, which may be somebody's: it is left out. */
const containerRule = (condition: string, css: string): string =>
  condition.includes('style(') || css === '' ? '' : `@container ${condition}{${css}}`;

/** Without a start it is the element around the style sheet. */
function scopeOf({ start, end, parentStyleSheet }: CSSScopeRule, document: Document): Scope {
  const around = parentStyleSheet?.ownerNode?.parentElement;
  return { end, roots: start === null ? (around ? [around] : []) : [...document.querySelectorAll(start)] };
}

function importRule(
  { styleSheet, media, layerName, href }: CSSImportRule,
  inside: Inside,
  { view, onGap }: Outside,
): string {
  if (!styleSheet || !applies(media, view)) return '';
  const css = readSheet(styleSheet, (rules) => inside(rules, { base: styleSheet.href ?? href }), onGap);
  return layerName === null ? css : `@layer ${layerName}{${css}}`;
}

/** Rules that stand for themselves and that others name. What a custom property is before anybody sets it is a value like any other. */
function aloneRule(rule: CSSRule, { mask }: Outside): string {
  if (/^CSS(?:CounterStyle|PositionTry)Rule$/.test(kindOf(rule))) return mask(rule.cssText);
  if (kindOf(rule) !== 'CSSPropertyRule') return '';
  const { name, syntax, inherits, initialValue } = rule as CSSPropertyRule; // kindOf has just told
  const initial = initialValue === null ? '' : mask(`--initial:${initialValue}`).replace('--initial', 'initial-value');
  return `@property ${name}{syntax:"${syntax}";inherits:${String(inherits)};${initial}}`;
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
function within(selector: string, { parent, scope }: Surroundings): string {
  if (parent === undefined) return scope ? selector.replaceAll('&', ':where(:scope)') : selector;
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
