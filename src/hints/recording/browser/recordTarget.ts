import { fail, succeed, type Failure, type Result } from '../../../foundation/result';
import { worthOf } from '../../../protocol/finderWorth';
import type { Finder, FinderSignals } from '../../../protocol/hint';
import { looksPersonal } from '../../../protocol/hintPrivacy';
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
} from '../../browser/elementSigns';
import { lookFor, type LookOptions, type Place } from '../../browser/findMatches';
import { resolveTarget } from '../../browser/resolveTarget';
import { readSections, type Sections } from '../../browser/sections';
import { hrefPattern, isLasting, numberedStem } from '../../lasting';
import { SECTION_KINDS } from '../../sectionName';
import { interfaceWords, type KnownWords } from './interfaceWords';
import { wayTo } from './wayTo';

/** What recording needs beside the element. */
export interface RecordOptions extends LookOptions, KnownWords {
  /** Patterns of the document's routes: what they call a parameter is left out of links. */
  readonly routes: readonly string[];
}

/**
 * Why a place was not recorded. `target-unsure`: what may be recorded does not find it for sure; a `data-support-hint` would.
 * `target-out-of-reach`: it stands in a closed shadow root, in a frame in a frame, or in one that has no name.
 */
export type RecordProblem = Failure<'target-unsure' | 'target-out-of-reach'>;

/** The format holds no more. */
export const MOST_FINDERS = 8;
/** No list of the same fields that is longer tells a position. */
const LONGEST_LIST = 200;

/**
 * Describes an element so that it is found again: ways to find it that each meet this element only among what is visible now.
 * From the interface alone: never a value, a cell, or words that are not the app's own.
 */
export function recordTarget(element: Element, options: RecordOptions): Result<Place, RecordProblem> {
  const way = wayTo(element, options);
  if (!way) return fail({ code: 'target-out-of-reach', message: 'The element stands where hints do not look.' });
  const [type, role] = [typeOf(element), roleOf(element)];
  const place: Place = {
    tag: element.localName,
    ...(type && { type }),
    ...(role && { role }),
    ...(isInDialog(element, options.page) && { layer: 'dialog' as const }),
    ...way,
    find: [],
  };
  const recorded = { ...place, find: findersOf(element, place, options) };
  const { is, ...found } = resolveTarget(recorded, options);
  if (is === 'found' && 'element' in found && found.element === element) return succeed(recorded);
  return fail({ code: 'target-unsure', message: 'The element can not be told from others for sure.' });
}

function findersOf(element: Element, place: Place, options: RecordOptions): readonly Finder[] {
  const look = lookFor(place, options);
  return candidates(element, place, options)
    .map(({ by, weight, isStrong }): Finder => ({ by, weight: weight / 100, ...(isStrong && { strong: true }) }))
    .filter((finder) => {
      const visible = look.matches(finder).filter(isVisible);
      return visible.length === 1 && visible[0] === element;
    })
    .slice(0, MOST_FINDERS);
}

/** What may be said of an element. Empty is nothing. */
interface Said {
  readonly hintId: string;
  readonly testid: string;
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly label: string;
  readonly text: string;
}

interface Candidate {
  readonly by: FinderSignals;
  readonly weight: number;
  readonly isStrong: boolean;
}

/** Every way to find it that the table of weights knows, most weight first. */
function candidates(element: Element, place: Place, options: RecordOptions): readonly Candidate[] {
  const { hintId, testid, id, name, href, label, text } = saidOf(element, options);
  const sections = readSections(options);
  const around = sectionsAround(element, sections, options);
  const [locale = 'nl'] = options.locales;
  const words = (by: 'label' | 'text', said: string): FinderSignals => (said ? { [by]: { [locale]: said } } : {});
  const within = (by: FinderSignals): readonly FinderSignals[] => around.map((section) => ({ ...by, section }));
  const position = positionIn(element, place, { options, section: around[0] });
  const ways: readonly FinderSignals[] = [
    { ...(hintId && { hintId }) },
    { ...(testid && { testid }) },
    { ...(id && { id }) },
    { ...(href && { href }) },
    ...(label ? within(words('label', label)) : []),
    ...(text ? within(words('text', text)) : []),
    ...(name ? [...within({ name }), { name }] : []),
    words('label', label),
    words('text', text),
    { ...position },
  ];
  return ways
    .filter((by) => Object.keys(by).length > 0)
    .map((by) => ({ by, ...worthOf(by) }))
    .sort((one, other) => other.weight - one.weight);
}

function saidOf(element: Element, options: RecordOptions): Said {
  const { testIdAttribute, routes } = options;
  const known = (name: string, value: string): string =>
    isLasting(value) && !isOneOfMany(element, name, value) && !looksPersonal(value) ? value : '';
  const path = pathOf(element);
  const href = path && hrefPattern(path, routes);
  return {
    hintId: attribute(element, HINT_ID),
    testid: known(testIdAttribute, attribute(element, testIdAttribute)),
    id: known('id', element.id),
    name: known('name', attribute(element, 'name')),
    href: looksPersonal(href) ? '' : href,
    label: interfaceWords(element, labelOf(element), options),
    text: interfaceWords(element, wordsOf(element), options),
  };
}

/** Another has the same name but for a number: then the number is a place in a list. */
function isOneOfMany(element: Element, name: string, value: string): boolean {
  const stem = numberedStem(value);
  if (stem === undefined) return false;
  const root = element.getRootNode() as Document | ShadowRoot; // what is on a page stands in one of these
  return [...root.querySelectorAll(`${element.localName}[${name}]`)].some(
    (other) => other !== element && numberedStem(attribute(other, name)) === stem,
  );
}

/** The firmest name of a section around, and the first one in words. */
function sectionsAround(element: Element, sections: Sections, options: RecordOptions): readonly string[] {
  const found = SECTION_KINDS.flatMap((kind) => sections.of(element, kind) ?? []).filter(({ section, name }) => {
    const value = name.slice(name.indexOf(':') + 1);
    return /^(?:id|testid):/.test(name) ? !looksPersonal(value) : interfaceWords(section, value, options) !== '';
  });
  const firm = found.find(({ name }) => /^(?:id|testid):/.test(name));
  const inWords = found.find(({ name }) => !/^(?:id|testid):/.test(name));
  return [firm, inWords].flatMap((one) => (one ? [one.name] : []));
}

interface Around {
  readonly options: RecordOptions;
  readonly section: string | undefined;
}

/** Which of how many of its kind it is within the section. */
function positionIn(element: Element, place: Place, { options, section }: Around): FinderSignals | undefined {
  if (section === undefined) return undefined;
  const all = lookFor(place, options).matches({ by: { section }, weight: 0 });
  const index = all.indexOf(element);
  return index < 0 || all.length > LONGEST_LIST ? undefined : { section, position: { index, of: all.length } };
}
