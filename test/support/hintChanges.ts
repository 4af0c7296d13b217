import type { Audience, Finder, Hint, HintDocument, HintTarget } from '../../src/protocol/hint';
import { aHint, aHintDocument, aStep } from './hintDocuments';

/** A document with one hint that is different. */
export const hint = (change: Partial<Hint>): HintDocument => aHintDocument({ hints: [aHint(change)] });
/** A hint with this body. */
export const says = (body: string): HintDocument => hint({ content: { nl: { body } } });
/** A hint for these people. */
export const who = (audience: Audience): HintDocument => hint({ who: audience });
/** A document whose place is different. */
export const place = (change: Partial<HintTarget>): HintDocument => {
  const { opslaan } = aHintDocument().targets;
  return aHintDocument({ targets: { opslaan: { label: '', tag: 'a', find: [], ...opslaan, ...change } } });
};
/** A place that is found like this. */
export const finder = (change: Finder, more: readonly Finder[] = []): HintDocument =>
  place({ find: [change, ...more] });
/** A tour of these steps. */
export const tour = (...steps: readonly Parameters<typeof aStep>[0][]): HintDocument =>
  hint({ kind: 'tour', where: { routes: ['zorgplan'] }, when: { on: 'route' }, steps: steps.map(aStep) });
/** Several hints. */
export const hints = (...changes: readonly Partial<Hint>[]): HintDocument =>
  aHintDocument({ hints: changes.map((change) => aHint(change)) });
/** A condition so deep. */
export const nested = (depth: number): Audience =>
  depth === 1 ? { fact: 'user.functie', op: 'known' } : { not: nested(depth - 1) };
/** So many conditions. */
export const tests = (count: number): Audience => ({
  all: Array.from({ length: 8 }, () => ({
    any: Array.from({ length: count / 8 }, () => ({ fact: 'user.functie', op: 'known' as const })),
  })),
});

/** What is always found. */
export const FIRM: Finder = { by: { hintId: 'opslaan' }, weight: 1, strong: true };
/** Where the place stands. */
export const at = '/targets/opslaan';
