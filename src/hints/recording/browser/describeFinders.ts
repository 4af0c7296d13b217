import type { FinderSignals } from '../../../protocol/hint';
import { lookFor, type LookOptions, type Place } from '../../browser/findMatches';

/** What one finder looks at, and what it meets. */
export interface FinderDescription {
  /** In the order in which a sentence would name them. */
  readonly signals: readonly (keyof FinderSignals)[];
  /** So many elements that somebody can see: one is what it should be. */
  readonly matches: number;
}

const SIGNALS: readonly (keyof FinderSignals)[] = [
  'hintId',
  'testid',
  'id',
  'label',
  'text',
  'name',
  'href',
  'css',
  'position',
  'section',
];

/** Says of each finder of a place, in the order of the place, what it looks at and how many elements it meets on the page as it is now. */
export function describeFinders(place: Place, options: LookOptions): readonly FinderDescription[] {
  const look = lookFor(place, options);
  return place.find.map((finder) => ({
    signals: SIGNALS.filter((signal) => finder.by[signal] !== undefined),
    matches: look.matches(finder).filter(look.isVisible).length,
  }));
}
