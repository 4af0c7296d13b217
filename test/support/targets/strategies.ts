import { finder } from '@medv/finder';
import { getCssSelector } from 'css-selector-generator';
import type { LookOptions } from '../../../src/hints/browser/findMatches';
import { resolveTarget } from '../../../src/hints/browser/resolveTarget';
import { addLanguage, recordTarget, type RecordOptions } from '../../../src/hints/recording';
import { OTHER_LANGUAGE } from './changes';

/** Finds again what it recorded; nothing when it is not sure. */
export type Found = () => Element | undefined;

/** A place that was recorded. */
export interface Recorded {
  readonly find: Found;
  /** Records the same element again while the app speaks its other language; not every strategy can. */
  readonly learn?: (element: Element) => void;
}

/** Records an element, or says that it can't be told apart. */
export type Strategy = (element: Element) => Recorded | undefined;

/** The languages of the page as it is now, best first. */
const options = (): LookOptions => ({
  page: document,
  locales: document.documentElement.lang === OTHER_LANGUAGE ? [OTHER_LANGUAGE, 'nl'] : ['nl'],
  testIdAttribute: 'data-testid',
});
const recording = (): RecordOptions => ({ ...options(), isInterface: () => true, routes: [] });

const byVotes =
  (learnsLanguages: boolean): Strategy =>
  (element) => {
    const recorded = recordTarget(element, recording());
    if (!recorded.ok) return undefined;
    let place = recorded.value;
    const learn = (translated: Element): void => {
      const added = addLanguage(place, translated, recording());
      if (added.ok) place = added.value;
    };
    const find = (): Element | undefined => {
      const found = resolveTarget(place, options());
      return found.is === 'found' ? found.element : undefined;
    };
    return { find, ...(learnsLanguages && { learn }) };
  };

/** A selector that is used strictly: what it meets counts only when it is the only one. */
const bySelector =
  (selectorOf: (element: Element) => string): Strategy =>
  (element) => {
    const selector = selectorOf(element);
    const only = (): Element | undefined => {
      const found = document.querySelectorAll(selector);
      return found.length === 1 ? found[0] : undefined;
    };
    return only() === element ? { find: only } : undefined;
  };

/** Ours and the two most used generators of selectors, which are kinder judged than they are mostly used: strictly. */
export const STRATEGIES: Readonly<Record<string, Strategy>> = {
  'this SDK': byVotes(true),
  'this SDK, recorded in one language': byVotes(false),
  '@medv/finder': bySelector((element) => finder(element)),
  'css-selector-generator': bySelector((element) =>
    getCssSelector(element, { blacklist: [/^\[style/], maxCombinations: 100, maxCandidates: 100 }),
  ),
};
