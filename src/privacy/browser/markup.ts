/** Characters that XML does not know, single halves of surrogate pairs among them. */
// eslint-disable-next-line no-control-regex -- these are the characters that must go
const NOT_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Makes a text fit for XML, in content and between double quotes. */
export const escapeXml = (text: string): string =>
  text.replace(NOT_XML, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '');

/** What an element of the copy is made of. Absent and empty members are left out. */
export interface ElementParts {
  readonly name: string;
  readonly marks?: string | undefined;
  readonly style?: string;
  readonly attributes?: string;
  readonly content?: string;
}

/** Writes an element of the copy. The copy is text, never nodes: nothing loads, no custom element wakes up, no policy for inline style is touched. */
export function writeElement({ name, marks, style, attributes = '', content }: ElementParts): string {
  const start = `<${name}${marks ? ` class="${marks}"` : ''}${style ? ` style="${escapeXml(style)}"` : ''}${attributes}`;
  return content ? `${start}>${content}</${name}>` : `${start}/>`;
}
