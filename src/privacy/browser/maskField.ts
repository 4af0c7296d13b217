import { blocksFor, steppedLength } from '../filler';
import { escapeXml, writeElement } from './markup';

/** Types of input that only look like themselves in the copy when they keep their type. */
const DRAWN_TYPES = /^(?:checkbox|radio|range|date|time|datetime-local|month|week|number|file|search)$/;
const BUTTON_TYPES = /^(?:button|submit|reset)$/;
const BAR = 'repeating-linear-gradient(135deg,rgba(84,94,110,.7) 0 1.5px,rgba(128,136,150,.36) 1.5px 4px)';
const MOST_LINES = 8;
/** About as wide as a letter is. */
const LETTER_PX = 7;

/** How a field looks in the copy, apart from what it says. */
export interface FieldLook {
  readonly marks: string | undefined;
  readonly style: string;
  readonly attributes: string;
  /** The host marked this very field as one that may be seen. */
  readonly isShown: boolean;
  /** Whether a text stands in the host's dictionary. */
  isKnown(text: string): boolean;
}

/** What a person fills in. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Tells whether an element is a field. Hidden ones are not drawn and never looked at. */
export const isField = (element: Element): element is Field => /^(?:input|textarea|select)$/.test(element.localName);

/** Draws a field with bars for what was filled in: the value, the placeholder and every option are gone. */
export function writeField(field: Field, look: FieldLook): string {
  if (field.localName === 'input') return writeInput(field as HTMLInputElement, look); // its name has just told
  const parts = { name: field.localName, marks: look.marks, attributes: look.attributes };
  if (field.localName === 'select') return writeSelect(field as HTMLSelectElement, look); // its name has just told
  if (look.isShown) return writeElement({ ...parts, style: look.style, content: escapeXml(field.value) });
  const hint = hintOf(field, look);
  if (hint) return writeElement({ ...parts, style: look.style, attributes: look.attributes + hint });
  return writeElement({ ...parts, style: look.style + barsFor(linesOf(field), '.3em') });
}

function writeInput(input: HTMLInputElement, look: FieldLook): string {
  const { type } = input;
  if (type === 'hidden') return '';
  const { attributes, bars = '' } = BUTTON_TYPES.test(type)
    ? button(input, look)
    : type === 'checkbox' || type === 'radio'
      ? choice(input)
      : entry(input, look);
  return writeElement({
    name: 'input',
    marks: look.marks,
    style: look.style + bars,
    attributes: look.attributes + attributes,
  });
}

/** What differs between kinds of input. */
interface InputLook {
  readonly attributes: string;
  readonly bars?: string;
}

/** One without a text of its own says what the browser says. */
const button = (input: HTMLInputElement, { isKnown }: FieldLook): InputLook => {
  const { type, value } = input;
  if (!input.hasAttribute('value')) return { attributes: ` type="${type}"` };
  return { attributes: ` type="button" value="${escapeXml(isKnown(value) ? value : blocksFor(value))}"` };
};

/** Whether a box is ticked is state of the interface, like an open tab; what it stands for is a value, and gone. */
const choice = ({ type, checked }: HTMLInputElement): InputLook => ({
  attributes: ` type="${type}"${checked ? ' checked="checked"' : ''}`,
});

function entry(input: HTMLInputElement, look: FieldLook): InputLook {
  const { type, value } = input;
  const isSecret = type === 'password';
  const attributes = ` type="${DRAWN_TYPES.test(type) ? type : 'text'}"`;
  if (look.isShown && !isSecret) return { attributes: shownEntry(input, attributes) };
  if (type === 'range' || type === 'file') return { attributes };
  if (hintOf(input, look)) return { attributes: attributes + hintOf(input, look) };
  return { attributes, bars: barsFor([isSecret && value ? '********' : value || placeholderOf(input)], '50%') };
}

/** A field that may be seen looks as it does: a range needs its ends to stand where it stands. */
function shownEntry(input: HTMLInputElement, attributes: string): string {
  const type = input.type === 'color' ? ' type="color"' : attributes;
  const shown = ['placeholder', 'min', 'max', 'step'].map((name) => {
    const text = input.getAttribute(name);
    return text === null ? '' : ` ${name}="${escapeXml(text)}"`;
  });
  return `${type} value="${escapeXml(input.value)}"${shown.join('')}`;
}

/** The hint in an empty field, where it is the interface's own. */
function hintOf(field: Field, { isKnown }: FieldLook): string {
  const hint = field.value === '' ? placeholderOf(field) : '';
  return hint && isKnown(hint) ? ` placeholder="${escapeXml(hint)}"` : '';
}

const placeholderOf = (field: Field): string => ('placeholder' in field ? field.placeholder : '');

/** The lines of a text area: its own, cut where they would wrap. */
function linesOf(field: Field): readonly string[] {
  const lettersInRow = Math.max(8, Math.floor(field.clientWidth / LETTER_PX));
  const wrapped = (line: string): readonly string[] =>
    Array.from({ length: Math.ceil(line.length / lettersInRow) }, (_, row) =>
      line.slice(row * lettersInRow, (row + 1) * lettersInRow),
    );
  return (field.value || placeholderOf(field)).split('\n').flatMap(wrapped).slice(0, MOST_LINES);
}

/** Bars as backgrounds, one per line, since a field has no children. The field's own words, a date's `dd-mm-jjjj` among them, become invisible. */
function barsFor(lines: readonly string[], firstTop: string): string {
  const bars = lines.filter((line) => line.trim());
  if (bars.length === 0) return ';-webkit-text-fill-color:transparent!important';
  const sizes = bars.map((line) => `${steppedLength(line) * 0.5}em .8em`).join();
  const positions = bars
    .map((_, index) => (firstTop === '50%' ? '0 50%' : `0 calc(${firstTop} + ${index * 1.45}em)`))
    .join();
  const images = bars.map(() => BAR).join();
  return (
    `;-webkit-text-fill-color:transparent!important;background-image:${images}!important;background-size:${sizes}!important;` +
    `background-position:${positions}!important;background-repeat:no-repeat!important;background-origin:content-box!important;background-clip:border-box!important`
  );
}

/** Options keep their number of letters in steps, so that the field keeps its width. */
function writeSelect(select: HTMLSelectElement, { marks, style, attributes, isShown }: FieldLook): string {
  const write = (text: string, isChosen = false): string =>
    `<option${isShown && isChosen ? ' selected="selected"' : ''}>${isShown ? escapeXml(text) : blocksFor(text)}</option>`;
  const parts = { name: 'select', marks, attributes };
  if (select.size > 1 || select.multiple)
    return writeElement({
      ...parts,
      style,
      content: [...select.options].map(({ text, selected }) => write(text, selected)).join(''),
    });
  const chosen = select.selectedOptions[0]?.text ?? '';
  if (isShown) return writeElement({ ...parts, style, content: write(chosen) });
  const longest = [...select.options].reduce((found, { text }) => (text.length > found.length ? text : found), '');
  return writeElement({ ...parts, style: style + barsFor([chosen], '50%'), content: write(longest) });
}
