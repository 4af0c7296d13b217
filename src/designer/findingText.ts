import type { Translate } from '../locale/createTranslate';
import { FINDING_ROWS, type FindingName } from './findingNames';

/** What of a finding a sentence needs: `checkHints` and the receiver give more. */
export interface FoundAt {
  readonly code: string;
  /** JSON pointer into the document, `''` for the whole. */
  readonly pointer: string;
}

/** The part of the form in which something is to be mended. */
export type Section = 'where' | 'when' | 'who' | 'often' | 'text' | 'target' | 'steps' | 'document';

/** A finding in words, with where to go for it. */
export interface FindingText {
  readonly sentence: string;
  /** What to do about it. */
  readonly fix: string;
  readonly section: Section;
  /** The place in `hints`, where it is about one. */
  readonly hint?: number;
  readonly step?: number;
  /** The name of the place that it is about. */
  readonly target?: string;
}

/** Says what is wrong, what to do, and where. A code that is not known here gets a sentence that is always true. */
export function findingText(found: FoundAt, t: Translate): FindingText {
  const name = findingName(found) ?? 'other';
  return { sentence: t(`des.finding.${name}`), fix: t(`des.fix.${name}`), section: sectionOf(found), ...spotOf(found) };
}

/** The name of the sentence about a finding; nothing where none was written. */
export const findingName = ({ code, pointer }: FoundAt): FindingName | undefined =>
  FINDING_ROWS.find(([of, where]) => of === code && where.test(pointer))?.[2];

const SECTIONS: readonly (readonly [RegExp, Section])[] = [
  [/^\/hints\/\d+\/steps(\/|$)/, 'steps'],
  [/^\/targets\/|^\/hints\/\d+\/where\/(target|placement)$/, 'target'],
  [/^\/hints\/\d+\/where(\/|$)/, 'where'],
  [/^\/hints\/\d+\/when(\/|$)/, 'when'],
  [/^\/hints\/\d+\/who(\/|$)|^\/segments\//, 'who'],
  [/^\/hints\/\d+\/(howOften|schedule|priority|group|interrupts)(\/|$)/, 'often'],
  [/^\/hints\/\d+\/(content|actions|experiment)(\/|$)/, 'text'],
];

const sectionOf = ({ pointer }: FoundAt): Section => SECTIONS.find(([where]) => where.test(pointer))?.[1] ?? 'document';

function spotOf({ pointer }: FoundAt): Pick<FindingText, 'hint' | 'step' | 'target'> {
  const [, hint, step] = /^\/hints\/(\d+)(?:\/steps\/(\d+))?/.exec(pointer) ?? [];
  const target = /^\/targets\/([^/]+)/.exec(pointer)?.[1];
  return {
    ...(hint !== undefined && { hint: Number(hint) }),
    ...(step !== undefined && { step: Number(step) }),
    ...(target !== undefined && { target: target.replaceAll('~1', '/').replaceAll('~0', '~') }),
  };
}
