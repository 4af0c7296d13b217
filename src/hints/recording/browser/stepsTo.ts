import { attribute, labelOf, parentOf, roleOf, wordsOf } from '../../browser/elementSigns';
import { tidy } from '../../browser/elementText';
import { readSections, type Sections } from '../../browser/sections';
import type { SectionKind } from '../../sectionName';
import { interfaceWords } from './interfaceWords';
import type { RecordOptions } from './recordTarget';

/** One step on the way to an element, as it may be read out. */
export interface PlaceStep {
  readonly kind: 'section' | 'dialog' | 'frame' | 'element';
  /** The role, else the tag. */
  readonly role: string;
  /** Words of the interface. Absent where there are none, where they may be somebody's, and where they are to be covered. */
  readonly name?: string;
}

const DIALOG = 'dialog,[role=dialog],[role=alertdialog]';
const IN_WORDS: readonly SectionKind[] = ['nav', 'dialog', 'kop'];

/** Names the way to an element, from the page inwards: sections that have a name, dialogs, frames, and the element. Never what is filled in. */
export function stepsTo(element: Element, options: RecordOptions): readonly PlaceStep[] {
  const own = stepOf('element', { element, words: labelOf(element) || wordsOf(element) }, options);
  const steps = [own];
  for (let one: Element | undefined = element; one;) {
    steps.unshift(...sectionsAround(one, options));
    const { ownerDocument } = one as Element; // what climbs is an element
    one = ownerDocument === options.page ? undefined : (ownerDocument.defaultView?.frameElement ?? undefined);
    if (one) steps.unshift(stepOf('frame', { element: one, words: frameWords(one) }, options));
  }
  return steps;
}

function sectionsAround(element: Element, options: RecordOptions): readonly PlaceStep[] {
  const names = namesAround(element, readSections(options));
  const steps: PlaceStep[] = [];
  for (let box = parentOf(element); box; box = parentOf(box)) {
    const isDialog = box.matches(DIALOG);
    const step = stepOf(isDialog ? 'dialog' : 'section', { element: box, words: names.get(box) ?? '' }, options);
    if (isDialog || step.name !== undefined) steps.unshift(step);
  }
  return steps;
}

/** What the sections around are called, each kind climbed by itself. */
function namesAround(element: Element, sections: Sections): ReadonlyMap<Element, string> {
  const names = new Map<Element, string>();
  for (const kind of IN_WORDS) {
    for (let found = sections.of(element, kind); found; found = sections.of(found.section, kind))
      names.set(found.section, found.name.slice(kind.length + 1));
  }
  return names;
}

const frameWords = (frame: Element): string => tidy(attribute(frame, 'aria-label') || attribute(frame, 'title'));

interface Worded {
  readonly element: Element;
  readonly words: string;
}

function stepOf(kind: PlaceStep['kind'], { element, words }: Worded, options: RecordOptions): PlaceStep {
  const name = interfaceWords(element, words, options);
  return { kind, role: roleOf(element) || element.localName, ...(name && { name }) };
}
