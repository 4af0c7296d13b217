/** Words of the interface are short; what is longer is cut here, on both sides of a comparison. */
const LONGEST = 80;
/** What somebody fills in stands in these: it is never read. */
const FIELD = 'select,textarea,[contenteditable],script,style,template';

/** Reads the words of an element without layout and without what somebody filled in: at most 80 characters, spaces as one. */
export function elementText(element: Element): string {
  const { firstChild: only } = element;
  if (only?.nodeType === 3 && !only.nextSibling) return tidy(only.nodeValue ?? ''); // most buttons and links have just a word
  const parts: string[] = [];
  collect(element, parts);
  return tidy(parts.join(''));
}

/** Writes words as they are compared. */
export const tidy = (words: string): string =>
  (UNTIDY.test(words) ? words.replace(/\s+/g, ' ').trim() : words).slice(0, LONGEST);

/** Space at an end, two in a row, or another one than the plain one. */
const UNTIDY = /^\s|\s$|\s\s|[^\S ]/;

function collect(node: Node, parts: string[]): number {
  let length = 0;
  for (let child = node.firstChild; child && length <= 4 * LONGEST; child = child.nextSibling) {
    if (child.nodeType === 3) {
      const text = child.nodeValue ?? '';
      parts.push(text);
      length += text.length;
    } else if (child.nodeType === 1 && !(child as Element).matches(FIELD)) length += collect(child, parts); // by its type
  }
  return length;
}
