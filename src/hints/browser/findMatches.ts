import type { ByLocale, Finder, FinderSignals, HintTarget } from '../../protocol/hint';
import { hrefMatches } from '../lasting';
import { sectionKindOf } from '../sectionName';
import {
  attribute,
  HINT_ID,
  isInDialog,
  labelOf,
  pathOf,
  roleOf,
  typeOf,
  wordsOf,
  type SignNames,
} from './elementSigns';
import { tidy } from './elementText';
import { readSections, type Sections } from './sections';

/** A place without what only people read. */
export type Place = Omit<HintTarget, 'label' | 'recorded'>;

/** How a page is looked at. */
export interface LookOptions extends SignNames {
  readonly page: Document;
  /** Languages in which words are looked for, best first. */
  readonly locales: readonly string[];
}

/** One look at a page, for one place. */
export interface Look {
  /** Every element of the place's tag, type, role and layer for which all of the finder holds, also those that nobody sees. */
  matches(finder: Finder): readonly Element[];
}

type Root = Document | ShadowRoot;

/** Looks at the page as it is now. Make a new one after a change. */
export function lookFor(place: Place, options: LookOptions): Look {
  const sections = readSections(options);
  const root = rootOf(place, options);
  const isInPlace = (element: Element): boolean =>
    (place.type === undefined || place.type === (typeOf(element) || attribute(element, 'type'))) &&
    (!place.role || roleOf(element) === place.role);
  const isInLayer = (element: Element): boolean => isInDialog(element, options.page) === (place.layer === 'dialog');
  return {
    matches({ by }) {
      if (!root || by.css !== undefined) return [];
      const pool = [...root.querySelectorAll(selectorOf(place.tag, by, options))].filter(isInPlace);
      const holds = pool.filter(
        (element) => hasWords(element, by, options.locales) && hasSection(element, by, sections),
      );
      const inLayer = holds.filter(isInLayer);
      return by.position && by.section ? atPosition(inLayer, by, sections) : inLayer;
    },
  };
}

/** What attributes say goes into the selector: it is the browser that looks fastest. */
function selectorOf(
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
  return [tag, ...attributes, href === undefined ? '' : '[href]'].join('');
}

function hasWords(element: Element, { href, label, text }: FinderSignals, locales: readonly string[]): boolean {
  if (href !== undefined && !hrefMatches(href, pathOf(element))) return false;
  if (text && wordsOf(element) !== wordsIn(text, locales)) return false;
  return !label || labelOf(element) === wordsIn(label, locales);
}

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

/** Where the place is looked for: the page, a frame of the same origin, then open shadow roots. Each must be the only one. */
function rootOf({ frame, shadow = [] }: Place, { page, testIdAttribute }: LookOptions): Root | undefined {
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
