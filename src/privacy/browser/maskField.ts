import { blocksFor, isSeparator, steppedLength } from '../filler';
import { writeElement } from './markup';

/** Types of input that only look like themselves in the copy when they keep their type. */
const DRAWN_TYPES = /^(?:checkbox|radio|range|date|time|datetime-local|month|week|number|file|search)$/;
const BUTTON_TYPES = /^(?:button|submit|reset)$/;
const BAR = 'linear-gradient(rgba(100,112,130,.55),rgba(100,112,130,.55))';
const MOST_LINES = 8;

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

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Tells whether an element is a field. Hidden ones are not drawn and never looked at. */
export const isField = (element: Element): element is Field => /^(?:input|textarea|select)$/.test(element.localName);

/** Draws a field with bars for what was filled in: the value, the placeholder and every option are gone. */
export function writeField(field: Field, look: FieldLook): string {
  if (field.localName === 'input') return writeInput(field as HTMLInputElement, look); // its name has just told
  const parts = { name: field.localName, marks: look.marks, attributes: look.attributes };
  if (field.localName === 'select') return writeElement({ ...parts, style: look.style, content: optionsOf(field as HTMLSelectElement, look.isShown) });
  if (look.isShown) return writeElement({ ...parts, style: look.style, content: escapeOf(field.value) });
  return writeElement({ ...parts, style: look.style + barsFor(linesOf(field.value || placeholderOf(field)), '.3em') });
}

function writeInput(input: HTMLInputElement, { marks, style, attributes, isShown, isKnown }: FieldLook): string {
  const { type, value } = input;
  if (type === 'hidden') return '';
  const isButton = BUTTON_TYPES.test(type);
  const kind = ` type="${isButton ? 'button' : DRAWN_TYPES.test(type) ? type : 'text'}"`;
  const parts = { name: 'input', marks, style };
  if (isButton) return writeElement({ ...parts, attributes: `${attributes}${kind} value="${escapeOf(isKnown(value) || isSeparator(value) ? value : blocksFor(value))}"` });
  if (type === 'checkbox' || type === 'radio') return writeElement({ ...parts, attributes: `${attributes}${kind}${input.checked ? ' checked="checked"' : ''}` });
  if (isShown && type !== 'password') return writeElement({ ...parts, attributes: `${attributes}${kind} value="${escapeOf(value)}"` });
  const text = type === 'password' && value ? '********' : value || placeholderOf(input);
  return writeElement({ ...parts, style: style + (type === 'range' || type === 'file' ? '' : barsFor(text ? [text] : [], '50%')), attributes: attributes + kind });
}

const escapeOf = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const placeholderOf = (field: Field): string => ('placeholder' in field ? field.placeholder : '');
const linesOf = (text: string): readonly string[] => text.split('\n').slice(0, MOST_LINES);

/** Bars as backgrounds, one per line, since a field has no children. The field's own words, a date's `dd-mm-jjjj` among them, become invisible. */
function barsFor(lines: readonly string[], firstTop: string): string {
  const bars = lines.filter((line) => line.trim());
  if (bars.length === 0) return ';-webkit-text-fill-color:transparent!important';
  const sizes = bars.map((line) => `${Math.min(steppedLength(line), 80) * 0.5}em .8em`).join();
  const positions = bars.map((_, index) => (firstTop === '50%' ? '0 50%' : `0 calc(${firstTop} + ${index * 1.45}em)`)).join();
  const images = bars.map(() => BAR).join();
  return (
    `;-webkit-text-fill-color:transparent!important;background-image:${images}!important;background-size:${sizes}!important;` +
    `background-position:${positions}!important;background-repeat:no-repeat!important;background-origin:content-box!important;background-clip:border-box!important`
  );
}

/** Options keep their number of letters in steps, so that the field keeps its width. */
function optionsOf(select: HTMLSelectElement, isShown: boolean): string {
  const write = (text: string): string => `<option>${isShown ? escapeOf(text) : blocksFor(text)}</option>`;
  if (select.size > 1 || select.multiple) return [...select.options].map((option) => write(option.text)).join('');
  const longest = [...select.options].reduce((found, option) => (option.text.length > found.length ? option.text : found), '');
  const chosen = select.selectedOptions[0]?.text ?? '';
  return write(chosen) + (isShown ? '' : write(longest));
}
