import { isVisible, parentOf } from '../../browser/elementSigns';

/** Where somebody goes from an element. `previous` and `next` stay within what is around it. */
export type WalkDirection = 'parent' | 'child' | 'previous' | 'next';

/** What there is to walk over. */
export interface WalkOptions {
  readonly page: Document;
  /** Tells what is ours: it is walked past. */
  isOwn(element: Element): boolean;
}

/** Nobody sees these by themselves. */
const NEVER =
  'script,style,template,link,meta,base,title,noscript,head,option,optgroup,source,track,param,area,br,wbr,svg *';

/**
 * Gives the next element that a hint can point at: what somebody can see, through open shadow roots and frames of the same origin. What shows
 * only what is in it, such as a slot, is passed through. Nothing where the page ends.
 */
export function walkFrom(element: Element, direction: WalkDirection, options: WalkOptions): Element | undefined {
  if (direction === 'parent') return around(element, options);
  if (direction === 'child') return inside(element, options).next().value;
  const parent = around(element, options);
  const siblings = [...inside(parent ?? element.ownerDocument.body, options)];
  const at = siblings.indexOf(element);
  return at < 0 ? undefined : siblings[direction === 'next' ? at + 1 : at - 1];
}

function around(element: Element, options: WalkOptions): Element | undefined {
  for (let one = outOf(element, options); one; one = outOf(one, options)) if (isPlace(one, options)) return one;
  return undefined;
}

/** What is around it, out of a frame too. The page itself is no place. */
function outOf(element: Element, { page }: WalkOptions): Element | undefined {
  const parent = parentOf(element);
  if (parent && parent.localName !== 'body') return parent;
  const { ownerDocument } = element;
  return ownerDocument === page ? undefined : (ownerDocument.defaultView?.frameElement ?? undefined);
}

function* inside(element: Element, options: WalkOptions): Generator<Element, undefined> {
  for (const child of childrenOf(element)) {
    if (isPlace(child, options)) yield child;
    else if (!isPassedBy(child, options)) yield* inside(child, options);
  }
  return undefined;
}

function childrenOf(element: Element): readonly Element[] {
  const inFrame = element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument?.body : undefined; // by its name
  return [...(inFrame?.children ?? []), ...(element.shadowRoot?.children ?? []), ...element.children];
}

const isPassedBy = (element: Element, { isOwn }: WalkOptions): boolean => isOwn(element) || element.matches(NEVER);

const isPlace = (element: Element, options: WalkOptions): boolean =>
  !isPassedBy(element, options) && isVisible(element);

const CONTROL = [
  'button,summary,select,textarea,input,a[href]',
  '[role=button],[role=link],[role=checkbox],[role=radio],[role=switch],[role=tab],[role=option],[role=menuitem]',
  '[role=menuitemcheckbox],[role=menuitemradio],[role=combobox],[role=textbox],[role=searchbox],[role=slider],[role=spinbutton]',
  '[contenteditable=""],[contenteditable=true]',
].join(',');

/** Gives the nearest control around, or the element itself when it is one: a button, a link, a field, and of a label the field it is for. */
export function interactiveAncestor(element: Element): Element | undefined {
  for (let one: Element | undefined = element; one; one = parentOf(one)) {
    if (one.matches(CONTROL)) return one;
    const field = one.localName === 'label' ? (one as HTMLLabelElement).control : null; // by its name
    if (field) return field;
  }
  return undefined;
}
