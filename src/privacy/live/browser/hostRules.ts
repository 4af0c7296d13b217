import type { PictureSources } from '../../browser/pictureSources';
import type { InterfaceDictionary } from '../../interfaceTexts';
import { INVISIBLE } from '../coverRules';
import { firstLayer, rulesOf } from './firstLayer';
import { HATCHED_IMAGE, MASKED, NO_PICTURE, OUT_OF_SIGHT, OUTDOING } from '../pictureRules';
import { strong, withCondition } from '../strength';

/** What a style sheet of the host asks of the cover. */
export interface HostRules {
  /** Rules that cover the pictures and generated texts it brings. */
  readonly covering: string;
  /** Rules that let generated texts through that are known. Only for a tree whose every sheet could be read. */
  readonly showing: string;
  /** Whether every rule of it could be read. */
  readonly isComplete: boolean;
  /** Whether something of it is still on its way. */
  readonly isPending: boolean;
  /** Its first layer by name; empty when there is none. */
  readonly layer: string;
}

/** What rules are judged by. */
export interface RulesBy {
  readonly dictionary: InterfaceDictionary;
  readonly pictures: PictureSources;
  /** Whether `data-support-unmask` counts in this tree. */
  readonly mayUnmask: boolean;
}

const ADDRESS = /(?:url|src)\(\s*(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|([^"')]*))\s*\)/gi;
/** Addresses of these are no pictures that are drawn, or references within the page. */
const NO_DRAWING = /(?:cursor|filter|clip-path|shape-outside|offset-path)\s*:[^;]*;?/g;
const WORDS = /^(?:"(?:\\.|[^"\\])*"\s*)+(?:\/|$)/;
const QUOTED = /"((?:\\.|[^"\\])*)"/g;
const GENERATED = /::(?:before|after|marker)/;
/** One sign of an icon font. */
const ICON = /^(?:[\ue000-\uf8ff]|\\[\da-f]{1,6})$/i;

/** Reads a sheet of the host once. Rules of which a person's data may come are written again, as rules that cover. */
export function readHostRules(sheet: CSSStyleSheet, by: RulesBy): HostRules {
  const reading = startReading(sheet, by);
  readSheet(sheet, reading);
  const { covering, showing, isComplete, isPending } = reading;
  return {
    covering: covering.join('\n'),
    showing: showing.join('\n'),
    isComplete,
    isPending,
    layer: firstLayer(sheet),
  };
}

interface Reading extends RulesBy {
  readonly base: string;
  readonly covering: string[];
  readonly showing: string[];
  isComplete: boolean;
  isPending: boolean;
  /** Layers without a name around the rule: nothing of ours can stand in them, so what is important there counts more than we do. */
  nameless: number;
}

/** Puts a rule back into the rules that it was nested in. */
type Wrap = (rule: string) => string;

const startReading = (sheet: CSSStyleSheet, by: RulesBy): Reading => ({
  ...by,
  base: sheet.href ?? sheet.ownerNode?.baseURI ?? document.baseURI,
  covering: [],
  showing: [],
  isComplete: true,
  isPending: false,
  nameless: 0,
});

function readSheet(sheet: CSSStyleSheet, reading: Reading): void {
  const rules = rulesOf(sheet);
  if (rules) readRules(rules, reading, (rule) => rule);
  else reading.isComplete = false;
}

function readRules(rules: CSSRuleList, reading: Reading, wrap: Wrap): void {
  for (const rule of rules) readRule(rule, reading, wrap);
}

/** Rules are told apart by what they have, since a frame has classes of its own. */
function readRule(rule: CSSRule, reading: Reading, wrap: Wrap): void {
  const { selectorText, style } = rule as Partial<CSSStyleRule>; // all optional
  const kind = /^@[a-z-]+/.exec(rule.cssText)?.[0];
  if (kind === '@keyframes') return readMovement(rule, reading);
  if (kind === '@import') return readImport(rule, reading);
  if (style && kind !== '@font-face') readStyle(selectorText ?? '&', { style, reading, wrap });
  readInner(rule, reading, wrap);
}

/** Conditions are left out: what covers when it need not does no harm. */
function readInner(rule: CSSRule, reading: Reading, wrap: Wrap): void {
  const { selectorText, cssRules } = rule as Partial<CSSStyleRule>; // optional
  const around = selectorText ?? /^@scope[^{]*/.exec(rule.cssText)?.[0];
  const isNameless = isNamelessLayer(rule);
  if (isNameless) reading.nameless += 1;
  if (cssRules) readRules(cssRules, reading, around === undefined ? wrap : (inner) => wrap(`${around}{${inner}}`));
  if (isNameless) reading.nameless -= 1;
}

/** Also an imported sheet may stand in one. */
const isNamelessLayer = (rule: CSSRule): boolean => {
  const { name, layerName } = rule as Partial<CSSLayerBlockRule & CSSImportRule>; // optional
  return layerName === '' || (name === '' && rule.cssText.startsWith('@layer'));
};

/** Which elements it moves is not known: with a picture of somebody in it, no background of the tree is safe. */
function readMovement({ cssText }: CSSRule, reading: Reading): void {
  if (!areKnown(cssText, reading)) reading.isComplete = false;
}

function readImport(rule: CSSRule, reading: Reading): void {
  const { styleSheet } = rule as Partial<CSSImportRule>; // optional
  const isNameless = isNamelessLayer(rule);
  if (isNameless) reading.nameless += 1;
  if (styleSheet) readSheet(styleSheet, reading);
  if (isNameless) reading.nameless -= 1;
  if (!styleSheet) {
    reading.isPending = true;
    reading.isComplete = false;
  }
}

function readStyle(
  selectors: string,
  { style, reading, wrap }: { style: CSSStyleDeclaration; reading: Reading; wrap: Wrap },
): void {
  const text = style.cssText.replace(NO_DRAWING, '');
  const cover = (condition: string, declarations: string): unknown =>
    reading.covering.push(wrap(`${withCondition(selectors, condition)}{${declarations}}`));
  if (!areKnown(text, reading)) coverPictures(selectors, { text, reading, wrap });
  if (/background-clip:[^;]*text/.test(text)) cover(strong(2), 'background-clip:border-box!important');
  if (reading.nameless > 0 && outdoesUs(style)) cover(strong(2), UNSEEN);
  if (/::first-/.test(selectors)) cover(strong(), INVISIBLE);
  const { content } = style;
  if (!GENERATED.test(selectors) || !content || /^(?:none|normal|"")$/.test(content)) return;
  if (isKnownContent(content, reading))
    reading.showing.push(
      wrap(`${withCondition(selectors, strong(2))}{-webkit-text-fill-color:currentcolor!important}`),
    );
  else cover(strong(3), INVISIBLE);
}

/** Where a property of ours cannot win another one takes the element away as a whole. */
const UNSEEN = `${OUT_OF_SIGHT};mask:linear-gradient(#0000 0 0)!important`;

function outdoesUs(style: CSSStyleDeclaration): boolean {
  const outdoing = [...style].filter((name) => style.getPropertyPriority(name) === 'important');
  const said = outdoing.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
  return (
    outdoing.length > 0 &&
    OUTDOING.some((part) => said.includes(part) || (part === '(--' && style.cssText.includes(part)))
  );
}

/** A picture in a custom property may be used by anything further in. */
function coverPictures(
  selectors: string,
  { text, reading, wrap }: { text: string; reading: Reading; wrap: Wrap },
): void {
  const unless = reading.mayUnmask ? `:is(${MASKED},:not([data-support-unmask]))${strong(2)}` : strong(2);
  const covered = withCondition(selectors, unless);
  reading.covering.push(wrap(`${covered}{${HATCHED_IMAGE};${NO_PICTURE}}`));
  if (/(?:^|[;\s])content:[^;]*(?:url|image-set)\(/.test(text))
    reading.covering.push(wrap(`${covered}{${OUT_OF_SIGHT}}`));
  if (text.includes('--') && !selectors.includes('::'))
    reading.covering.push(
      wrap(`:is(${selectors}) *${strong(2)}{background-image:none!important;${NO_PICTURE}}`),
      ...['before', 'after'].map((name) =>
        wrap(
          `:is(${selectors},:is(${selectors}) *)${strong(2)}::${name}{background-image:none!important;${NO_PICTURE}}`,
        ),
      ),
    );
}

/** Whether every address is an asset of the interface or a reference within the page. */
function areKnown(text: string, { pictures, base }: Reading): boolean {
  if (!/url\(|src\(|image-set\(|image\(/i.test(text)) return true;
  if (/image-set\(|[^-]image\(/i.test(text)) return false;
  return [...text.matchAll(ADDRESS)].every(([, double, single, bare]) => {
    const address = double ?? single ?? bare ?? '';
    return address.startsWith('#') || pictures.interfaceSource(address, base) !== undefined;
  });
}

/** Whether a generated text is nothing but signs, icons, or texts of the catalogue. */
const isKnownContent = (content: string, { dictionary }: Reading): boolean =>
  WORDS.test(content) &&
  [...content.matchAll(QUOTED)].every(
    ([, text = '']) => !/[\p{L}\p{N}]/u.test(text) || ICON.test(text) || dictionary.has(text),
  );
