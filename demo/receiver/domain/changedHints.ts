import { canonicalJson, type Hint, type HintDocument } from '../../../src/protocol/index';

/** The hints that are new, other, at another place or gone since the document before: what somebody really did by publishing. */
export function changedHints(before: HintDocument | undefined, after: HintDocument): readonly string[] {
  const old = new Map(before?.hints.map((hint) => [hint.id, textOf(hint, before)]));
  const ids = new Set(after.hints.map(({ id }) => id));
  return [
    ...after.hints.filter((hint) => old.get(hint.id) !== textOf(hint, after)).map(({ id }) => id),
    ...[...old.keys()].filter((id) => !ids.has(id)),
  ];
}

/** A hint with the places that it names: another place makes another hint. */
function textOf(hint: Hint, { targets }: HintDocument): string {
  const names = [hint.where.target, ...(hint.steps ?? []).map(({ target }) => target)];
  return canonicalJson([hint, names.map((name) => (name === undefined ? undefined : targets[name]))]);
}
