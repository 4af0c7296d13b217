import { looksPersonal } from '../../../protocol/hintPrivacy';
import { parentOf } from '../../browser/elementSigns';

const MASKED = '[data-support-mask],[data-support-block]';

/** Who knows the app's own words. */
export interface KnownWords {
  /** Tells whether words belong to the interface. Others may be somebody's and are not recorded. */
  isInterface(words: string): boolean;
}

/** Words that may be written down: the app's own, and not out of a part that is to be covered. Else nothing. */
export const interfaceWords = (element: Element, words: string, { isInterface }: KnownWords): string =>
  words && !looksPersonal(words) && isInterface(words) && !isMasked(element) && !isSaidByMasked(element, words)
    ? words
    : '';

function isMasked(element: Element): boolean {
  for (let one: Element | undefined = element; one; one = parentOf(one)) if (one.matches(MASKED)) return true;
  return false;
}

/** The words come out of a masked part inside it, such as the heading of a section. */
const isSaidByMasked = (element: Element, words: string): boolean =>
  [...element.querySelectorAll(MASKED)].some(({ textContent }) =>
    (textContent ?? '').replace(/\s+/g, ' ').includes(words),
  );
