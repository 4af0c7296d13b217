import type { IsInterface } from '../routeTemplate';

/** A control of the host: what it is, and its name where that is interface. */
export interface Control {
  readonly element: Element;
  readonly role: string;
  readonly name: string;
}

const ROLES = new Set(
  'button link tab menuitem menuitemcheckbox menuitemradio option checkbox radio switch slider spinbutton combobox listbox textbox searchbox treeitem row gridcell'.split(
    ' ',
  ),
);
const CONTROL = 'a[href],area[href],button,summary,input,select,textarea,label,[contenteditable],[role]';
const INPUTS: Readonly<Record<string, string>> = {
  button: 'button',
  submit: 'button',
  reset: 'button',
  image: 'button',
  checkbox: 'checkbox',
  radio: 'radio',
  range: 'slider',
  file: 'file',
};
const TAGS: Readonly<Record<string, string>> = {
  a: 'link',
  area: 'link',
  button: 'button',
  summary: 'button',
  select: 'combobox',
  form: 'form',
  tr: 'row',
};
/** No name of a control is longer; what is may be a text of somebody. */
const LONGEST_NAME = 120;
/** How far up a press is looked for a control. */
const DEEPEST = 12;

/** Finds the control a press was on: the nearest one around, or whatever the host made to look pressable. */
export function pressedControl(path: readonly EventTarget[], isInterface: IsInterface): Control | undefined {
  const around = path.filter((target): target is Element => target instanceof Element).slice(0, DEEPEST);
  const element = around.find((one) => isControl(one)) ?? around.find((one) => looksPressable(one));
  return element && controlOf(element, isInterface);
}

/** Describes a control. Its value is never read. */
export const controlOf = (element: Element, isInterface: IsInterface): Control => ({
  element,
  role: roleOf(element),
  name: nameOf(element, isInterface),
});

/** Whether it is a field of the browser's own that says itself when it changes. */
export const tellsChange = (element: Element): boolean =>
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && INPUTS[element.type] !== 'button');

const isControl = (element: Element): boolean =>
  element.matches(CONTROL) && (!element.hasAttribute('role') || roleOf(element) !== 'element');

/** A part that somebody made pressable without saying so. The hand comes from the outermost part that asks for it. */
const looksPressable = (element: Element): boolean =>
  getComputedStyle(element).cursor === 'pointer' &&
  (!element.parentElement || getComputedStyle(element.parentElement).cursor !== 'pointer');

/** Only roles that we know: what a host writes there may be anything. */
function roleOf(element: Element): string {
  const given = element.getAttribute('role')?.trim().toLowerCase() ?? '';
  if (ROLES.has(given)) return given;
  if (element instanceof HTMLInputElement) return INPUTS[element.type] ?? 'textbox';
  if (element instanceof HTMLTextAreaElement || (element as Partial<HTMLElement>).isContentEditable) return 'textbox'; // shapes have none
  return TAGS[element.localName] ?? 'element';
}

/** The first of the element's own names that may be told. */
function nameOf(element: Element, isInterface: IsInterface): string {
  const marks = marksAround(element);
  if (marks.isCovered) return '';
  const mayTell = (text: string): boolean => marks.isUnmasked || isInterface(text);
  for (const candidate of namesOf(element)) {
    const text = candidate.replace(/\s+/g, ' ').trim();
    if (text !== '' && text.length <= LONGEST_NAME && mayTell(text)) return text;
  }
  return '';
}

/** Where a control gets its name from, best first. */
function* namesOf(element: Element): Generator<string> {
  yield attribute(element, 'aria-label');
  for (const id of attribute(element, 'aria-labelledby').split(/\s+/))
    yield textOf(rootOf(element)?.getElementById(id));
  for (const label of labelsOf(element)) yield* piecesOf(label);
  if (isInputButton(element)) yield element.value; // the word on it, not something filled in
  if (!tellsChange(element) && element.localName !== 'form') yield* piecesOf(element);
  yield attribute(element, 'title');
  yield attribute(element, 'placeholder');
}

const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';

const labelsOf = (element: Element): readonly Element[] => [
  ...(('labels' in element ? (element as HTMLInputElement).labels : null) ?? []), // only fields have labels
];

const isInputButton = (element: Element): element is HTMLInputElement =>
  element instanceof HTMLInputElement && INPUTS[element.type] === 'button';

const rootOf = (element: Element): Document | ShadowRoot | undefined => {
  const root = element.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root : undefined;
};

/** The whole text, then each piece of it: beside the word may stand a count or a client's name. Fields inside are passed over. */
function* piecesOf(element: Element): Generator<string> {
  if ((element as Partial<HTMLElement>).isContentEditable) return;
  const isFree = !element.querySelector(
    'input,select,textarea,[contenteditable],[data-support-mask],[data-support-block]',
  );
  if (isFree) yield textOf(element);
  if (element.getElementsByTagName('*').length > MOST_PARTS) return;
  for (const part of [element, ...element.querySelectorAll('*')]) {
    if (part.closest('select,textarea,[contenteditable],[data-support-mask],[data-support-block]')) continue;
    yield part.getAttribute('alt') ?? '';
    for (const node of part.childNodes) if (node.nodeType === Node.TEXT_NODE) yield node.textContent ?? '';
  }
}

/** A control with more parts than this has no name that is worth looking for. */
const MOST_PARTS = 40;

const textOf = (element: Element | null | undefined): string => element?.textContent?.slice(0, 4 * LONGEST_NAME) ?? '';

function marksAround(element: Element): { readonly isCovered: boolean; readonly isUnmasked: boolean } {
  let isUnmasked = false;
  for (let one: Element | undefined = element; one; one = parentOf(one)) {
    if (one.matches('[data-support-mask],[data-support-block]')) return { isCovered: true, isUnmasked: false };
    isUnmasked ||= one.hasAttribute('data-support-unmask');
  }
  return { isCovered: false, isUnmasked };
}

const parentOf = (element: Element): Element | undefined => {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
};
