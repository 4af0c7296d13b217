import type { CoveredSpot, UncoveredPiece } from '../coveredSpot';
import type { Landmark } from '../landmark';
import { blocksFor } from '../filler';
import { copyBlocked, copyField, copyPicture, isPicture } from './copySpot';
import {
  coverSpot,
  mayShow,
  NOTHING_AROUND,
  partInPicture,
  startCopying,
  type Around,
  type Copying,
  type MaskTreeOptions,
} from './copying';
import { barlessStyle, focusStyle, isBodyOfView, scrolledTo, sizeOf, valuesOf, VIEWED, viewOn } from './heldPlace';
import { attributesOf, shownAttributesOf } from './keptAttributes';
import { isField } from './maskField';
import { BAR, coverText } from './maskText';
import { escapeXml, writeElement } from './markup';
import { backdropOf, backgroundOf, glassStyle, insideAncestors, topLayerStyle } from './pageLayers';

/** The masked copy as markup, what is covered in it, and what that hides. */
export interface MaskedTree {
  readonly markup: string;
  readonly spots: readonly CoveredSpot[];
  readonly landmarks: readonly Landmark[];
  uncovered(piece: number): UncoveredPiece | undefined;
}

const SKIPPED = /^(?:script|style|link|meta|title|head|template|noscript|source|track|param|area|map|datalist|base)$/;
const VALID_NAME = /^[a-z][\w.-]*$/i;
const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * Copies a page as markup in which everything is covered that is not known to be interface. The page itself is not touched.
 * Gives texts to be finished (see `Pace`) and gets them back whole.
 */
export function* maskTree(options: MaskTreeOptions): Generator<string, MaskedTree, string> {
  const copying = startCopying(options);
  const { documentElement } = options.document;
  const page = yield viewOn(documentElement, copyElement(copying, documentElement, NOTHING_AROUND));
  const onTop = yield copying.onTop.join(''); // known once the page is whole
  return {
    markup: page + onTop + copying.shapes.writeReferred(options.document),
    spots: copying.spots.spots,
    landmarks: copying.parts.landmarks,
    uncovered: copying.spots.uncovered,
  };
}

function copyElement(copying: Copying, node: Element, around: Around): string {
  if (SKIPPED.test(node.localName) || copying.own(node)) return '';
  return copying.pace(() => copyDisplayed(copying, node, around));
}

function copyDisplayed(copying: Copying, node: Element, around: Around): string {
  const style = (node.ownerDocument.defaultView ?? window).getComputedStyle(node);
  if (style.display === 'none') return '';
  if (!copying.topLayer.has(node)) return copyDrawn(copying, node, { style, around, extra: '' });
  const extra = topLayerStyle(node, style);
  if (node.ownerDocument !== copying.document)
    return backdropOf(node) + copyDrawn(copying, node, { style, around, extra });
  const place = copying.onTop.push('') - 1; // before what is opened from inside it
  const layer = copyDrawn(copying, node, { style, around, extra });
  copying.onTop[place] = insideAncestors(copying, node, backdropOf(node) + layer);
  return '';
}

interface Drawn {
  readonly style: CSSStyleDeclaration;
  readonly around: Around;
  readonly extra: string;
}

function copyDrawn(copying: Copying, node: Element, { style, around, extra }: Drawn): string {
  const inline = (node as HTMLElement).style?.cssText ?? ''; // MathML of old engines has none
  const held = copying.held.get(node);
  const own =
    (inline && copying.maskStyle(inline, node.baseURI)) +
    (held ? copying.maskStyle(valuesOf(style, held), node.baseURI) : '') +
    extra +
    glassStyle(style) +
    focusStyle(node, style) +
    barlessStyle(node, style);
  const boxed = { around, style: own };
  if (node.hasAttribute('data-support-block'))
    return copyBlocked(copying, node, { ...boxed, style: own + sizeOf(node, style) });
  if (isField(node)) return copyField(copying, node, boxed);
  if (isPicture(node)) return copyPicture(copying, node, { ...boxed, style: own + sizeOf(node, style) });
  if (/^i?frame$/.test(node.localName))
    return copyFrame(copying, node as HTMLIFrameElement, { ...boxed, style: own + sizeOf(node, style) }); // by its name
  return copyContainer(copying, node, { ...boxed, computed: style });
}

/** A frame of the same origin is copied by the same rules; what is marked around it says nothing about its texts. */
function copyFrame(
  copying: Copying,
  frame: HTMLIFrameElement,
  { around, style }: { around: Around; style: string },
): string {
  const root = frame.contentDocument?.documentElement;
  const box = frame.getBoundingClientRect();
  if (!root) {
    copying.onGap('frame');
    const covered = writeElement({
      name: 'cl-p',
      marks: `${copying.marks.get(frame) ?? ''} cl-hatch`,
      style,
      content: '<cl-l>iframe</cl-l>',
    });
    return coverSpot(copying, frame, { kind: 'frame', box, place: around.place, covered });
  }
  const [x, y] = around.place.frame;
  const inside: Around = {
    masked: around.masked || frame.hasAttribute('data-support-mask'),
    unmasked: frame.hasAttribute('data-support-unmask'),
    insideField: false,
    place: { frame: [x + box.x + frame.clientLeft, y + box.y + frame.clientTop] },
  };
  const looks = `${style};border:${getComputedStyle(frame).border};${backgroundOf(root)}`;
  return writeElement({
    name: 'cl-f',
    marks: copying.marks.get(frame),
    style: looks,
    content: viewOn(root, copyElement(copying, root, inside)),
  });
}

function copyContainer(
  copying: Copying,
  node: Element,
  { around, style, computed }: { around: Around; style: string; computed: CSSStyleDeclaration },
): string {
  const isRoot = node.localName === 'html';
  const inside = insideOf(node, around);
  copying.parts.meet({
    element: node,
    isMasked: inside.masked,
    isVisible: computed.visibility === 'visible',
    box: () => partInPicture(copying, node.getBoundingClientRect(), around.place),
  });
  const scrolled = isRoot || isBodyOfView(node) ? VIEWED : scrolledTo(node, computed);
  const isShown = (text: string): boolean =>
    mayShow(node, inside, { kind: 'text', isInterface: copying.isKnown(text) });
  const show = (text: string): string => (isShown(text) ? text : blocksFor(text));
  const below = copying.findBelow(node, { style: computed, place: around.place, isShown });
  const namespace = node.namespaceURI === XHTML ? '' : ` xmlns="${node.namespaceURI ?? ''}"`;
  return writeElement({
    name: VALID_NAME.test(node.localName) ? node.localName : 'cl-x',
    marks: `${copying.marks.get(node) ?? ''}${inside.masked ? ' cl-masked' : ''}`,
    style: style + scrolled.style + below.style,
    attributes: namespace + attributesOf(node) + shownAttributesOf(node, copying.shownAttributes, show),
    content: scrolled.markup + copyChildren(copying, node, { around: inside, end: below.first }) + below.markup,
  });
}

function insideOf(node: Element, around: Around): Around {
  const unmasksItself = node.hasAttribute('data-support-unmask');
  return {
    masked: around.masked || node.hasAttribute('data-support-mask'),
    unmasked: around.unmasked || unmasksItself,
    insideField: (around.insideField || isEditor(node)) && !unmasksItself,
    place: around.place,
  };
}

const isEditor = (node: Element): boolean =>
  node.hasAttribute('contenteditable') && (node as HTMLElement).isContentEditable; // absent, so false, on shapes

/** Neighbouring texts are judged as one first: a framework may have cut a text of the catalogue in pieces. */
function copyChildren(
  copying: Copying,
  parent: Element,
  { around, end }: { around: Around; end: Node | undefined },
): string {
  let markup = '';
  let run: Text[] = [];
  const endRun = (): void => {
    const texts = run;
    if (texts.length > 0) markup += copying.pace(() => placed(copyTexts(copying, texts, { parent, around })));
    run = [];
  };
  for (const node of childrenOf(parent)) {
    if (node === end) break;
    if (node.nodeType === 3) run.push(node as Text); // by its type
    if (node.nodeType !== 1) continue;
    endRun();
    markup += copyElement(copying, node as Element, around); // by its type
  }
  endRun();
  return markup;
}

/** The flattened tree: a host shows its shadow tree, a slot what is put into it. */
function childrenOf(node: Element): Iterable<Node> {
  if (node.shadowRoot) return node.shadowRoot.childNodes;
  const assigned = 'assignedNodes' in node ? (node as HTMLSlotElement).assignedNodes({ flatten: true }) : []; // only slots have it
  return assigned.length > 0 ? assigned : node.childNodes;
}

/** Bars of one text stay one item of a flex or grid container. */
const placed = (markup: string): string =>
  markup.includes(BAR) ? writeElement({ name: 'cl-t', content: markup }) : markup;

function copyTexts(
  copying: Copying,
  run: readonly Text[],
  { parent, around }: { parent: Element; around: Around },
): string {
  const whole = run.map(({ data }) => data).join('');
  if (!whole.trim()) return whole;
  const isShown = (text: string): boolean =>
    !text.trim() || mayShow(parent, around, { kind: 'text', isInterface: copying.isKnown(text) });
  if (isShown(whole)) return escapeXml(whole);
  return run
    .map((text) => (isShown(text.data) ? escapeXml(text.data) : copyCovered(copying, text, { parent, around })))
    .join('');
}

function copyCovered(copying: Copying, text: Text, { parent, around }: { parent: Element; around: Around }): string {
  const covered = coverText(text, copying.range);
  if (!covered) return '';
  return coverSpot(copying, parent, {
    kind: 'text',
    box: covered.box,
    place: around.place,
    covered: covered.markup,
    uncovered: () => ({ markup: escapeXml(text.data) }),
  });
}
