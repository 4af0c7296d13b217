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

const SECTION = 'section,form,fieldset,nav,main,dialog,[role=dialog]';
const HEADING = 'h1,h2,h3,h4,h5,h6,legend,[role=heading]';

/** Starts a look at the sections of a page. */
export function readSections(names: SignNames): Sections {
  const headings = new Map<Element, Element | undefined>();
  const headingOf = (box: Element, isSection: boolean): Element | undefined => {
    if (!headings.has(box)) headings.set(box, isSection ? ownHeading(box) : onlyHeading(box));
    return headings.get(box);
  };

  const nameOf = (section: Element, kind: SectionKind, element: Element): string | undefined => {
    const isByWords = kind !== 'id' && kind !== 'testid';
    const heading = isByWords ? headingOf(section, true) : undefined;
    const label = isByWords ? tidy(attribute(section, 'aria-label')) : '';
    return sectionName(kind, {
      tag: section.localName,
      role: roleOf(section),
      id: section.id,
      testid: attribute(section, names.testIdAttribute),
      words: label || (heading && heading !== element ? elementText(heading) : ''),
    });
  };
  const cardName = (box: Element, element: Element): string | undefined => {
    const heading = headingOf(box, false);
    const words = heading && standsAbove(heading, element) ? elementText(heading) : '';
    return words ? `kop:${words}` : undefined;
  };

  return {
    of(element, kind) {
      for (let box = parentOf(element); box && box.localName !== 'body'; box = parentOf(box)) {
        const isSection = box.matches(SECTION);
        if (!isSection && kind !== 'kop') continue;
        const name = isSection ? nameOf(box, kind, element) : cardName(box, element);
        if (name) return { section: box, name };
      }
      return undefined;
    },
  };
}

/** The first heading that is the section's own, not one of a section inside it. */
const ownHeading = (section: Element): Element | undefined =>
  [...section.querySelectorAll(HEADING)].find((heading) => heading.parentElement?.closest(SECTION) === section);

/** The heading of a plain box that has just one, unless a section inside it has that. */
function onlyHeading(box: Element): Element | undefined {
  const [heading, second] = box.querySelectorAll(HEADING);
  const section = heading?.parentElement?.closest(SECTION);
  return second || (section && section !== box && box.contains(section)) ? undefined : heading;
}

const standsAbove = (heading: Element, element: Element): boolean =>
  heading !== element && (heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
