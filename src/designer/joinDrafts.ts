import { canonicalJson } from '../protocol/canonicalJson';
import type { Hint, HintDocument, HintTarget } from '../protocol/hint';
import { targetsOf } from './draft';
import type { FinishedDraft } from './finishDraft';
import { memberOf } from './laidOver';

/** What a document needs that no hint brings: for the first one, and for pages that the live one does not name yet. */
export interface DocumentStart {
  readonly environment: string;
  readonly defaultLocale: string;
  /** Patterns of paths by the names that drafts use. */
  readonly routes?: Readonly<Record<string, string>>;
}

/** The next document, and what a person should know before it is published. */
export interface Joined {
  readonly document: HintDocument;
  /** Hints that are new or have changed. */
  readonly hints: readonly string[];
  /** Places that are described anew, each with every hint that stands there: they all follow. */
  readonly targets: readonly TouchedTarget[];
}

/** A place whose description changed. */
export interface TouchedTarget {
  readonly target: string;
  readonly hints: readonly string[];
}

/**
 * Puts finished drafts into the live document. What was not changed is left as it is, to the byte; a hint that was gets the next `rev`.
 * New hints follow the others. A place that no hint stands at any more goes. The revision stays: the receiver gives the next one.
 * Of two drafts of one hint the last counts.
 */
export function joinDrafts(
  live: HintDocument | undefined,
  drafts: readonly FinishedDraft[],
  start: DocumentStart,
): Joined {
  const before = live ?? emptyDocument(start);
  const changes = drafts.flatMap(({ hint }) => changeOf(hint, before) ?? []);
  const byId = new Map([...before.hints, ...changes].map((hint) => [hint.id, hint]));
  const hints = [...byId.values()];
  const described = Object.assign({}, ...drafts.map(({ targets }) => targets)) as HintDocument['targets']; // of the drafts
  const targets = targetsFor(hints, before, described);
  return {
    document: { ...before, routes: routesFor(changes, before, start), targets, hints },
    hints: [...new Set(changes.map(({ id }) => id))],
    targets: touched(hints, before.targets, targets),
  };
}

/** Whether two parts of a document say the same, in whatever order. */
export const isSame = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

/** Whether two hints are the same but for their `rev`. */
export const isSameHint = ({ rev: _one, ...hint }: Hint, { rev: _other, ...other }: Hint): boolean =>
  isSame(hint, other);

const emptyDocument = ({ environment, defaultLocale }: DocumentStart): HintDocument => ({
  format: 'cliendo.hints',
  version: 1,
  revision: 1,
  environment,
  defaultLocale,
  routes: {},
  policy: {},
  targets: {},
  hints: [],
});

function changeOf(hint: Hint, { hints }: HintDocument): Hint | undefined {
  const before = hints.find(({ id }) => id === hint.id);
  if (before === undefined) return hint;
  return isSameHint(before, hint) ? undefined : { ...hint, rev: before.rev + 1 };
}

/** The places that are there already in their order, then new ones by name. */
function targetsFor(
  hints: readonly Hint[],
  before: HintDocument,
  described: Readonly<Record<string, HintTarget>>,
): HintDocument['targets'] {
  const wasUsed = new Set(before.hints.flatMap(targetsOf));
  const isUsed = new Set(hints.flatMap(targetsOf));
  const kept = Object.keys(before.targets).filter((name) => isUsed.has(name) || !wasUsed.has(name));
  const added = Object.keys(described).filter((name) => isUsed.has(name) && !Object.hasOwn(before.targets, name));
  return Object.fromEntries(
    [...kept, ...added.sort()].flatMap((name) => {
      const [was, is] = [memberOf(before.targets, name), memberOf(described, name)];
      const target = was !== undefined && (is === undefined || isSame(was, is)) ? was : is;
      return target === undefined ? [] : [[name, target]];
    }),
  );
}

function routesFor(hints: readonly Hint[], { routes }: HintDocument, start: DocumentStart): HintDocument['routes'] {
  const used = new Set(hints.flatMap(({ where }) => [...where.routes, ...(where.not ?? [])]));
  const added = Object.entries(start.routes ?? {}).filter(([name]) => used.has(name) && !Object.hasOwn(routes, name));
  return Object.fromEntries([...Object.entries(routes), ...added]);
}

const touched = (
  hints: readonly Hint[],
  before: HintDocument['targets'],
  after: HintDocument['targets'],
): readonly TouchedTarget[] =>
  Object.entries(after)
    .filter(([name, target]) => Object.hasOwn(before, name) && !isSame(memberOf(before, name), target))
    .map(([name]) => ({
      target: name,
      hints: hints.filter((hint) => targetsOf(hint).includes(name)).map(({ id }) => id),
    }));
