import { isLasting } from './lasting';

/** How a section can be named, firmest first. */
export const SECTION_KINDS = ['id', 'testid', 'nav', 'dialog', 'kop'] as const;

/** One way to name a section. */
export type SectionKind = (typeof SECTION_KINDS)[number];

/** What an element says of itself that can name a section. Absent or empty is nothing. */
export interface SectionFacts {
  readonly tag: string;
  readonly role: string;
  readonly id: string;
  readonly testid: string;
  /** `aria-label`, else its first own heading. */
  readonly words: string;
}

const LONGEST = 80;

/** Gives the name of this kind, such as `kop:Persoonsgegevens`. A navigation or dialog has no name of the kind `kop`. */
export function sectionName(kind: SectionKind, facts: SectionFacts): string | undefined {
  const value =
    kind === 'id' ? (isLasting(facts.id) ? facts.id : '') : kind === 'testid' ? facts.testid : wordsOf(kind, facts);
  return value && value.length <= LONGEST ? `${kind}:${value}` : undefined;
}

const wordsOf = (kind: SectionKind, { tag, role, words }: SectionFacts): string => {
  const own =
    role.endsWith('dialog') || tag === 'dialog' ? 'dialog' : role === 'navigation' || tag === 'nav' ? 'nav' : 'kop';
  return own === kind ? words : '';
};

/** Reads the kind out of a name. */
export const sectionKindOf = (name: string): SectionKind | undefined =>
  SECTION_KINDS.find((kind) => name.startsWith(`${kind}:`));
