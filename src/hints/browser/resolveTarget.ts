import type { Finder } from '../../protocol/hint';
import { ENOUGH_WEIGHT, hundredths } from '../../protocol/finderWorth';
import { countVotes, RIVAL_PERCENT, type Vote } from '../votes';
import { lookFor, type Look, type LookOptions, type PageReading, type Place } from './findMatches';

/** Where a place is. `dormant`: it is there, but nobody sees it; it comes back by itself. */
export type Resolution =
  | { readonly is: 'found' | 'dormant'; readonly element: Element; readonly weight: number }
  | { readonly is: 'ambiguous'; readonly count: number }
  | { readonly is: 'missing' };

/** What one finder meets. */
interface Met {
  readonly finder: Finder;
  readonly all: readonly Element[];
  readonly visible: readonly Element[];
}

/**
 * Finds a place on the page: each finder that meets exactly one visible element votes for it. A finder that meets something hidden
 * alone speaks for that one: what we see may be its look-alike on another tab. `reading` is shared by places that are looked for together.
 */
export function resolveTarget(place: Place, options: LookOptions, reading?: PageReading): Resolution {
  const look = lookFor(place, options, reading);
  return bySign(place, look) ?? byVotes(place, look);
}

/**
 * What one strong sign meets alone, where no vote can change that: every other finder meets this element too, and so speaks for it or for
 * nobody, or weighs too little. Most places are found so, without looking through a page. `weight` is that of the sign.
 */
function bySign({ find }: Place, look: Look): Resolution | undefined {
  const idle = new Set<Finder>(); // these meet nothing
  for (const finder of find) {
    if (!isStrongSign(finder)) continue;
    const [element, second] = look.matches(finder);
    if (element) {
      const others = find.filter((one) => one !== finder && !idle.has(one) && !look.meets(element, one));
      const isSure = !second && look.isVisible(element) && areTooLight(others, finder);
      return isSure ? { is: 'found', element, weight: hundredths(finder.weight) } : undefined;
    }
    idle.add(finder);
  }
  return undefined;
}

/** What meets it by an attribute alone may be enough to know the place by. */
export const isStrongSign = ({ strong, by: { hintId, testid, id } }: Finder): boolean =>
  strong === true && (hintId ?? testid ?? id) !== undefined;

/** Together no rival of what this one found, and not enough for something hidden. */
function areTooLight(others: readonly Finder[], { weight }: Finder): boolean {
  const sum = others.reduce((all, one) => all + hundredths(one.weight), 0);
  return !others.some(({ strong }) => strong) && sum < ENOUGH_WEIGHT && sum * 100 < hundredths(weight) * RIVAL_PERCENT;
}

/** Counts the votes of all finders. */
export function byVotes(place: Place, look: Look): Resolution {
  const met = place.find.map((finder): Met => {
    const all = look.matches(finder);
    return { finder, all, visible: all.filter(look.isVisible) };
  });
  const seen = countVotes(
    met.flatMap(({ finder, visible }) => votesFor(finder, visible)),
    Math.max(0, ...met.map(({ visible }) => visible.length)),
  );
  const hidden = countVotes(
    met.flatMap(({ finder, all, visible }) => (visible.length > 0 ? [] : votesFor(finder, all))),
  );
  if (hidden.is === 'found' && (seen.is === 'missing' || (seen.is === 'found' && !isSurelyMeant(seen.place, met)))) {
    return { is: 'dormant', element: hidden.place, weight: hidden.weight };
  }
  return seen.is === 'found' ? { is: 'found', element: seen.place, weight: seen.weight } : seen;
}

const votesFor = ({ weight, strong }: Finder, found: readonly Element[]): readonly Vote<Element>[] => {
  const [only, second] = found;
  return only && !second ? [{ place: only, weight: hundredths(weight), isStrong: strong === true }] : [];
};

/** Something strong meets this element and nothing else, hidden or not. */
const isSurelyMeant = (element: Element, met: readonly Met[]): boolean =>
  met.some(({ finder, all }) => finder.strong && all.length === 1 && all[0] === element);
