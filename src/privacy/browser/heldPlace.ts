/** Where an element of the page stands in the picture. */
export interface HeldPlace {
  /** Where its frame stands. */
  readonly frame: readonly [x: number, y: number];
}

/** The place of a page that stands in no frame. */
export const AT_REST: HeldPlace = { frame: [0, 0] };

/** Style of an element that has the focus and shows it. */
export const focusStyle = (element: Element, { outline, outlineOffset }: CSSStyleDeclaration): string =>
  element.matches(':focus-visible') ? `;outline:${outline};outline-offset:${outlineOffset}` : '';

/** Style that gives an element the values that it has now. */
export const valuesOf = (style: CSSStyleDeclaration, properties: readonly string[]): string =>
  properties.map((property) => `;${property}:${style.getPropertyValue(property)}!important`).join('');

/** Style of a box that scrolls without showing a bar: in a picture the engine would draw one. */
export function barlessStyle(element: Element, style: CSSStyleDeclaration): string {
  if (!/auto|scroll/.test(style.overflow)) return '';
  const { offsetWidth, offsetHeight, clientWidth, clientHeight } = element as HTMLElement; // shapes have no scroll bars
  const borders = (one: string, other: string): number => parseFloat(one) + parseFloat(other);
  const across = offsetWidth - clientWidth - borders(style.borderLeftWidth, style.borderRightWidth);
  const down = offsetHeight - clientHeight - borders(style.borderTopWidth, style.borderBottomWidth);
  return across < 1 && down < 1 ? ';scrollbar-width:none' : '';
}

/** A box that has scrolled: what is added to its style, and what stands before its children. */
export interface Scrolled {
  readonly style: string;
  readonly markup: string;
}

const UNSCROLLED: Scrolled = { style: '', markup: '' };
/** The root and its body: what they say of overflow holds for the view. */
export const VIEWED: Scrolled = { style: ';overflow:visible!important', markup: '' };

/**
 * Scrolls a box of the copy to where it is now. A picture runs no script, but it does snap: to the one place that is marked.
 * So what is stuck, fixed or has a scroll bar looks as it does (measured in Chromium, Firefox and WebKit). Beside a text the mark
 * takes no room; in a row, a grid or a positioned box it is placed, and lies over what can be seen.
 */
export function scrolledTo(node: Element, style: CSSStyleDeclaration): Scrolled {
  if (style.overflowX === 'visible') return UNSCROLLED; // asking where it is, is dear
  const { scrollLeft: x, scrollTop: y } = node;
  if (x === 0 && y === 0) return UNSCROLLED;
  const isPlain = style.position === 'static' && style.display === 'block';
  const isReversed = style.direction === 'rtl';
  const left = isReversed ? x + parseFloat(style.paddingRight) : x - parseFloat(style.paddingLeft);
  return {
    style: `;scroll-snap-type:both mandatory!important;scroll-padding:0!important;scroll-behavior:auto!important${style.position === 'static' && !isPlain ? ';position:relative' : ''}`,
    markup: isPlain
      ? `<cl-s style="float:inline-start;position:relative;left:${left}px;top:${y - parseFloat(style.paddingTop)}px"/>`
      : `<cl-s style="position:absolute;width:100%;height:100%;left:${x}px;top:${y}px"/>`,
  };
}

/** The view on a page or on what is in a frame. */
export function viewOn(root: Element, markup: string): string {
  const { scrollLeft: x, scrollTop: y } = root;
  const { direction } = getComputedStyle(root);
  return x === 0 && y === 0
    ? `<cl-v style="direction:${direction}">${markup}</cl-v>`
    : `<cl-v style="direction:${direction};scroll-snap-type:both mandatory"><cl-s style="float:inline-start;position:relative;left:${x}px;top:${y}px"/>${markup}</cl-v>`;
}

/** Tells whether an element is a body whose overflow the view has taken over. */
export const isBodyOfView = ({ localName, ownerDocument: { documentElement, defaultView } }: Element): boolean =>
  localName === 'body' && defaultView?.getComputedStyle(documentElement).overflow === 'visible';

/** Style that gives a box the size it has on the screen, to the part of a pixel. */
export function sizeOf(element: Element, { display, width, height, boxSizing }: CSSStyleDeclaration): string {
  const shown = `;display:${display === 'inline' ? 'inline-block' : display}`;
  if (width.endsWith('px') && height.endsWith('px'))
    return `${shown};box-sizing:${boxSizing};width:${width};height:${height}`;
  const box = element.getBoundingClientRect();
  return `${shown};box-sizing:border-box;width:${box.width}px;height:${box.height}px`;
}
