import type { CoveredSpot } from '../coveredSpot';
import { blocksFor, isSeparator } from '../filler';
import type { InterfaceDictionary } from '../interfaceTexts';
import { maskVerdict, type MaskVerdict, type SpotKind } from '../maskRule';
import { AT_REST, holdingStyle, scrolledRoot, sizeOf, type HeldPlace } from './heldPlace';
import { attributesOf, shownAttributesOf } from './keptAttributes';
import { isField, writeField } from './maskField';
import { createShapeWriter } from './maskShape';
import type { StyleMask } from './maskStyle';
import { coverText } from './maskText';
import { escapeXml, writeElement } from './markup';
import { createSpotNamer } from './nameSpot';
import { sourceOf } from './pictureSource';
import type { PictureSources } from './pictureSources';

/** What the copy needs to know of the page. */
export interface MaskTreeOptions {
  readonly document: Document;
  readonly dictionary: InterfaceDictionary;
  readonly maskStyle: StyleMask;
  readonly pictures: PictureSources;
  readonly marks: ReadonlyMap<Element, string>;
  readonly shownAttributes: ReadonlySet<string>;
  /** Elements in the top layer, which are drawn last. */
  readonly topLayer: ReadonlySet<Element>;
  /** Properties that an animation holds at this moment. */
  readonly animated: ReadonlyMap<Element, readonly string[]>;
  /** Elements of our own, which are never in the picture. */
  own(element: Element): boolean;
  onGap(gap: string): void;
}

/** The masked copy as markup, and what is covered in it. */
export interface MaskedTree {
  readonly markup: string;
  readonly spots: readonly CoveredSpot[];
}

/** What holds for everything below an element. */
interface Around {
  readonly masked: boolean;
  readonly unmasked: boolean;
  readonly insideField: boolean;
  readonly place: HeldPlace;
}

const SKIPPED = /^(?:script|style|link|meta|title|head|template|noscript|source|track|param|area|map|datalist|base)$/;
const PICTURE = /^(?:img|canvas|video|audio|object|embed|progress|meter|picture-frame)$/;
const VALID_NAME = /^[a-z][\w.-]*$/i;
const XHTML = 'http://www.w3.org/1999/xhtml';

/** Copies a page as markup in which everything is covered that is not known to be interface. The page itself is not touched. */
export function maskTree(options: MaskTreeOptions): MaskedTree {
  const { document, dictionary, maskStyle, pictures, marks, topLayer, onGap } = options;
  const spots: CoveredSpot[] = [];
  const onTop: string[] = [];
  const nameSpot = createSpotNamer(dictionary);
  const range = document.createRange();
  const isKnown = (text: string): boolean => isSeparator(text) || dictionary.has(text);
  const shapes = createShapeWriter({ pictures, maskStyle, marks, isKnown });

  const judge = (element: Element, around: Around, facts: { kind: SpotKind; isInterface: boolean }): MaskVerdict =>
    maskVerdict({
      ...facts,
      blocked: element.hasAttribute('data-support-block'),
      masked: around.masked || element.hasAttribute('data-support-mask'),
      unmaskedItself: facts.kind !== 'text' && element.hasAttribute('data-support-unmask'),
      unmaskedAround: around.unmasked,
      insideField: around.insideField,
    });

  const cover = (kind: SpotKind, element: Element, { box, place, canReveal = true }: { box: DOMRect; place: HeldPlace; canReveal?: boolean }): void => {
    const { innerWidth, innerHeight } = document.defaultView ?? window;
    const [x, y] = [box.x + place.frame[0], box.y + place.frame[1]];
    const isSeen = box.width > 1 && box.height > 1 && x < innerWidth && y < innerHeight && x + box.width > 0 && y + box.height > 0;
    if (isSeen && element.clientWidth !== 1) spots.push({ kind, label: nameSpot(element), box: [x, y, box.width, box.height].map(Math.round) as unknown as CoveredSpot['box'], canReveal }); // four in, four out
  };

  const coverBox = (element: Element, style: string, content = ''): string =>
    writeElement({ name: 'cl-p', marks: `${marks.get(element) ?? ''} cl-hatch`, style, content });

  const textRun = (run: readonly Text[], parent: Element, around: Around): string => {
    const whole = run.map(({ data }) => data).join('');
    if (!whole.trim()) return whole;
    const mayShow = (text: string): boolean => judge(parent, around, { kind: 'text', isInterface: isKnown(text) }) === 'keep';
    if (mayShow(whole)) return escapeXml(whole);
    return run.map((text) => (mayShow(text.data) || !text.data.trim() ? escapeXml(text.data) : coveredText(text, parent, around))).join('');
  };

  const coveredText = (text: Text, parent: Element, around: Around): string => {
    const covered = coverText(text, range);
    if (!covered) return '';
    cover('text', parent, { box: covered.box, place: around.place });
    return covered.markup;
  };

  const children = (nodes: Iterable<Node>, parent: Element, around: Around): string => {
    let markup = '';
    let run: Text[] = [];
    const [x, y] = around.place.scroll;
    const endRun = (): void => {
      const text = run.length > 0 ? textRun(run, parent, around) : '';
      markup += text.includes('<cl-b') || ((x || y) && text.trim()) ? `<cl-t${x || y ? ` style="left:${-x}px;top:${-y}px"` : ''}>${text}</cl-t>` : text;
      run = [];
    };
    for (const node of nodes) {
      if (node.nodeType === 3) run.push(node as Text); // by its type
      if (node.nodeType !== 1) continue;
      endRun();
      markup += element(node as Element, around); // by its type
    }
    endRun();
    return markup;
  };

  const element = (node: Element, around: Around): string => {
    if (SKIPPED.test(node.localName) || options.own(node)) return '';
    const style = (node.ownerDocument.defaultView ?? window).getComputedStyle(node);
    if (style.display === 'none') return '';
    if (!topLayer.has(node)) return drawn(node, style, around);
    onTop.push(backdropOf(node) + drawn(node, style, { ...around, place: AT_REST }, topLayerStyle(style)));
    return '';
  };

  const drawn = (node: Element, style: CSSStyleDeclaration, around: Around, extra = ''): string => {
    const inline = (node as HTMLElement).style?.cssText ?? ''; // MathML in old engines has none
    const own = (inline && maskStyle(inline, node.baseURI)) + extra + holdingStyle(node, style, around.place, options.animated.get(node));
    if (node.hasAttribute('data-support-block')) return blocked(node, own + sizeOf(node, style), around);
    if (isField(node)) return fieldOf(node, own, around);
    if (node.localName === 'svg') return picture(node, own + sizeOf(node, style), around, () => shapes.write(node, own, around.unmasked));
    if (PICTURE.test(node.localName)) return picture(node, own + sizeOf(node, style), around, undefined);
    return /^i?frame$/.test(node.localName) ? frame(node as HTMLIFrameElement, own + sizeOf(node, style), around) : container(node, own, around); // by its name
  };

  const blocked = (node: Element, style: string, { place }: Around): string => {
    cover('picture', node, { box: node.getBoundingClientRect(), place, canReveal: false });
    const name = /^(?:td|th|tr|li|tbody)$/.test(node.localName) ? node.localName : 'cl-p';
    return writeElement({ name, marks: `${marks.get(node) ?? ''} cl-block`, style, content: name === 'tr' ? '<td colspan="99"/>' : '' });
  };

  const fieldOf = (node: Element & HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, style: string, around: Around): string => {
    const isShown = judge(node, around, { kind: 'field', isInterface: false }) === 'keep';
    if (!isShown && node.value && !/^(?:hidden|button|submit|reset|checkbox|radio)$/.test(node.type)) cover('field', node, { box: node.getBoundingClientRect(), place: around.place });
    return writeField(node, {
      marks: marks.get(node),
      style,
      attributes: attributesOf(node),
      isShown,
      isKnown: (text) => judge(node, around, { kind: 'text', isInterface: isKnown(text) }) === 'keep',
    });
  };

  const picture = (node: Element, style: string, around: Around, draw: (() => string) | undefined): string => {
    const isInterface = draw ? isIcon(node) : node.localName === 'img' && pictures.interfaceSource((node as HTMLImageElement).currentSrc, node.baseURI) !== undefined; // by its name
    if (judge(node, around, { kind: 'picture', isInterface }) === 'keep') {
      if (draw) return draw();
      const source = sourceOf(node);
      if (source) return writeElement({ name: 'img', marks: marks.get(node), style, attributes: ` src="${pictures.add({ kind: 'picture', url: source })}"` });
      onGap('picture');
    }
    cover('picture', node, { box: node.getBoundingClientRect(), place: around.place });
    return coverBox(node, style);
  };

  const frame = (node: HTMLIFrameElement, style: string, around: Around): string => {
    const root = node.contentDocument?.documentElement;
    const box = node.getBoundingClientRect();
    if (!root) {
      onGap('frame');
      cover('frame', node, { box, place: around.place });
      return coverBox(node, style, '<cl-l>iframe</cl-l>');
    }
    const [x, y] = around.place.frame;
    const place: HeldPlace = { ...AT_REST, frame: [x + box.x + node.clientLeft, y + box.y + node.clientTop] };
    const masked = around.masked || node.hasAttribute('data-support-mask');
    const inside: Around = { masked, unmasked: node.hasAttribute('data-support-unmask'), insideField: false, place };
    const { border } = getComputedStyle(node);
    return writeElement({ name: 'cl-f', marks: marks.get(node), style: `${style};border:${border};${backgroundOf(root)}`, content: element(root, inside) });
  };

  const container = (node: Element, style: string, around: Around): string => {
    const isRoot = node.localName === 'html';
    const isScrolled = node.scrollTop !== 0 || node.scrollLeft !== 0;
    const isEditor = (node as HTMLElement).isContentEditable && node.hasAttribute('contenteditable'); // absent on shapes
    const unmasksItself = node.hasAttribute('data-support-unmask');
    const inside: Around = {
      masked: around.masked || node.hasAttribute('data-support-mask'),
      unmasked: around.unmasked || unmasksItself,
      insideField: (around.insideField || isEditor) && !unmasksItself,
      place: { ...around.place, scroll: isScrolled && !isRoot ? [node.scrollLeft, node.scrollTop] : [0, 0], hasScrolled: around.place.hasScrolled || isScrolled },
    };
    const shown = shownAttributesOf(node, options.shownAttributes, (text) =>
      judge(node, inside, { kind: 'text', isInterface: isKnown(text) }) === 'keep' ? text : blocksFor(text),
    );
    const namespace = node.namespaceURI === XHTML ? '' : ` xmlns="${node.namespaceURI ?? ''}"`;
    return writeElement({
      name: VALID_NAME.test(node.localName) ? node.localName : 'cl-x',
      marks: `${marks.get(node) ?? ''}${inside.masked ? ' cl-masked' : ''}`,
      style: style + (isRoot ? scrolledRoot(node) : ''),
      attributes: namespace + attributesOf(node) + shown,
      content: children(childrenOf(node), node, inside),
    });
  };

  const around: Around = { masked: false, unmasked: false, insideField: false, place: AT_REST };
  const page = element(document.documentElement, around);
  return { markup: page + onTop.join('') + shapes.writeReferred(document), spots };
}

/** The flattened tree: a host shows its shadow tree, a slot what is put into it. */
function childrenOf(node: Element): Iterable<Node> {
  if (node.shadowRoot) return node.shadowRoot.childNodes;
  const assigned = 'assignedNodes' in node ? (node as HTMLSlotElement).assignedNodes({ flatten: true }) : []; // only slots have it
  return assigned.length > 0 ? assigned : node.childNodes;
}

/** A shape this small is an icon; a bigger one may be a signature, a chart or a code. */
function isIcon(node: Element): boolean {
  const { width, height } = node.getBoundingClientRect();
  return width <= 40 && height <= 40;
}

/** What shows behind a page: the background of its root, or of its body. */
export function backgroundOf(root: Element): string {
  const body = root.querySelector(':scope > body');
  const ownOf = (node: Element | null): string => {
    if (!node) return '';
    const { backgroundColor, backgroundImage } = getComputedStyle(node);
    const image = backgroundImage !== 'none' && !backgroundImage.includes('url(') ? `;background-image:${backgroundImage}` : '';
    return backgroundColor === 'rgba(0, 0, 0, 0)' && !image ? '' : `background-color:${backgroundColor}${image}`;
  };
  return ownOf(root) || ownOf(body);
}

/** What the browser does for an element in the top layer, written out. It keeps what it inherits in its own place. */
const topLayerStyle = ({ font, color, textAlign, inset, margin, width, height, maxWidth, maxHeight }: CSSStyleDeclaration): string =>
  `;position:fixed;z-index:2147483647;inset:${inset};margin:${margin};width:${width};height:${height};max-width:${maxWidth};max-height:${maxHeight};font:${font};color:${color};text-align:${textAlign}`;

function backdropOf(node: Element): string {
  const { backgroundColor, backdropFilter } = getComputedStyle(node, '::backdrop');
  const isModal = node.matches(':modal');
  return isModal ? `<cl-d style="background-color:${backgroundColor};backdrop-filter:${backdropFilter}"/>` : '';
}
