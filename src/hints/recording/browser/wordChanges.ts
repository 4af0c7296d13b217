import type { ByLocale, Finder } from '../../../protocol/hint';
import { attribute, wordsOf } from '../../browser/elementSigns';
import { tidy } from '../../browser/elementText';
import type { Place } from '../../browser/findMatches';
import { sectionKindOf, type SectionKind } from '../../sectionName';
import type { Stage } from './stage';

const WORDED = ['aria-label', 'placeholder', 'title', 'alt'];

/** The app in another language: in one the place was recorded in too, where there is one. What is not known becomes gibberish. */
export function* translate({ trees, edits, place, locales }: Stage): Generator<void> {
  const known = translations(place, locales);
  const inOther = (words: string): string => known.get(tidy(words)) ?? words.replace(/\p{L}{2,}/gu, gibberish);
  for (const tree of trees) {
    for (const text of textsIn(tree)) {
      edits.setText(text, inOther(text.nodeValue ?? ''));
      yield;
    }
    for (const name of WORDED) {
      for (const element of tree.querySelectorAll(`[${name}]`)) {
        edits.setAttribute(element, name, inOther(attribute(element, name)));
        yield;
      }
    }
  }
}

const gibberish = (word: string): string => `${[...word].reverse().join('')}o`.toLowerCase();

/** Somebody finds a better word for the element itself. */
export function* reword({ target, edits }: Stage): Generator<void> {
  const label = attribute(target, 'aria-label');
  if (label) edits.setAttribute(target, 'aria-label', better(label));
  for (const label of (target as Partial<HTMLInputElement>).labels ?? []) rewordFirst(label, edits); // only fields have labels
  if (wordsOf(target)) rewordFirst(target, edits);
  yield;
}

const better = (words: string): string => `Nieuw: ${words}`;

function rewordFirst(element: Element, edits: Stage['edits']): void {
  const [first] = [...textsIn(element)].filter(({ nodeValue }) => nodeValue?.trim());
  if (first) edits.setText(first, better(first.nodeValue ?? ''));
}

function* textsIn(node: Node): Generator<Node> {
  const page = node.ownerDocument ?? (node as Document); // only a document has none
  const texts = page.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) yield texts.currentNode;
}

/** Another language in which a place was recorded. */
export const otherLanguageOf = ({ find }: Place, [own]: readonly string[]): string | undefined =>
  find.flatMap(({ by }) => Object.keys(wordsBy(by))).find((locale) => locale !== own);

const wordsBy = ({ label, text }: Finder['by']): ByLocale => ({ ...text, ...label });

/** What was recorded in both languages. A section has a finder for each: those go together that are named in the same way. */
function translations(place: Place, locales: readonly string[]): ReadonlyMap<string, string> {
  const [own] = locales;
  const known = new Map<string, string>();
  for (const from of saidIn(place, own)) {
    for (const to of saidIn(place, otherLanguageOf(place, locales))) {
      if (from.kind !== to.kind) continue;
      known.set(from.words, to.words);
      if (from.section) known.set(from.section, to.section);
    }
  }
  return known;
}

/** What one finder says in one language. */
interface Said {
  readonly words: string;
  readonly section: string;
  readonly kind: SectionKind | undefined;
}

const saidIn = ({ find }: Place, locale: string | undefined): readonly Said[] =>
  find.flatMap(({ by }) => {
    const words = new Map(Object.entries(wordsBy(by))).get(locale ?? '');
    const { section = '' } = by;
    const kind = sectionKindOf(section);
    return words === undefined ? [] : { words, section: kind ? section.slice(kind.length + 1) : '', kind };
  });
