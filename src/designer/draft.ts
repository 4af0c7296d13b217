import { PLACEMENTS } from '../protocol/checkHintParts';
import type { Hint, HintKind, HintStep, HintTarget } from '../protocol/hint';
import { laidOver, memberOf, type Change } from './laidOver';

/** A hint that is being made, with the places that it stands at. Every edit gives a new one. */
export interface Draft {
  readonly hint: DraftHint;
  /** Descriptions by the name that the hint and its steps use. */
  readonly targets: Readonly<Record<string, HintTarget>>;
}

/** A hint that may be unfinished: it has a name and a kind, and what else was filled in. */
export interface DraftHint extends Named<Hint>, Partial<Omit<Hint, keyof Named<Hint> | 'name' | 'where' | 'steps'>> {
  readonly name: string;
  readonly where?: Partial<Hint['where']>;
  readonly steps?: readonly DraftStep[];
}

/** A step that may be unfinished. */
export interface DraftStep extends Named<HintStep>, Partial<Omit<HintStep, keyof Named<HintStep>>> {}

type Named<Part extends { readonly id: string; readonly kind: string }> = Pick<Part, 'id' | 'kind'>;

/** Starts a hint with nothing in it. */
export const newDraft = (hint: Pick<Hint, 'id' | 'kind' | 'name'>): Draft => ({ hint, targets: {} });

/** Takes a hint up again, with the places that it stands at. */
export const draftOf = (hint: DraftHint, targets: Readonly<Record<string, HintTarget>>): Draft => ({
  hint,
  targets: onlyUsed(hint, targets),
});

/** The names of the places that a hint and its steps stand at, each once. */
export const targetsOf = ({ where, steps = [] }: DraftHint): readonly string[] => [
  ...new Set([where?.target, ...steps.map(({ target }) => target)].filter((target) => target !== undefined)),
];

/** The descriptions that a hint needs, of those that are there. */
export const onlyUsed = (
  hint: DraftHint,
  targets: Readonly<Record<string, HintTarget>>,
): Readonly<Record<string, HintTarget>> =>
  Object.fromEntries(
    targetsOf(hint).flatMap((name) => {
      const target = memberOf(targets, name);
      return target === undefined ? [] : [[name, target]];
    }),
  );

/** What is filled in as a whole: name, trigger, audience, frequency, priority, schedule, group, buttons and the like. */
export type Fields = Change<Omit<DraftHint, 'id' | 'kind' | 'where' | 'steps' | 'content'>>;

/** Fills fields in, or empties them. */
export const edited = (draft: Draft, fields: Fields): Draft => ({
  ...draft,
  hint: laidOver<DraftHint>(draft.hint, fields),
});

/**
 * Makes it another kind of hint. A side that this kind does not have is forgotten. Texts and steps stay, so that who chooses another
 * kind and then this one again has lost nothing; `finish` leaves out what the kind has no use for.
 */
export function withKind(draft: Draft, kind: HintKind): Draft {
  const { placement } = draft.hint.where ?? {};
  const next = { ...draft, hint: { ...draft.hint, kind } };
  return placement === undefined || PLACEMENTS[kind].includes(placement)
    ? next
    : withWhere(next, { placement: undefined });
}

/** Changes the pages, the place or the side. */
export const withWhere = (draft: Draft, where: Change<Hint['where']>): Draft => ({
  ...draft,
  hint: { ...draft.hint, where: laidOver<Partial<Hint['where']>>(draft.hint.where ?? {}, where) },
});

/** A place on the page, with the name that hints have for it. */
export interface NamedTarget {
  readonly name: string;
  readonly target: HintTarget;
}

/** Puts the hint at a place. */
export const withTarget = (draft: Draft, { name, target }: NamedTarget): Draft =>
  withDescription(withWhere(draft, { target: name }), { name, target });

/** Describes a place, or describes it anew: everything of this hint that stands there follows. */
export const withDescription = (draft: Draft, { name, target }: NamedTarget): Draft => ({
  ...draft,
  targets: Object.fromEntries([...Object.entries(draft.targets), [name, target]]),
});
