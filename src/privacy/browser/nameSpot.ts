import type { InterfaceDictionary } from '../interfaceTexts';

const GROUP = 'section,article,fieldset,form,table,nav,aside,main,dialog,[role=dialog],[role=group]';
const HEADING = 'h1,h2,h3,h4,legend,caption,summary';

/** Finds the text of the interface that is nearest to a covered element, for its name in the list of covered spots. */
export function createSpotNamer(dictionary: InterfaceDictionary): (element: Element) => string {
  const known = (text: string | null | undefined): string =>
    text && dictionary.has(text) ? text.replace(/\s+/g, ' ').trim() : '';
  const headings = new Map<Element, string>();

  const headingOf = (element: Element): string => {
    const group = element.closest(GROUP);
    if (!group) return '';
    const name = headings.get(group) ?? known(group.querySelector(HEADING)?.textContent);
    headings.set(group, name);
    return name;
  };

  return (element) =>
    known(element.getAttribute('aria-label')) ||
    known(labelOf(element)) ||
    known(columnOf(element)) ||
    known(termBefore(element)) ||
    headingOf(element);
}

function labelOf(element: Element): string | undefined {
  const labels = 'labels' in element ? (element as HTMLInputElement).labels : null; // only fields have labels
  return [...(labels?.[0]?.childNodes ?? [])]
    .map((node) => (node.nodeType === 3 || node.childNodes.length === 1 ? node.textContent?.trim() : ''))
    .find(Boolean);
}

function columnOf(element: Element): string | undefined {
  const cell = element.closest('td');
  return cell?.closest('table')?.tHead?.rows[0]?.cells[cell.cellIndex]?.textContent ?? undefined;
}

/** The term of a description list, or the label that stands before a value. */
function termBefore(element: Element): string | undefined {
  const value = element.closest('dd') ?? element;
  return value.previousElementSibling?.textContent ?? undefined;
}
