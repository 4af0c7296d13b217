import type { Clock } from '../../../foundation/clock';
import {
  atOnce,
  backgroundOf,
  createPictureSources,
  createStyleMask,
  escapeXml,
  HATCH,
  maskTree,
  type InterfaceDictionary,
  type Pace,
} from '../../../privacy/index';
import { emptyPage, type FrozenPage } from '../moment';
import type { StyleRoot } from './findElements';
import { transplantRules } from './transplantRules';

/** What freezing needs from outside. */
export interface FreezeOptions {
  readonly dictionary: InterfaceDictionary;
  /** `privacy.interfaceAssets`: url prefixes of pictures that belong to the interface. */
  readonly interfaceAssets: readonly string[];
  /** Our own elements, which are never in the picture. */
  own(element: Element): boolean;
  readonly clock: Clock;
}

/** Rules of the copy itself: bars, boxes, and the end of all movement. Strong enough that no rule of the page undoes a cover. */
const OWN_RULES = `
cl-page{display:block;overflow:hidden;contain:paint;font-size:medium}
cl-page *,cl-page ::before,cl-page ::after{animation:none!important;transition:none!important;caret-color:transparent!important}
cl-v{display:block;position:relative;height:100%;overflow:hidden}
cl-page *{scroll-snap-align:none!important}
cl-page cl-s{visibility:hidden;width:1px;height:1px;margin-inline-end:-1px;margin-block-end:-1px;scroll-snap-align:start!important}
.cl-around{display:contents!important}.cl-around::before,.cl-around::after{content:none!important}
cl-t{position:relative}
.cl-bar{max-width:100%;height:.78em;vertical-align:-.08em;border-radius:.16em;background:repeating-linear-gradient(135deg,currentColor 0 1.5px,transparent 1.5px 4px),rgba(128,136,150,.55);opacity:.42}
cl-p{display:inline-block;overflow:hidden}
.cl-hatch{background:${HATCH}!important;color:rgb(90,100,118)!important}
.cl-block,.cl-block>td{background:rgb(120,128,142)!important;color:transparent!important}
.cl-masked::before,.cl-masked::after{-webkit-text-fill-color:transparent!important}
cl-l{display:flex;width:100%;height:100%;align-items:center;justify-content:center;font:600 12px/1 system-ui,sans-serif}
cl-f{overflow:hidden;contain:paint;padding:0}
cl-d{position:fixed;inset:0;z-index:2147483647}`;

/**
 * A first layer gives way to every rule of the page. In a picture no link looks like one (measured in Chromium), a frame takes
 * nothing over from the page around it, and nothing pops over.
 */
const LOWEST =
  '@layer cl-low{a[href]{color:LinkText;text-decoration:underline}cl-v>html{display:flow-root}cl-f>cl-v>html{all:initial;display:flow-root}.cl-pop>:not(cl-d){border:solid;padding:.25em;overflow:auto;color:CanvasText;background-color:Canvas}}';

/**
 * Freezes the page: its rules and a masked copy, in one synchronous pass, before anything of ours paints.
 * Never throws: a page that cannot be copied gives an empty one.
 */
export function freezePage(document: Document, options: FreezeOptions): FrozenPage {
  const takenAt = options.clock.now();
  try {
    const steps = freezing(document, { ...options, takenAt, pace: atOnce });
    let step = steps.next('');
    while (!step.done) step = steps.next(step.value);
    return step.value;
  } catch {
    return emptyPage(takenAt); // the host's page must never notice; drawing it says that it failed
  }
}

/** What one freezing is done with. */
export interface FreezingOptions extends FreezeOptions {
  readonly takenAt: number;
  readonly pace: Pace;
}

/** The steps of freezing: each gives a text to be finished (see `Pace`), and goes on with it once it is whole. */
export function* freezing(
  document: Document,
  { dictionary, interfaceAssets, own, takenAt, pace }: FreezingOptions,
): Generator<string, FrozenPage, string> {
  const view = document.defaultView ?? window;
  const root = document.documentElement;
  const gaps = new Set<string>();
  const onGap = (gap: string): unknown => gaps.add(gap);
  const pictures = createPictureSources(interfaceAssets, document.baseURI);
  const maskStyle = createStyleMask(dictionary, pictures);
  const roots = [...rootsIn(document, own)];
  const rules = transplantRules({ roots, maskStyle, pictures, pace, onGap });
  const css = yield rules.css;
  const { marks, shownAttributes, untold } = rules;
  const topLayer = new Set(
    roots.flatMap((place) => [...place.querySelectorAll(':is(:modal,:popover-open,:fullscreen)')]),
  );
  const { markup, spots, landmarks, uncovered } = yield* maskTree({
    document,
    pace,
    dictionary,
    maskStyle,
    pictures,
    marks,
    shownAttributes,
    topLayer,
    held: heldProperties(document, untold, roots),
    own,
    onGap,
  });
  const width = root.clientWidth;
  const height = view.innerHeight;
  const { fontSize, colorScheme } = view.getComputedStyle(root);
  return {
    takenAt,
    width,
    height,
    pixelRatio: view.devicePixelRatio,
    spots,
    landmarks,
    uncovered,
    gaps: [...gaps],
    sources: pictures.list,
    markup:
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" style="font-size:${fontSize};color-scheme:${colorScheme}">` +
      `<foreignObject width="100%" height="100%"><cl-page xmlns="http://www.w3.org/1999/xhtml" xmlns:s="http://www.w3.org/2000/svg" style="width:${width}px;height:${height}px;background-color:Canvas;${escapeXml(backgroundOf(root))}">` +
      `<style>${escapeXml(LOWEST + css + OWN_RULES)}</style>${markup}</cl-page></foreignObject></svg>`,
  };
}

/** Every place with style sheets of its own: the document, open shadow trees, frames of the same origin. */
export function* rootsIn(root: StyleRoot, own: (element: Element) => boolean): Generator<StyleRoot> {
  yield root;
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot && !own(element)) yield* rootsIn(element.shadowRoot, own);
    else if (element.localName === 'iframe' || element.localName === 'frame') {
      const inside = (element as HTMLIFrameElement).contentDocument; // by its name
      if (inside?.documentElement) yield* rootsIn(inside, own);
    }
  }
}

/** What forced colours decide. A picture knows none of them. */
const FORCED = [
  'color',
  'background-color',
  'border-color',
  'outline-color',
  'text-shadow',
  'box-shadow',
  'accent-color',
];

const DECIDED = ':not(progress,meter,input:is([type=checkbox],[type=radio],[type=range]))';

/** Properties that are moving now, those that the device decides, and those that no rule tells of: the copy holds them where they are. */
function heldProperties(
  document: Document,
  untold: ReadonlyMap<Element, readonly string[]>,
  roots: readonly StyleRoot[],
): ReadonlyMap<Element, readonly string[]> {
  const held = new Map(untold);
  if (document.defaultView?.matchMedia('(forced-colors:active)').matches)
    for (const element of roots.flatMap((root) => [...root.querySelectorAll(DECIDED)]))
      if (!/^(?:in|out)set$/.test(getComputedStyle(element).borderTopStyle)) held.set(element, FORCED); // else it would lose its look
  for (const { effect } of document.getAnimations()) {
    if (!(effect instanceof KeyframeEffect) || !effect.target || effect.pseudoElement) continue;
    const names = effect
      .getKeyframes()
      .flatMap((frame) => Object.keys(frame))
      .filter((name) => !/^(?:offset|computedOffset|easing|composite)$/.test(name));
    const properties = names.map((name) =>
      name.startsWith('--') ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    );
    held.set(effect.target, [...(held.get(effect.target) ?? []), ...new Set(properties)]);
  }
  return held;
}
