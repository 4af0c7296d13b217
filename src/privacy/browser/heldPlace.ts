/** How the surroundings of an element have been scrolled, since a copy cannot scroll. */
export interface HeldPlace {
  /** Where the frame stands in the picture. */
  readonly frame: readonly [x: number, y: number];
  /** How far the parent has scrolled: its children are moved by it. */
  readonly scroll: readonly [x: number, y: number];
  /** Whether anything around has scrolled, so that sticky elements may be stuck. */
  readonly hasScrolled: boolean;
}

/** The place of a page that has not scrolled, in no frame. */
export const AT_REST: HeldPlace = { frame: [0, 0], scroll: [0, 0], hasScrolled: false };

/** Style that holds an element where it is now: scrolled, stuck, focused, halfway an animation. */
export function holdingStyle(element: Element, style: CSSStyleDeclaration, place: HeldPlace): string {
  const [x, y] = place.scroll;
  const isMoved = (x !== 0 || y !== 0) && style.position !== 'fixed';
  const ring = element.matches(':focus-visible')
    ? `;outline:${style.outline};outline-offset:${style.outlineOffset}`
    : '';
  return (
    ring +
    (isMoved ? `;translate:${-x}px ${-y}px` : '') +
    (place.hasScrolled && style.position === 'sticky' ? stuckStyle(element, style) : '')
  );
}

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

/** Style of the root of a page that has scrolled. Not a transform: fixed elements must stay fixed to the view. What it says of overflow holds for the view. */
export const scrolledRoot = ({ scrollLeft, scrollTop }: Element): string =>
  `;overflow:visible!important${scrollLeft || scrollTop ? `;position:relative;left:${-scrollLeft}px;top:${-scrollTop}px` : ''}`;

/** Tells whether an element is a body whose overflow the view has taken over. */
export const isBodyOfView = ({ localName, ownerDocument: { documentElement, defaultView } }: Element): boolean =>
  localName === 'body' && defaultView?.getComputedStyle(documentElement).overflow === 'visible';

function stuckStyle(element: Element, style: CSSStyleDeclaration): string {
  const { parentElement, previousElementSibling: before } = element;
  if (!parentElement) return '';
  const own = element.getBoundingClientRect();
  const around = parentElement.getBoundingClientRect();
  const previous = before?.getBoundingClientRect();
  const isBelow = previous !== undefined && !style.display.startsWith('table') && previous.right > own.left;
  const inner = getComputedStyle(parentElement);
  const naturalTop =
    (isBelow ? previous.bottom : around.top + parentElement.clientTop + parseFloat(inner.paddingTop)) +
    (parseFloat(style.marginTop) || 0);
  const down = own.top - naturalTop;
  return `;position:relative;inset:auto;top:${Math.abs(down) > 1 ? down : 0}px`;
}

/** Style that gives a box the size it has on the screen. */
export function sizeOf(element: Element, { display }: CSSStyleDeclaration): string {
  const { width, height } = element.getBoundingClientRect();
  const { offsetWidth = width, offsetHeight = height } = element as Partial<HTMLElement>; // shapes have no offset
  return `;box-sizing:border-box;width:${offsetWidth}px;height:${offsetHeight}px;display:${display === 'inline' ? 'inline-block' : display}`;
}
