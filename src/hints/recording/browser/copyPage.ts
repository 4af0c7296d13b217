import { attribute } from '../../browser/elementSigns';

/** A page that nobody sees: no script runs in it, nothing is fetched, no element of the host's own comes to life. */
export interface PageCopy {
  readonly page: Document;
  /** The element that was pointed at. */
  readonly target: Element;
  /** The page and the open shadow roots on the way to the element, outermost first. */
  readonly trees: readonly (Document | ShadowRoot)[];
}

/** So many elements are copied in one go: about a millisecond. */
const PIECE = 500;
/** These say nothing about where something is, and some would fetch. */
const LEFT_OUT = 'script,style,link,object,embed,video,audio';
const FIELDS = 'input,textarea,option,[contenteditable]';
const FILLED_IN = ['value', 'checked', 'selected'];

/**
 * Copies the document of an element into an inert one, without what is filled in. Stops after each piece. Gives nothing when the element went
 * meanwhile. It is known again because what leads to it is copied node by node: no mark is put on anything.
 */
export function* copyPage(element: Element): Generator<void, PageCopy | undefined> {
  const { documentElement: from, implementation, baseURI } = element.ownerDocument;
  const page = implementation.createHTMLDocument('');
  const copying: Copying = { page, way: wayDown(element), twins: new Map(), roots: [] };
  const to = page.importNode(from, false);
  page.documentElement.remove();
  page.append(to);
  yield* fill(from, to, copying);
  const target = copying.twins.get(element);
  if (!target) return undefined;
  const trees = [page, ...copying.roots];
  for (const tree of trees) {
    yield* emptyFields(tree, target);
    yield* leadFrom(baseURI, tree);
  }
  return { page, target, trees };
}

interface Copying {
  readonly page: Document;
  /** The element, and all that is around it. */
  readonly way: ReadonlySet<Node>;
  /** Of what is on the way: its copy. */
  readonly twins: Map<Node, Element>;
  readonly roots: ShadowRoot[];
}

function wayDown(element: Element): ReadonlySet<Node> {
  const way = new Set<Node>();
  for (let node: Node | null = element; node; node = node.parentNode ?? hostOf(node)) way.add(node);
  return way;
}

const hostOf = (node: Node): Node | null => (node as Partial<ShadowRoot>).host ?? null; // a document has none

function* fill(from: Node, to: Node, copying: Copying): Generator<void> {
  const children = [...from.childNodes]; // the page may change before all are copied
  for (const child of children) {
    if (isElement(child)) yield* copyElement(child, to, copying);
    else if (child.nodeType === Node.TEXT_NODE) to.appendChild(copying.page.importNode(child, true));
  }
}

function* copyElement(element: Element, to: Node, copying: Copying): Generator<void> {
  const { page, way, twins, roots } = copying;
  const isOnWay = way.has(element);
  if (!isOnWay && element.matches(LEFT_OUT)) return;
  const isWhole = !isOnWay && element.querySelectorAll('*').length <= PIECE && !element.querySelector(LEFT_OUT);
  const copy = page.importNode(element, isWhole);
  to.appendChild(copy);
  yield;
  if (isWhole) return;
  if (isOnWay) twins.set(element, copy);
  yield* fill(element, copy, copying);
  if (!element.shadowRoot || !way.has(element.shadowRoot)) return;
  const root = copy.shadowRoot ?? copy.attachShadow({ mode: 'open' }); // one that is clonable came along
  root.replaceChildren();
  roots.push(root);
  yield* fill(element.shadowRoot, root, copying);
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

/** A copy has no address, so its links say in full where they lead. Not by a `base`, which a strict policy refuses. */
function* leadFrom(address: string, tree: ParentNode): Generator<void> {
  for (const link of tree.querySelectorAll('a[href],area[href]')) {
    const written = attribute(link, 'href').trim();
    if (!written.startsWith('#')) link.setAttribute('href', inFull(written, address));
    yield;
  }
}

function inFull(written: string, address: string): string {
  try {
    return new URL(written, address).href;
  } catch {
    return written; // it leads nowhere on the page either
  }
}

function* emptyFields(tree: ParentNode, target: Element): Generator<void> {
  for (const field of tree.querySelectorAll<HTMLInputElement>(FIELDS)) {
    if ('value' in field) field.value = '';
    if ('checked' in field) field.checked = false;
    for (const name of FILLED_IN) field.removeAttribute(name);
    if (field.localName !== 'option' && !field.contains(target)) field.replaceChildren();
    yield;
  }
}
