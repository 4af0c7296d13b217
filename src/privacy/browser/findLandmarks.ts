import type { InterfaceDictionary } from '../interfaceTexts';
import { landmarkKind, needsName, type Landmark, type LandmarkKind } from '../landmark';
import type { CoveredSpot } from '../coveredSpot';

/** An element that may be a part of the page. */
export interface MetElement {
  readonly element: Element;
  /** The host wants nothing in it to be read: then its name is not either. */
  readonly isMasked: boolean;
  readonly isVisible: boolean;
  /** What of it lies in the picture; nothing when none of it does. Asked for a part only, since measuring costs. */
  box(): CoveredSpot['box'] | undefined;
}

/** The parts of a page that were met so far, in the order of the page. */
export interface LandmarkList {
  readonly landmarks: readonly Landmark[];
  meet(met: MetElement): void;
}

/** No person looks through more, and a page of a thousand tables need not name them all. */
const MOST = 60;
/** What a header or footer belongs to, when it is not the page's. */
const PART = 'article,aside,main,nav,section';
const HEADING = 'h1,h2,h3,h4,h5,h6,legend';

/** Starts an empty list. Of names only those stay that stand in the dictionary. */
export function createLandmarkList(dictionary: InterfaceDictionary): LandmarkList {
  const landmarks: Landmark[] = [];
  const known = (text: string | null | undefined): string => {
    const plain = text?.replace(/\s+/g, ' ').trim() ?? '';
    return plain && dictionary.has(plain) ? plain : '';
  };
  const nameOf = (element: Element, kind: LandmarkKind): string =>
    known(element.getAttribute('aria-label')) ||
    known(labelledBy(element)) ||
    (kind === 'table' && known(element.querySelector('caption')?.textContent)) ||
    (hasHeading(kind) && known(element.querySelector(HEADING)?.textContent)) ||
    '';
  return {
    landmarks,
    meet({ element, isMasked, isVisible, box }) {
      const kind = kindOf(element);
      if (!kind || !isVisible || landmarks.length >= MOST) return;
      const label = isMasked ? '' : nameOf(element, kind);
      const seen = label === '' && needsName(kind) ? undefined : box();
      if (seen) landmarks.push({ kind, label, box: seen });
    },
  };
}

const kindOf = (element: Element): LandmarkKind | undefined =>
  landmarkKind({
    tag: element.localName,
    role: element.getAttribute('role') ?? '',
    isInPart: /^(?:head|foot)er$/.test(element.localName) && !!element.parentElement?.closest(PART),
  });

/** A heading inside it is its own: it is no part that holds others. */
const hasHeading = (kind: LandmarkKind): boolean => needsName(kind) || kind === 'dialog';

/** The text of what names an element, such as its heading. */
function labelledBy(element: Element): string {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const root = element.getRootNode() as Document | ShadowRoot; // what is on a page stands in one of these
  return ids.map((id) => (id && root.getElementById(id)?.textContent) || '').join(' ');
}
