import type { Id } from '../foundation/id';
import { byId, GONE_KEPT, pruned, type Bundle, type Gone } from './bundle';
import { isBlank, type DraftQuestion } from './question';

/** Joins two copies of one bundle; `mine` wins where they are equally new. */
export function mergeBundles(mine: Bundle, theirs: Bundle): Bundle {
  const [first, second] = mine.orderedAt >= theirs.orderedAt ? [mine, theirs] : [theirs, mine];
  const gone = lastRemovals([...theirs.gone, ...mine.gone]);
  const newest = newestVersions([...mine.questions, ...theirs.questions], gone);
  const order = new Set([...first.questions, ...second.questions].map(({ id }) => id));
  return pruned({
    ...mine,
    questions: [...order].flatMap((id) => newest.get(id) ?? []),
    attachments: byId(theirs.attachments, mine.attachments),
    gone: [...gone]
      .filter(([id]) => !newest.has(id))
      .map(([id, at]) => ({ id, at }))
      .slice(-GONE_KEPT),
    orderedAt: first.orderedAt,
    withoutEnvironment: mine.withoutEnvironment || theirs.withoutEnvironment,
  });
}

/** Joins what somebody wrote before it was known who they are. */
export const takenIn = (mine: Bundle, given: Bundle): Bundle => ({
  ...mergeBundles(given, mine),
  asking: given.asking || mine.asking,
  revision: mine.revision,
});

function lastRemovals(removals: readonly Gone[]): ReadonlyMap<Id, number> {
  const last = new Map<Id, number>();
  for (const { id, at } of removals) last.set(id, Math.max(at, last.get(id) ?? at));
  return last;
}

function newestVersions(
  versions: readonly DraftQuestion[],
  gone: ReadonlyMap<Id, number>,
): ReadonlyMap<Id, DraftQuestion> {
  const newest = new Map<Id, DraftQuestion>();
  for (const question of versions) {
    const { id, changedAt } = question;
    if (changedAt > (newest.get(id)?.changedAt ?? gone.get(id) ?? -1)) newest.set(id, question);
  }
  return newest;
}

/**
 * Makes a stored bundle ready to go on with: the question that was being written last is `current` again.
 * Unfinished ones of other tabs enter the bundle, where they can be seen; blank ones are left behind.
 */
export function resumed(bundle: Bundle): { readonly bundle: Bundle; readonly current: Id | undefined } {
  const questions = bundle.questions.filter((question) => !isBlank(question));
  const unfinished = questions.filter(({ isUnfinished }) => isUnfinished).sort((a, b) => b.changedAt - a.changedAt);
  const current = unfinished[0]?.id;
  return {
    bundle: {
      ...bundle,
      questions: questions.map((question) => ({ ...question, isUnfinished: question.id === current })),
    },
    current,
  };
}

/** What leaves when the person sends now: the kept questions and the one in the form, when there is something in it. */
export const readyBundle = (bundle: Bundle, current: Id | undefined): Bundle =>
  pruned({
    ...bundle,
    questions: bundle.questions.filter(
      (question) => !question.isUnfinished || (question.id === current && !isBlank(question)),
    ),
  });
