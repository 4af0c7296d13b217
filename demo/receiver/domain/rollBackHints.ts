import type { HintDocument } from '../../../src/protocol/index';

/**
 * Makes the next document out of an earlier one: history is never written again.
 * One hint comes back as it was, with its rev, which stands for those words for ever, and with the places it names where those are
 * no longer there; without a hint, everything comes back.
 * Gives nothing when the earlier one has no such hint.
 */
export function rolledBack(
  live: HintDocument,
  earlier: HintDocument,
  hint: string | undefined,
): HintDocument | undefined {
  if (hint === undefined) return earlier;
  const before = earlier.hints.find(({ id }) => id === hint);
  if (before === undefined) return undefined;
  const isThere = live.hints.some(({ id }) => id === hint);
  const names = [before.where.target, ...(before.steps ?? []).map(({ target }) => target)];
  const places = Object.entries(earlier.targets).filter(([name]) => names.includes(name));
  return {
    ...live,
    targets: { ...Object.fromEntries(places), ...live.targets },
    hints: isThere ? live.hints.map((one) => (one.id === hint ? before : one)) : [...live.hints, before],
  };
}
