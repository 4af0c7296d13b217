import type { Audience, Hint, HintDocument, HintPolicy, HintTarget } from '../protocol/hint';
import { targetsOf } from './draft';
import { isSame } from './joinDrafts';
import { laidOver, memberOf } from './laidOver';

/** What somebody began from, what others published since, and what is to be published. */
export interface Three<Value> {
  readonly base: Value;
  readonly live: Value;
  readonly mine: Value;
}

/** Something that both changed, each in another way. A version that is not there was taken out. */
export type Conflict =
  | ({ readonly kind: 'hint' } & Versions<Hint>)
  | ({ readonly kind: 'target' } & Versions<HintTarget>)
  | ({ readonly kind: 'page' } & Versions<string>)
  | ({ readonly kind: 'segment' } & Versions<Audience>)
  | ({ readonly kind: 'policy' } & Versions<HintPolicy>);

interface Versions<Value> {
  readonly id: string;
  readonly live?: Value;
  readonly mine?: Value;
}

/** Which version somebody chose, by `conflictName`. */
export type Choices = ReadonlyMap<string, 'live' | 'mine'>;

/** The name of a conflict among the others: a hint and a place may have the same id. */
export const conflictName = ({ kind, id }: Pick<Conflict, 'kind' | 'id'>): string => `${kind}/${id}`;

/** What both sides give together; with conflicts it holds the live version of each. */
export interface Merged {
  readonly document: HintDocument;
  readonly conflicts: readonly Conflict[];
}

/**
 * Joins what two people published from one beginning, by name: what only one changed is taken over. What both changed a person
 * has to choose; what was chosen before comes in as `choices`. Whatever the receiver writes itself is that of the live document.
 */
export function mergeLive(documents: Three<HintDocument>, choices: Choices = new Map()): Merged {
  const part = <Value>(kind: Conflict['kind'], read: (document: HintDocument) => Members<Value>): MergedPart<Value> =>
    mergedPart({ base: read(documents.base), live: read(documents.live), mine: read(documents.mine) }, (id) =>
      choices.get(conflictName({ kind, id })),
    );
  const hints = part('hint', (document) => new Map(document.hints.map((hint) => [hint.id, hint])));
  const targets = part('target', (document) => new Map(Object.entries(document.targets)));
  const pages = part('page', (document) => new Map(Object.entries(document.routes)));
  const segments = part('segment', (document) => new Map(Object.entries(document.segments ?? {})));
  const policy = part('policy', (document) => new Map([['policy', document.policy]]));
  const merged = [...hints.members.values()].map((hint) => raised(hint, documents.live));
  return {
    document: {
      ...documents.live,
      routes: Object.fromEntries(pages.members),
      ...((documents.live.segments ?? documents.mine.segments) && { segments: Object.fromEntries(segments.members) }),
      policy: policy.members.get('policy') ?? documents.live.policy,
      targets: withUsed(targets.members, merged, documents),
      hints: merged,
    },
    conflicts: [
      ...hints.disputed.map((versions) => ({ kind: 'hint', ...versions }) as const),
      ...targets.disputed
        .filter(({ live, mine }) => live !== undefined && mine !== undefined) // what nobody stood at any more went by itself
        .map((versions) => ({ kind: 'target', ...versions }) as const),
      ...pages.disputed.map((versions) => ({ kind: 'page', ...versions }) as const),
      ...segments.disputed.map((versions) => ({ kind: 'segment', ...versions }) as const),
      ...policy.disputed.map((versions) => ({ kind: 'policy', ...versions }) as const),
    ],
  };
}

type Members<Value> = ReadonlyMap<string, Value>;

interface MergedPart<Value> {
  readonly members: Members<Value>;
  readonly disputed: readonly Versions<Value>[];
}

function mergedPart<Value>(
  { base, live, mine }: Three<Members<Value>>,
  chosen: (id: string) => 'live' | 'mine' | undefined,
): MergedPart<Value> {
  const members = new Map<string, Value>();
  const disputed: Versions<Value>[] = [];
  for (const id of new Set([...live.keys(), ...mine.keys()])) {
    const versions = { base: base.get(id), live: live.get(id), mine: mine.get(id) };
    const side = sideOf(versions) ?? chosen(id);
    const kept = versions[side ?? 'live'];
    if (kept !== undefined) members.set(id, kept);
    if (side === undefined)
      disputed.push(laidOver<Versions<Value>>({ id }, { live: versions.live, mine: versions.mine }));
  }
  return { members, disputed };
}

/** Who changed it; nothing when both did, each in another way. */
function sideOf({ base, live, mine }: Three<unknown>): 'live' | 'mine' | undefined {
  if (!changed(base, mine) || !changed(live, mine)) return 'live';
  return changed(base, live) ? undefined : 'mine';
}

const changed = (before: unknown, after: unknown): boolean => !isSame(before ?? null, after ?? null);

/** Words are kept by id and rev: other words than the live ones can't stand under the same. */
function raised(hint: Hint, live: HintDocument): Hint {
  const published = live.hints.find(({ id }) => id === hint.id);
  return published === undefined || published.rev < hint.rev || isSame(published, hint)
    ? hint
    : { ...hint, rev: published.rev + 1 };
}

/** One side may have taken out a place at which a hint of the other stands by now: it stays. */
function withUsed(
  targets: Members<HintTarget>,
  hints: readonly Hint[],
  { base, live, mine }: Three<HintDocument>,
): HintDocument['targets'] {
  const lost = [...new Set(hints.flatMap(targetsOf))].filter((name) => !targets.has(name));
  const found = lost.flatMap((name) => {
    const target = [live, mine, base].map((document) => memberOf(document.targets, name)).find(Boolean);
    return target === undefined ? [] : [[name, target] as const];
  });
  return Object.fromEntries([...targets, ...found]);
}
