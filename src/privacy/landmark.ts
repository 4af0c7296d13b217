import type { CoveredSpot } from './coveredSpot';

/** Parts that a page says it has, as readers of screens know them. */
export type LandmarkKind =
  | 'header'
  | 'navigation'
  | 'main'
  | 'aside'
  | 'footer'
  | 'search'
  | 'form'
  | 'region'
  | 'table'
  | 'dialog';

/** A part of the page that lies in the picture, under a name that can be no person's: what it is, and a text of the interface. */
export interface Landmark {
  readonly kind: LandmarkKind;
  /** Empty where its name is not known to be interface. */
  readonly label: string;
  /** What of it lies in the picture. */
  readonly box: CoveredSpot['box'];
}

const BY_ROLE: ReadonlyMap<string, LandmarkKind> = new Map([
  ['banner', 'header'],
  ['navigation', 'navigation'],
  ['main', 'main'],
  ['complementary', 'aside'],
  ['contentinfo', 'footer'],
  ['search', 'search'],
  ['form', 'form'],
  ['region', 'region'],
  ['table', 'table'],
  ['grid', 'table'],
  ['treegrid', 'table'],
  ['dialog', 'dialog'],
  ['alertdialog', 'dialog'],
]);

const BY_TAG: ReadonlyMap<string, LandmarkKind> = new Map([
  ['header', 'header'],
  ['nav', 'navigation'],
  ['main', 'main'],
  ['aside', 'aside'],
  ['footer', 'footer'],
  ['search', 'search'],
  ['form', 'form'],
  ['section', 'region'],
  ['table', 'table'],
  ['dialog', 'dialog'],
]);

/** What an element says of itself. */
export interface LandmarkFacts {
  readonly tag: string;
  /** `role`, as it was written; empty where there is none. */
  readonly role: string;
  /** It stands in an article, a section or such, of which it is the header or footer then. */
  readonly isInPart: boolean;
}

/** Tells what part of the page an element is. A role wins from the tag, so a table that is only there for its shape is none. */
export function landmarkKind({ tag, role, isInPart }: LandmarkFacts): LandmarkKind | undefined {
  const [first] = role.trim().toLowerCase().split(/\s+/);
  if (first) return BY_ROLE.get(first);
  const kind = BY_TAG.get(tag);
  return isInPart && (kind === 'header' || kind === 'footer') ? undefined : kind;
}

/** Parts that are one only when they have a name: a page has many sections and forms that mean nothing to a person. */
export const needsName = (kind: LandmarkKind): boolean => kind === 'region' || kind === 'form';
