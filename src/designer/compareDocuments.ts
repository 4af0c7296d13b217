import type { Hint, HintDocument, HintStep, HintTarget } from '../protocol/hint';
import { targetsOf } from './draft';
import { isSame } from './joinDrafts';
import { memberOf } from './laidOver';
import { audienceWords } from './sentences/audience';
import { HINT_PARTS, textWords, type HintField } from './sentences/fieldWords';
import { POLICY_FIELDS, policyWords, type PolicyField } from './sentences/policyWords';
import type { Sentence } from './sentences/sentence';
import { stepWords } from './sentences/stepWords';
import type { Wording } from './sentences/wording';

/** What became of one thing, in words. An empty sentence: it was not there, or there are no words for it. */
export interface FieldChange {
  readonly field: HintField | 'text' | 'steps' | PolicyField;
  /** What the field is called. */
  readonly label: string;
  /** Of a text: in which language. */
  readonly locale?: string;
  /** Of a step: which one. */
  readonly step?: string;
  readonly before: Sentence;
  readonly after: Sentence;
}

/** A hint, by what people call it. */
export interface NamedHint {
  readonly id: string;
  readonly name: string;
}

/** What became of a hint that is in both. */
export interface HintChange extends NamedHint {
  readonly fields: readonly FieldChange[];
}

/** What became of something under a name; a side that is not there was not there. */
export interface MemberChange<Value> {
  readonly name: string;
  readonly before?: Value;
  readonly after?: Value;
}

/** What became of a place, and which hints stand there now: they all follow. */
export interface TargetChange extends MemberChange<HintTarget> {
  readonly hints: readonly string[];
}

/** Everything that differs between two documents, but for what the receiver writes itself. */
export interface DocumentChanges {
  readonly added: readonly NamedHint[];
  readonly removed: readonly NamedHint[];
  readonly changed: readonly HintChange[];
  readonly targets: readonly TargetChange[];
  /** Patterns of paths. */
  readonly pages: readonly MemberChange<string>[];
  /** Named audiences, as conditions in words. */
  readonly segments: readonly MemberChange<Sentence>[];
  readonly policy: readonly FieldChange[];
}

/** Each document is said in the names that it has itself: a place that was called otherwise before is called so in `before`. */
export interface BothWordings {
  readonly before: Wording;
  readonly after: Wording;
}

/** Tells what changed between two documents, for who has to judge it. */
export function compareDocuments(before: HintDocument, after: HintDocument, wordings: BothWordings): DocumentChanges {
  const [was, is] = [before, after].map(({ hints }) => new Map(hints.map((hint) => [hint.id, hint])));
  const named = ({ id, name }: Hint): NamedHint => ({ id, name });
  return {
    added: after.hints.filter(({ id }) => !was?.has(id)).map(named),
    removed: before.hints.filter(({ id }) => !is?.has(id)).map(named),
    changed: after.hints.flatMap((hint) => {
      const fields = fieldChanges(was?.get(hint.id) ?? hint, hint, wordings);
      return fields.length === 0 ? [] : [{ ...named(hint), fields }];
    }),
    targets: memberChanges(before.targets, after.targets).map((change) => ({
      ...change,
      hints: after.hints.filter((hint) => targetsOf(hint).includes(change.name)).map(({ id }) => id),
    })),
    pages: memberChanges(before.routes, after.routes),
    segments: memberChanges(before.segments, after.segments).map(({ name, before: one, after: other }) => ({
      name,
      ...(one && { before: audienceWords(one, wordings.before) }),
      ...(other && { after: audienceWords(other, wordings.after) }),
    })),
    policy: POLICY_FIELDS.filter((field) => !isEqual(before.policy[field], after.policy[field])).map((field) => ({
      field,
      label: wordings.after.t(`des.field.${field}`),
      before: policyWords(before.policy, field, wordings.before),
      after: policyWords(after.policy, field, wordings.after),
    })),
  };
}

/** What is not there differs from everything that is. */
const isEqual = (one: unknown, other: unknown): boolean => isSame(one ?? null, other ?? null);

function memberChanges<Value>(
  before: Readonly<Record<string, Value>> = {},
  after: Readonly<Record<string, Value>> = {},
): readonly MemberChange<Value>[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .map((name) => ({ name, was: memberOf(before, name), is: memberOf(after, name) }))
    .filter(({ was, is }) => !isEqual(was, is))
    .map(({ name, was, is }) => ({
      name,
      ...(was !== undefined && { before: was }),
      ...(is !== undefined && { after: is }),
    }));
}

const fieldChanges = (before: Hint, after: Hint, wordings: BothWordings): readonly FieldChange[] => [
  ...HINT_PARTS.filter(({ read }) => !isEqual(read(before), read(after))).map(({ field, say }) => ({
    field,
    label: wordings.after.t(`des.field.${field}`),
    before: say(before, wordings.before),
    after: say(after, wordings.after),
  })),
  ...memberChanges(before.content, after.content).map(({ name, before: one, after: other }) => ({
    field: 'text' as const,
    label: wordings.after.t('des.field.text'),
    locale: name,
    before: textWords(one),
    after: textWords(other),
  })),
  ...stepChanges(before.steps ?? [], after.steps ?? [], wordings),
];

/** A step that only moved has changed too: the words say which one it is now. */
function stepChanges(
  before: readonly HintStep[],
  after: readonly HintStep[],
  wordings: BothWordings,
): readonly FieldChange[] {
  const [was, is] = [before, after].map((steps) => placed(steps));
  const ids = [...new Set([...(is?.keys() ?? []), ...(was?.keys() ?? [])])];
  const words = (at: PlacedStep | undefined, wording: Wording): Sentence =>
    at === undefined ? [] : stepWords(at.step, at.index, wording);
  return ids
    .filter((id) => !isEqual(was?.get(id), is?.get(id)))
    .map((id) => ({
      field: 'steps',
      label: wordings.after.t('des.field.steps'),
      step: id,
      before: words(was?.get(id), wordings.before),
      after: words(is?.get(id), wordings.after),
    }));
}

interface PlacedStep {
  readonly step: HintStep;
  readonly index: number;
}

const placed = (steps: readonly HintStep[]): ReadonlyMap<string, PlacedStep> =>
  new Map(steps.map((step, index) => [step.id, { step, index }]));
