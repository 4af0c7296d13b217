import type { ByLocale, Finder, FinderSignals, HintTarget } from '../../protocol/hint';
import { hrefMatches } from '../lasting';
import { sectionKindOf } from '../sectionName';
import {
  attribute,
  HINT_ID,
  isInDialog,
  isVisible,
  labelOf,
  pathOf,
  roleOf,
  typeOf,
  wordsOf,
  type SignNames,
} from './elementSigns';
import { tidy } from './elementText';
import { readSections, type Sections } from './sections';
import { selectIn } from './selectIn';

/** A place without what only people read. */
export type Place = Omit<HintTarget, 'label' | 'recorded'>;

/** How a page is looked at. */
export interface LookOptions extends SignNames {
  readonly page: Document;
  /** Languages in which words are looked for, best first. */
  readonly locales: readonly string[];
  /** Tells whether somebody could see an element. Left out: by its styles, which a copy of a page has not. */
  readonly isVisible?: (element: Element) => boolean;
}

/** One look at a page, for one place. */
export interface Look {
  /** Every element of the place's tag, type, role and layer for which all of the finder holds, also those that nobody sees. */
  matches(finder: Finder): readonly Element[];
  /** Whether the finder meets this element, one of the place's root, among others or not. Who counts on a position is not asked: no. */
  meets(element: Element, finder: Finder): boolean;
  readonly isVisible: (element: Element) => boolean;
}

/** What is read of a page once, for all places that are looked for while it does not change. */
export interface PageReading {
  readonly sections: Sections;
  /** All elements of a tag. */
  tagged(root: Root, tag: string): ArrayLike<Element>;
  label(element: Element): string;
  text(element: Element): string;
}

/** Starts reading a page. Make a new one after a change. */
export const readPage = (names: SignNames): PageReading => ({
  sections: readSections(names),
  tagged: readTags(),
  label: remember(labelOf),
  text: remember(wordsOf),
});

/** What a place can stand in. */
export type Root = Document | ShadowRoot;

function readTags(): PageReading['tagged'] {
  const known = new Map<Root, Map<string, NodeListOf<Element>>>();
  return (root, tag) => {
    const ofRoot = known.get(root) ?? new Map<string, NodeListOf<Element>>();
    const all = ofRoot.get(tag) ?? root.querySelectorAll(tag);
    known.set(root, ofRoot.set(tag, all));
    return all;
  };
}

/** Looks at the page as it is now. Make a new one after a change: it remembers what it read. */
export function lookFor(place: Place, options: LookOptions, reading: PageReading = readPage(options)): Look {
  const { sections } = reading;
  const root = rootOf(place, options);
  const pools = new Map<string, readonly Element[]>();
  const select = selectIn(root, () => (root ? reading.tagged(root, place.tag) : []));
  const isInPlace = (element: Element): boolean =>
    (place.type === undefined || place.type === (typeOf(element) || attribute(element, 'type'))) &&
    (!place.role || roleOf(element) === place.role);
  const isInLayer = (element: Element): boolean => isInDialog(element, options.page) === (place.layer === 'dialog');
  /** Elements of the place for which a selector holds, of those with this word in them when there is one: most links of a page say something else. */
  const poolOf = (around: string, selector: string, word: string): readonly Element[] => {
    const key = `${around}${selector} ${word}`;
    const mayBe = (element: Element): boolean => (element.textContent ?? '').includes(word) && isInPlace(element);
    const pool = pools.get(key) ?? select(around, selector).filter(word ? mayBe : isInPlace);
    pools.set(key, pool);
    return pool;
  };
  const holds = (element: Element, by: FinderSignals): boolean =>
    (by.href === undefined || hrefMatches(by.href, pathOf(element))) &&
    (!by.text || reading.text(element) === wordsIn(by.text, options.locales)) &&
    (!by.label || reading.label(element) === wordsIn(by.label, options.locales)) &&
    hasSection(element, by, sections) &&
    isInLayer(element);
  return {
    matches({ by }) {
      if (by.css !== undefined) return [];
      const around = place.shadow ? '' : selectorAround(by.section, options); // the section may stand outside the shadow root
      const word = by.text ? longestWord(wordsIn(by.text, options.locales) ?? '') : '';
      const pool = poolOf(around, selectorOf(place.tag, by, options), word);
      const found = pool.filter((element) => holds(element, by));
      return by.position && by.section ? atPosition(found, by, sections) : found;
    },
    meets: (element, { by }) =>
      by.css === undefined &&
      by.position === undefined &&
      element.matches(selectorOf(place.tag, by, options)) &&
      isInPlace(element) &&
      holds(element, by),
    isVisible: options.isVisible ?? isVisible,
  };
}

/** Reading an address in full takes long, and most links of a page lead elsewhere: its end, when it is plain, stands in what was written. */
const PLAIN = /^[\w.~-]+$/;
const hrefSelector = (pattern: string): string => {
  const end = pattern.slice(pattern.lastIndexOf('/') + 1);
  return PLAIN.test(end) ? `[href*="${end}"]` : '[href]';
};

/** Reads each element once. */
function remember(read: (element: Element) => string): (element: Element) => string {
  const known = new Map<Element, string>();
  return (element) => {
    const words = known.get(element) ?? read(element);
    known.set(element, words);
    return words;
  };
}

/** Writes what attributes say as a selector: it is the browser that looks fastest. */
export function selectorOf(
  tag: string,
  { hintId, testid, id, name, href }: FinderSignals,
  { testIdAttribute }: SignNames,
): string {
  const pairs: readonly (readonly [string, string | undefined])[] = [
    [HINT_ID, hintId],
    [testIdAttribute, testid],
    ['id', id],
    ['name', name],
  ];
  const attributes = pairs.flatMap(([key, value]) => (value === undefined ? [] : `[${key}="${CSS.escape(value)}"]`));
  return [tag, ...attributes, href === undefined ? '' : hrefSelector(href)].join('');
}

/** A section that goes by an attribute is found by it: what stands elsewhere need not be looked at. */
function selectorAround(section: string | undefined, { testIdAttribute }: SignNames): string {
  const [, kind, value = ''] = /^(id|testid):(.+)$/s.exec(section ?? '') ?? [];
  return kind ? `[${kind === 'id' ? 'id' : testIdAttribute}="${CSS.escape(value)}"] ` : '';
}

const longestWord = (words: string): string =>
  words.split(' ').reduce((longest, word) => (word.length > longest.length ? word : longest), '');

/** The words in the first language that is there. Without one nothing matches. */
function wordsIn(words: ByLocale, locales: readonly string[]): string | undefined {
  const byLocale = new Map(Object.entries(words));
  const found = locales.map((locale) => byLocale.get(locale)).find((one) => one !== undefined);
  return found === undefined ? undefined : tidy(found);
}

function hasSection(element: Element, { section }: FinderSignals, sections: Sections): boolean {
  if (section === undefined) return true;
  const kind = sectionKindOf(section);
  return kind !== undefined && sections.of(element, kind)?.name === section;
}

/** Only where there is one such section, with as many of its kind in it as there were. */
function atPosition(
  found: readonly Element[],
  { position, section = '' }: FinderSignals,
  sections: Sections,
): readonly Element[] {
  const kind = sectionKindOf(section);
  if (!kind || found.length !== position?.of) return [];
  const around = new Set(found.map((element) => sections.of(element, kind)?.section));
  const there = found[position.index];
  return around.size === 1 && there ? [there] : [];
}

/** Gives where a place is looked for: the page, a frame of the same origin, then open shadow roots. Each must be the only one. */
export function rootOf({ frame, shadow = [] }: Place, { page, testIdAttribute }: LookOptions): Root | undefined {
  let root: Root | undefined = page;
  if (frame !== undefined) {
    const frames: NodeListOf<HTMLIFrameElement> = page.querySelectorAll(
      `iframe[id="${CSS.escape(frame)}"],iframe[${testIdAttribute}="${CSS.escape(frame)}"]`,
    );
    root = frames.length === 1 ? (frames[0]?.contentDocument ?? undefined) : undefined;
  }
  for (const step of shadow) root = (root && onlyHost(root, step, testIdAttribute)?.shadowRoot) ?? undefined;
  return root;
}

/** `id:…`, `testid:…`, or the name of the element. */
function onlyHost(root: Root, step: string, testIdAttribute: string): Element | undefined {
  const [, kind, value = ''] = /^(id|testid):(.+)$/s.exec(step) ?? [];
  const key = kind === 'id' ? 'id' : testIdAttribute;
  const hosts = [...root.querySelectorAll(kind ? `[${key}="${CSS.escape(value)}"]` : CSS.escape(step))];
  const [host, second] = hosts.filter(({ shadowRoot }) => shadowRoot);
  return second ? undefined : host;
}
