import type { HintKnowledge } from './hintKnowledge';
import type { Hint, HintDocument, HintStep } from './hint';
import { actionsOf, audiencesOf, hintsOf, linksIn, membersOf, testsOf, textsOf, type Placed } from './hintWalk';
import type { HintFinding } from './readShape';

/** V02 and V09: what is named exists, once, and nothing starts itself by way of others. */
export function checkReferences(document: HintDocument, knowledge: HintKnowledge): readonly HintFinding[] {
  const known = knownIn(document, knowledge);
  const named = [...hintsOf(document).flatMap(namedByHint), ...namedByAudiences(document)];
  const lost = named.filter(({ kind, value }) => known[kind]?.has(value) === false);
  return [
    ...lost.map(({ kind, pointer }) => unknown(kind, pointer)),
    ...(knowledge.assets ? lostAssets(document, new Set(knowledge.assets)) : []),
    ...twice(document),
    ...prototypeNames(document),
    ...cycles(document),
  ];
}

/** The pictures that a document names. */
export const namedAssets = (document: HintDocument): readonly Placed<string>[] =>
  hintsOf(document)
    .flatMap(textsOf)
    .flatMap(({ value: { media }, pointer }) =>
      media ? [{ value: media.asset, pointer: `${pointer}/media/asset` }] : [],
    );

/** V02: pictures that a document names and that are not there. */
export const lostAssets = (document: HintDocument, there: ReadonlySet<string>): readonly HintFinding[] =>
  namedAssets(document)
    .filter(({ value }) => !there.has(value))
    .map(({ pointer }) => ({
      code: 'V02',
      pointer,
      sentence: 'This picture is not there. Send it first, or choose another.',
    }));

type Kind = 'route' | 'target' | 'segment' | 'hint' | 'article' | 'video' | 'event' | 'group';
interface Named extends Placed<string> {
  readonly kind: Kind;
}

const unknown = (kind: Kind, pointer: string): HintFinding => ({
  code: 'V02',
  pointer,
  sentence: `There is no ${kind} of this name. Make it, or choose another.`,
});

/** Every name that may be used; nothing where that is not known here. */
const knownIn = (
  { routes, targets, segments = {}, hints, policy }: HintDocument,
  { articles, videos, events }: HintKnowledge,
): Readonly<Record<Kind, ReadonlySet<string> | undefined>> => ({
  route: new Set(Object.keys(routes)),
  target: new Set(Object.keys(targets)),
  segment: new Set(Object.keys(segments)),
  hint: new Set(hints.map(({ id }) => id)),
  group: policy.groups && new Set(Object.keys(policy.groups)),
  article: articles && new Set(articles),
  video: videos && new Set(videos),
  event: events && new Set(events),
});

const name = (kind: Kind, value: string | undefined, pointer: string): readonly Named[] =>
  value === undefined ? [] : [{ kind, value, pointer }];

function namedByHint(placed: Placed<Hint>): readonly Named[] {
  const { value: hint, pointer } = placed;
  return [
    ...hint.where.routes.flatMap((route, index) => name('route', route, `${pointer}/where/routes/${index}`)),
    ...(hint.where.not ?? []).flatMap((route, index) => name('route', route, `${pointer}/where/not/${index}`)),
    ...name('target', hint.where.target, `${pointer}/where/target`),
    ...name('event', hint.when.event, `${pointer}/when/event`),
    ...name('hint', hint.when.hint, `${pointer}/when/hint`),
    ...name('group', hint.group, `${pointer}/group`),
    ...(hint.steps ?? []).flatMap((step, index) => namedByStep(step, `${pointer}/steps/${index}`)),
    ...actionsOf(placed).flatMap(({ value: { article, video, hint: other }, pointer: at }) => [
      ...name('article', article, `${at}/article`),
      ...name('video', video, `${at}/video`),
      ...name('hint', other, `${at}/hint`),
    ]),
    ...textsOf(placed).flatMap((text) => namedByLinks(text.value.body ?? '', `${text.pointer}/body`)),
  ];
}

const namedByStep = ({ target, next }: HintStep, pointer: string): readonly Named[] => [
  ...name('target', target, `${pointer}/target`),
  ...name('route', next.route, `${pointer}/next/route`),
  ...name('event', next.event, `${pointer}/next/event`),
];

const LINKS: Readonly<Record<string, Kind>> = { artikel: 'article', video: 'video', hint: 'hint' };

const namedByLinks = (body: string, pointer: string): readonly Named[] =>
  linksIn(body).flatMap((address) => {
    const [scheme = '', rest] = address.split(':');
    const kind = Object.hasOwn(LINKS, scheme) ? LINKS[scheme] : undefined;
    return kind === undefined ? [] : name(kind, rest, pointer);
  });

const FACTS: Readonly<Record<string, Kind>> = { segment: 'segment', hint: 'hint', event: 'event' };

const namedByAudiences = (document: HintDocument): readonly Named[] =>
  audiencesOf(document)
    .flatMap((audience) => testsOf(audience))
    .flatMap(({ value: { fact }, pointer }) => {
      const [space = '', which] = fact.split('.');
      const kind = Object.hasOwn(FACTS, space) ? FACTS[space] : undefined;
      return kind === undefined ? [] : name(kind, which, `${pointer}/fact`);
    });

function twice({ hints }: HintDocument): readonly HintFinding[] {
  const repeated = (ids: readonly string[], pointer: (index: number) => string): readonly HintFinding[] =>
    ids.flatMap((id, index) =>
      ids.indexOf(id) === index
        ? []
        : [{ code: 'V02', pointer: pointer(index), sentence: 'This name was used before. Choose another.' }],
    );
  return [
    ...repeated(
      hints.map(({ id }) => id),
      (index) => `/hints/${index}/id`,
    ),
    ...hints.flatMap(({ steps = [] }, hint) =>
      repeated(
        steps.map(({ id }) => id),
        (index) => `/hints/${hint}/steps/${index}/id`,
      ),
    ),
  ];
}

const PROTOTYPES = new Set(['__proto__', 'constructor', 'prototype']);

/** Names that mean something else to a program that is less careful than this one. */
const prototypeNames = (document: HintDocument): readonly HintFinding[] =>
  [
    ...membersOf(document.routes, '/routes'),
    ...membersOf(document.targets, '/targets'),
    ...membersOf(document.segments, '/segments'),
    ...membersOf(document.policy.groups, '/policy/groups'),
    ...hintsOf(document)
      .flatMap(actionsOf)
      .flatMap(({ value: { prefill }, pointer }) => membersOf(prefill, `${pointer}/prefill`)),
  ]
    .filter(({ name: key }) => PROTOTYPES.has(key))
    .map(({ pointer }) => ({ code: 'V01', pointer, sentence: 'This word can not be a name. Choose another.' }));

/** Who starts whom: by being done, or by a button. */
function cycles(document: HintDocument): readonly HintFinding[] {
  const starts = new Map<string, string[]>();
  const add = (from: string | undefined, to: string | undefined): void => {
    if (from !== undefined && to !== undefined) starts.set(from, [...(starts.get(from) ?? []), to]);
  };
  for (const placed of hintsOf(document)) {
    if (placed.value.when.on === 'hintDone') add(placed.value.when.hint, placed.value.id);
    for (const { value } of actionsOf(placed)) add(placed.value.id, value.hint);
  }
  return hintsOf(document)
    .filter(({ value }) => leadsBack(value.id, starts))
    .map(({ pointer }) => ({
      code: 'V09',
      pointer,
      sentence: 'This hint starts itself again by way of others. Take one of those links out.',
    }));
}

function leadsBack(id: string, starts: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const open = [...(starts.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true;
    if (!seen.has(next)) open.push(...(starts.get(next) ?? []));
    seen.add(next);
  }
  return false;
}
