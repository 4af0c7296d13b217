import type { HintTarget } from '../../protocol/hint';
import { looksPersonal } from '../../protocol/hintPrivacy';
import { isRight, type StressResult } from './stress';

/** How often a place was looked for by people, and what came of it. */
export interface FieldHistory {
  readonly found: number;
  readonly missing: number;
  readonly ambiguous: number;
}

/** What a place is judged by. */
export interface TriedTarget {
  readonly target: Pick<HintTarget, 'label' | 'find'>;
  readonly stress: readonly StressResult[];
  /** Of the last releases. Absent for a place that is new. */
  readonly history?: FieldHistory;
}

/** How well a place will be found again. */
export interface TargetScore {
  /** From 0 to 1, in whole hundredths: what goes into `recorded.robustness`. */
  readonly score: number;
  readonly verdict: 'firm' | 'fair' | 'weak';
  /** So many changes ended as they should, of so many, and so many with another element. */
  readonly stress: { readonly right: number; readonly of: number; readonly wrong: number };
  /** The name to ask a developer for, as `data-support-hint`. Only where it would help, and where the label can give one. */
  readonly nameToAsk?: string;
}

const SHARES = { stress: 0.5, diversity: 0.3, history: 0.2 };
/** A place that is mistaken for another once can't be worth more than this. */
const MOST_WHEN_WRONG = 0.3;
const FIRM = 0.85;
const FAIR = 0.7;
const LONGEST_NAME = 40;

/** Judges a place: what the changes came to, how many ways lead to it, and how people fared. What is not known does not count. */
export function targetScore({ target, stress, history }: TriedTarget): TargetScore {
  const right = stress.filter(isRight).length;
  const wrong = stress.filter(({ outcome }) => outcome === 'wrong').length;
  const parts: readonly (readonly [number, number | undefined])[] = [
    [SHARES.stress, shareOf(right, stress.length)],
    [SHARES.diversity, diversityOf(target)],
    [SHARES.history, history && shareOf(history.found, history.found + history.missing + history.ambiguous)],
  ];
  const known = parts.flatMap(([share, value]) => (value === undefined ? [] : [{ share, value }]));
  const shares = known.reduce((sum, { share }) => sum + share, 0);
  const mean = known.reduce((sum, { share, value }) => sum + share * value, 0) / shares;
  const score = Math.round((wrong > 0 ? Math.min(mean, MOST_WHEN_WRONG) : mean) * 100) / 100;
  const verdict = score >= FIRM ? 'firm' : score >= FAIR ? 'fair' : 'weak';
  const name = verdict === 'firm' || hasOwnName(target) ? '' : nameFrom(target.label);
  return { score, verdict, stress: { right, of: stress.length, wrong }, ...(name && { nameToAsk: name }) };
}

const shareOf = (some: number, all: number): number | undefined => (all > 0 ? some / all : undefined);

/** The chance that one way at least is left, as if each were lost by itself. */
const diversityOf = ({ find }: Pick<HintTarget, 'find'>): number =>
  1 - find.reduce((lost, { weight }) => lost * (1 - weight), 1);

const hasOwnName = ({ find }: Pick<HintTarget, 'find'>): boolean => find.some(({ by }) => by.hintId !== undefined);

/** Writes a label as a name: `Datum van evaluatie` becomes `datum-van-evaluatie`. Empty for what may be of a person. */
function nameFrom(label: string): string {
  if (looksPersonal(label)) return '';
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
  const fitting = words.filter((_, at) => words.slice(0, at + 1).join('-').length <= LONGEST_NAME);
  return fitting.join('-') || (words[0] ?? '').slice(0, LONGEST_NAME);
}
