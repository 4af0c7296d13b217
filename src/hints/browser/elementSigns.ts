import { elementText, tidy } from './elementText';

export { isVisible } from './visible';

/** The attribute with which a host names a place for hints. */
export const HINT_ID = 'data-support-hint';

/** What the host calls things. */
export interface SignNames {
  /** The attribute with test ids. */
  readonly testIdAttribute: string;
}

const HEADING = /^h[1-6]$/;
/** What is known by the words on it. Anything else may hold something of a person. */
const WORDED = /^(?:button|link|heading|tab|menuitem)$/;
const BY_TAG: Readonly<Record<string, string>> = {
  a: 'link',
  button: 'button',
  summary: 'button',
  select: 'combobox',
  textarea: 'textbox',
  dialog: 'dialog',
  nav: 'navigation',
};
const BY_TYPE: Readonly<Record<string, string>> = {
  button: 'button',
  submit: 'button',
  reset: 'button',
  image: 'button',
  checkbox: 'checkbox',
  radio: 'radio',
  range: 'slider',
  number: 'spinbutton',
  search: 'searchbox',
};

/** Reads an attribute; absent is empty. */
export const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';

/** The type of an input, also where the host did not write it; of anything else nothing. */
export const typeOf = (element: Element): string =>
  element.localName === 'input' ? (element as HTMLInputElement).type : ''; // by its name

/** The role that was written, else that of the tag. */
export function roleOf(element: Element): string {
  const said = element.getAttribute('role');
  const [written] = said ? said.trim().toLowerCase().split(/\s+/) : [];
  if (written) return written;
  const { localName } = element;
  if (localName === 'input') return BY_TYPE[typeOf(element)] ?? 'textbox';
  return HEADING.test(localName) ? 'heading' : (BY_TAG[localName] ?? '');
}

/** The name that is said of it: `aria-label`, else its label. */
export function labelOf(element: Element): string {
  const own = tidy(attribute(element, 'aria-label'));
  if (own) return own;
  const label = 'labels' in element ? labelFor(element) : undefined; // only fields have labels
  return label ? elementText(label) : '';
}

/** The label around it, else one that names it. For `labels` the browser goes through the page, once per field. */
function labelFor(element: Element): Element | undefined {
  const around = element.closest('label');
  if (around?.control === element) return around;
  const root = element.getRootNode() as Document | ShadowRoot; // what is on a page stands in one of these
  const naming = element.id ? root.querySelector<HTMLLabelElement>(`label[for="${CSS.escape(element.id)}"]`) : null;
  return naming?.control === element ? naming : undefined;
}

/** The words on a button, link, heading, tab or menu item. */
export const wordsOf = (element: Element): string =>
  WORDED.test(roleOf(element)) && element.localName !== 'input' ? elementText(element) : '';

/** Where a link leads within the app: its path without the query, or the part of the page it opens. */
export function pathOf(element: Element): string {
  const written = attribute(element, 'href').trim();
  if (!written || !/^(?:a|area)$/.test(element.localName)) return '';
  const { origin, pathname, hash } = element as HTMLAnchorElement; // by its name
  if (written.startsWith('#')) return written.length > 1 ? cutQuery(written) : '';
  const { origin: here } = element.ownerDocument.location ?? location; // a copy of a page has no address of its own
  if (origin !== here) return '';
  return hash.startsWith('#/') ? pathname + cutQuery(hash) : pathname;
}

const cutQuery = (path: string): string => path.replace(/\?.*$/, '');

/** What is around an element, out of a shadow root too; ends at the top of its document. */
export const parentOf = (element: Element): Element | undefined => {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return (root as Partial<ShadowRoot>).host; // a document has none
};

const DIALOG = 'dialog,[role=dialog],[role=alertdialog]';

/** Tells whether an element stands in a dialog, also one around its shadow root or its frame, within this page. */
export function isInDialog(element: Element, page: Document): boolean {
  for (let one: Element | undefined = element; one;) {
    if (one.closest(DIALOG)) return true;
    const top: Element | undefined = parentOf(topOf(one));
    const { ownerDocument } = one as Element; // what climbs is an element
    one = top ?? (ownerDocument === page ? undefined : (ownerDocument.defaultView?.frameElement ?? undefined));
  }
  return false;
}

function topOf(element: Element): Element {
  let top = element;
  while (top.parentElement) top = top.parentElement;
  return top;
}
