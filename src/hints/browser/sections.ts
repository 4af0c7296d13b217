import { byPlace } from './byPlace';
import { sectionName, type SectionKind } from '../sectionName';
import { attribute, parentOf, roleOf, type SignNames } from './elementSigns';
import { elementText, tidy } from './elementText';

/** A part of the page with the name it goes by. */
export interface NamedSection {
  readonly section: Element;
  readonly name: string;
}

/** Finds sections. Remembers what it read: make one per look at the page. */
export interface Sections {
  /**
   * The section of an element that has a name of this kind: the nearest that has one. A plain box counts too when one heading
   * stands in it, above the element: that is a card. A heading never names a section for itself.
   */
  of(element: Element, kind: SectionKind): NamedSection | undefined;
}

/** What is a section by its element. */
export const SECTION = 'section,form,fieldset,nav,main,dialog,[role=dialog]';
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'legend', '[role=heading]'];
/** So many boxes are searched for headings each on its own; for more the headings of the page are read. */
const FEW = 8;

/** Starts a look at the sections of a page. */
export function readSections(names: SignNames): Sections {
  const headingsIn = readHeadings();
  const headings = new Map<Element, Element | undefined>();
  const headingOf = (box: Element, isSection: boolean): Element | undefined => {
    if (!headings.has(box)) {
      const inside = headingsIn(box);
      headings.set(box, isSection ? ownHeading(box, inside) : onlyHeading(box, inside));
    }
    return headings.get(box);
  };
  const known = new Map<SectionKind, Map<Element, SectionWords>>();
  const nameOf = (section: Element, kind: SectionKind, element: Element): string | undefined => {
    const ofKind = known.get(kind) ?? new Map<Element, SectionWords>();
    known.set(kind, ofKind);
    const words = ofKind.get(section) ?? readName(section, kind);
    ofKind.set(section, words);
    return words.heading === element ? undefined : words.name;
  };
  const readName = (section: Element, kind: SectionKind): SectionWords => {
    const isByWords = kind !== 'id' && kind !== 'testid';
    const label = isByWords ? tidy(attribute(section, 'aria-label')) : '';
    const heading = isByWords && !label ? headingOf(section, true) : undefined;
    const { localName: tag, id } = section;
    const testid = attribute(section, names.testIdAttribute);
    const words = label || (heading ? elementText(heading) : '');
    return { name: sectionName(kind, { tag, role: roleOf(section), id, testid, words }), heading };
  };
  const cardName = (box: Element, element: Element): string | undefined => {
    const heading = headingOf(box, false);
    const words = heading && standsAbove(heading, element) ? elementText(heading) : '';
    return words ? `kop:${words}` : undefined;
  };
  const tellingFrom = skipBare((box) => headingsIn(box).length > 0);

  return {
    of(element, kind) {
      const next = kind === 'kop' ? tellingFrom : sectionFrom;
      for (let box = next(parentOf(element)); box; box = next(parentOf(box))) {
        const name = box.matches(SECTION) ? nameOf(box, kind, element) : cardName(box, element);
        if (name) return { section: box, name };
      }
      return undefined;
    },
  };
}

/** The nearest section, this one too; out of a shadow root too. */
function sectionFrom(start: Element | undefined): Element | undefined {
  const hostOf = (element: Element): Element | undefined => (element.getRootNode() as Partial<ShadowRoot>).host; // a document has none
  for (let one = start; one; one = hostOf(one)) {
    const section = one.closest(SECTION);
    if (section) return section;
  }
  return undefined;
}

/** Gives what finds the nearest box that can name something: cells and rows of a table can't, and there are many. */
function skipBare(hasHeading: (box: Element) => boolean): (start: Element | undefined) => Element | undefined {
  const known = new Map<Element, Element | undefined>();
  const isEnd = (box: Element): boolean => known.has(box) || box.matches(SECTION) || hasHeading(box);
  return (start) => {
    const passed: Element[] = [];
    let box = start;
    for (; box && box.localName !== 'body' && !isEnd(box); box = parentOf(box)) passed.push(box);
    const end = box?.localName === 'body' ? undefined : box;
    const found = end && known.has(end) ? known.get(end) : end;
    for (const one of passed) known.set(one, found);
    if (found) known.set(found, found);
    return found;
  };
}

/** Gives the headings inside a box, in the order of the page. There are few headings and many boxes: when many are asked about, they are read from each heading upwards. */
function readHeadings(): (box: Element) => readonly Element[] {
  const trees = new Map<Node, ReadonlyMap<Element, readonly Element[]>>();
  let asked = 0;
  return (box) => {
    asked += 1;
    if (asked <= FEW) return headingsOf(box);
    const tree = box.getRootNode() as ParentNode & Node; // a document, a shadow root, or the top of what was taken off the page
    const known = trees.get(tree) ?? headingsByBox(tree);
    trees.set(tree, known);
    return known.get(box) ?? [];
  };
}

/** What a section is called, and the heading that says so. */
interface SectionWords {
  readonly name: string | undefined;
  readonly heading: Element | undefined;
}

/** Asked tag by tag: a browser finds one fast, and any of several slowly. */
const headingsOf = (tree: ParentNode): readonly Element[] =>
  [...new Set(HEADINGS.flatMap((heading) => [...tree.querySelectorAll(heading)]))].sort(byPlace);

function headingsByBox(tree: ParentNode & Node): ReadonlyMap<Element, readonly Element[]> {
  const found = new Map<Element, Element[]>();
  for (const heading of headingsOf(tree))
    for (let box = heading.parentElement; box; box = box.parentElement) {
      const inside = found.get(box);
      if (inside) inside.push(heading);
      else found.set(box, [heading]);
    }
  return found;
}

/** The first heading that is the section's own, not one of a section inside it. */
const ownHeading = (section: Element, inside: readonly Element[]): Element | undefined =>
  inside.find((heading) => heading.parentElement?.closest(SECTION) === section);

/** The heading of a plain box that has just one, unless a section inside it has that. */
function onlyHeading(box: Element, [heading, second]: readonly Element[]): Element | undefined {
  const section = heading?.parentElement?.closest(SECTION);
  return second || (section && section !== box && box.contains(section)) ? undefined : heading;
}

const standsAbove = (heading: Element, element: Element): boolean =>
  heading !== element && (heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
