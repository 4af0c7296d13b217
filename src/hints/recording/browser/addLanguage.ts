import { hundredths } from '../../../protocol/finderWorth';
import type { ByLocale, Finder } from '../../../protocol/hint';
import { succeed, type Result } from '../../../foundation/result';
import type { Place } from '../../browser/findMatches';
import { MOST_FINDERS, recordTarget, type RecordOptions, type RecordProblem } from './recordTarget';

/**
 * Adds the words of another language to a place: the same element, recorded again while the app speaks that language.
 * A section that is named by its words has another name there, so such a finder stands beside the one it had.
 */
export function addLanguage(known: Place, element: Element, options: RecordOptions): Result<Place, RecordProblem> {
  const recorded = recordTarget(element, options);
  if (!recorded.ok) return recorded;
  const find = recorded.value.find.reduce(withFinder, known.find);
  const heaviest = [...find].sort((one, other) => hundredths(other.weight) - hundredths(one.weight));
  return succeed({ ...known, find: heaviest.slice(0, MOST_FINDERS) });
}

function withFinder(find: readonly Finder[], added: Finder): readonly Finder[] {
  const at = find.findIndex(({ by }) => withoutWords(by) === withoutWords(added.by));
  const same = find[at];
  if (!same) return [...find, added];
  const { label, text } = added.by;
  const by = { ...same.by, ...joined('label', same.by.label, label), ...joined('text', same.by.text, text) };
  return find.map((finder, index) => (index === at ? { ...same, by } : finder));
}

const joined = (key: 'label' | 'text', known: ByLocale | undefined, added: ByLocale | undefined): object =>
  added ? { [key]: { ...known, ...added } } : {};

/** What a finder looks at, whatever the language. */
const withoutWords = ({ label, text, ...by }: Finder['by']): string =>
  JSON.stringify([
    Object.entries(by).sort(([one], [other]) => (one < other ? -1 : 1)),
    label !== undefined,
    text !== undefined,
  ]);
