/** Words of the interface are short; what is longer is cut here, on both sides of a comparison. */
const LONGEST = 80;
/** What somebody fills in stands in these: it is never read. */
const FIELD = 'select,textarea,[contenteditable],script,style,template';

/** Reads the words of an element without layout and without what somebody filled in: at most 80 characters, spaces as one. */
export function elementText(element: Element): string {
  const parts: string[] = [];
  collect(element, parts);
  return tidy(parts.join(''));
}

/** Writes words as they are compared. */
export const tidy = (words: string): string => words.replace(/\s+/g, ' ').trim().slice(0, LONGEST);

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
