import { steppedDownPx } from '../filler';
import type { HeldPlace } from './heldPlace';
import { writeElement } from './markup';

/** Children of an element that nobody sees and that change nothing above them: what stands in their place. */
export interface Below {
  /** The first child that is left out, and all after it; absent when all of it is copied. */
  readonly first?: Node;
  /** An empty box as large as what is left out. */
  readonly markup: string;
  /** Style of the element itself, so that it keeps its height. */
  readonly style: string;
}

/** What the search needs to know of a container. */
export interface Container {
  readonly style: CSSStyleDeclaration;
  readonly place: HeldPlace;
  /** Whether a text in it may be seen. */
  isShown(text: string): boolean;
}

/** Finds what of an element lies below the view and need not be copied. Asked of every container, from the outermost inwards. */
export type FindBelow = (parent: Element, container: Container) => Below;

const NOTHING: Below = { markup: '', style: '' };
/** Shadows and outlines reach this far out of their box. CSS pixels. */
const REACH_PX = 80;
const STACKS = /^(?:block|flow-root|list-item|table-row-group)$/;
/** A child in a row of words shares its lines with what is seen. */
const IN_LINE = /^(?:inline|ruby|contents)/;
/** What keeps its content inside its box. */
const CLOSED = /^(?:svg|i?frame|select|canvas|video)$/;
/** What counts its children, or draws them its own way. */
const ODD = 'html,slot,details,fieldset,[reversed]';

/**
 * Creates the search of one copy. A page is copied for what is seen of it: of a long list only the rows in view, and an empty box
 * for the rest. Only where children stand below one another, so that the last ones say nothing about the first.
 */
export function createFindBelow(view: { readonly innerHeight: number }): FindBelow {
  const reaching = new Set<Element>();
  const tied = new Set<Element | null>();

  const areBelow = ({ firstElementChild }: Element | ShadowRoot, edge: number): boolean => {
    let child = firstElementChild;
    while (child && isBelow(child, edge)) child = child.nextElementSibling;
    return child === null;
  };

  const isBelow = (element: Element, edge: number): boolean => {
    if (reaching.has(element)) return false;
    const box = element.getBoundingClientRect();
    const { shadowRoot } = element;
    const isWhole =
      (box.top > edge || isEmpty(box)) &&
      (CLOSED.test(element.localName) || (areBelow(element, edge) && (!shadowRoot || areBelow(shadowRoot, edge))));
    if (!isWhole) reaching.add(element);
    return isWhole;
  };

  const mayGo = (node: Node, edge: number): boolean => {
    if (node.nodeType === 3) return !(node as Text).data.trim(); // by its type
    return node.nodeType !== 1 || (isBelow(node as Element, edge) && isInFlow(node as Element)); // by its type
  };

  return (parent, container) => {
    const { style, place } = container;
    if (isTied(style) || tied.has(parentOf(parent))) {
      tied.add(parent);
      return NOTHING;
    }
    const edge = view.innerHeight - place.frame[1] + REACH_PX;
    const box = parent.getBoundingClientRect();
    if ((box.bottom < edge && style.overflowY === 'visible') || !canEnd(parent, style, box)) return NOTHING;
    const left: Element[] = [];
    for (let node = parent.lastChild; node && mayGo(node, edge); node = node.previousSibling)
      if (node.nodeType === 1) left.push(node as Element); // by its type
    return standIn(parent, container, left.reverse());
  };
}

/** A list may be longer than a call has room for arguments. */
const mostOf = (numbers: readonly number[]): number => numbers.reduce((most, one) => Math.max(most, one), 0);
const isEmpty = ({ width, height }: DOMRect): boolean => width === 0 && height === 0;
const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null; // a document has no host

function isInFlow(element: Element): boolean {
  const { display, position, float } = getComputedStyle(element);
  return !IN_LINE.test(display) && !/absolute|fixed/.test(position) && float === 'none';
}

/** Tells whether all of an element says where it stands or how it is cut up: by its last line, or evenly over columns. */
const isTied = ({ display, columnCount, columnWidth }: CSSStyleDeclaration): boolean =>
  display === 'inline-block' || columnCount !== 'auto' || columnWidth !== 'auto';

/** Tells whether what comes last in an element leaves the rest as it is. */
const canEnd = (parent: Element, style: CSSStyleDeclaration, { width }: DOMRect): boolean =>
  STACKS.test(style.display) &&
  style.writingMode === 'horizontal-tb' &&
  !parent.shadowRoot &&
  !parent.matches(ODD) &&
  Math.abs((parent as HTMLElement).offsetWidth - width) < 1; // not drawn larger or smaller

function standIn(parent: Element, { style, isShown }: Container, left: readonly Element[]): Below {
  const boxes = left.map((element) => element.getBoundingClientRect()).filter((box) => !isEmpty(box));
  const [first, head, last] = [left[0], boxes[0], boxes.at(-1)];
  if (!first || !head || !last) return NOTHING;
  const height = last.bottom - head.top;
  const isOpen = left.every(({ textContent }) => isShown(textContent));
  const widthOf = ({ width }: DOMRect): number => (isOpen ? width : steppedDownPx(width)); // a width may tell a name
  if (style.display === 'table-row-group') return standInForRows(parent, { first, height, widthOf });
  const width = mostOf(boxes.map(widthOf));
  return { first, markup: emptyBox(width, height), style: `;min-height:${style.height}!important` };
}

const emptyBox = (width: number, height: number): string =>
  writeElement({ name: 'cl-e', style: `display:block;width:${width}px;height:${height}px` });

interface Rows {
  readonly first: Element;
  readonly height: number;
  widthOf(box: DOMRect): number;
}

/** A row whose cells are as wide as the columns are, so that no column needs the rows that are left out. */
function standInForRows(group: Element, { first, height, widthOf }: Rows): Below {
  const rows = [...group.children].filter(({ firstElementChild }) => firstElementChild?.clientWidth);
  const most = mostOf(rows.map(({ childElementCount }) => childElementCount));
  const full = rows.find(({ childElementCount }) => childElementCount === most);
  if (!full || group.querySelector('[rowspan]') || full.querySelector(':scope>[colspan]')) return NOTHING;
  if (getComputedStyle(full).display !== 'table-row') return NOTHING;
  const cells = [...full.children].map((cell) =>
    writeElement({
      name: 'td',
      style: `padding:0;border:0;height:${height}px`,
      content: emptyBox(widthOf(cell.getBoundingClientRect()), 0),
    }),
  );
  return { first, markup: `<tr>${cells.join('')}</tr>`, style: '' };
}
