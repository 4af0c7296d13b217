import { createModel } from '@preact/signals-core';
import type { Clock } from '../foundation/clock';
import type { CompiledHint } from './compileHint';
import type { CompiledIndex } from './compileIndex';
import type { LiveModel } from './live.model';
import { isHere } from './liveRules';
import { namesOfPlace } from './routeIndex';
import type { Situation } from './situation.model';

/** Where somebody is in the host app. */
export interface Whereabouts {
  readonly path: string;
  /** What the host calls it. */
  readonly places?: readonly string[];
}

/** Another page, or other hints on the same one. */
export interface Arrival {
  /** Hints of this page by their id, and when somebody came to it. */
  readonly since: ReadonlyMap<string, number>;
  /** Those of which this was not the page before. */
  readonly came: readonly CompiledHint[];
  /** Names that the page before did not have. */
  readonly names: readonly string[];
}

/** What whereabouts are known by. */
export interface WhereaboutsDeps {
  readonly live: InstanceType<typeof LiveModel>;
  readonly situation: Situation;
  readonly clock: Clock;
  onArrive(arrival: Arrival): void;
}

/** Knows where somebody is, and since when. */
export const WhereaboutsModel = createModel(({ live, situation, clock, onArrive }: WhereaboutsDeps) => {
  let last: Whereabouts | undefined;
  let known: CompiledIndex | undefined;
  let since: Arrival['since'] = new Map();

  const hintsHere = (): readonly CompiledHint[] =>
    situation.here().filter((hint) => !isHere(hint, { routes: situation.routes.peek() }));
  /** Takes over where somebody is, and what is live. Nothing happens when neither has changed. */
  const arrive = (): void => {
    const index = live.index.peek();
    const [before, old] = [situation.routes.peek(), known];
    const names = namesAt(index, last);
    const isSame = isEqual(names, before);
    if (isSame && index === old) return;
    known = index;
    if (!isSame) situation.routes.value = names;
    const here = hintsHere();
    const came = here.filter((hint) => !old?.hints.has(hint.id) || isHere(hint, { routes: before }));
    const times = new Map(here.map(({ id }) => [id, since.get(id)] as const));
    for (const { id } of came) times.set(id, undefined);
    since = new Map([...times].map(([id, at = clock.now()]) => [id, at]));
    onArrive({ since, came, names: [...names].filter((name) => !before.has(name)) });
  };

  return {
    arrive,
    goTo(next: Whereabouts): void {
      last = next;
      arrive();
    },
    /** For who was not told when somebody came here. */
    arrival: (): Arrival => ({ since, came: hintsHere(), names: [] }),
  };
});

/** The names of a page: by its path, and by what the host calls it. */
function namesAt(index: CompiledIndex | undefined, where: Whereabouts | undefined): ReadonlySet<string> {
  const byPath = where && index ? index.namesOf(where.path) : [];
  return new Set([...byPath, ...(where?.places ?? []).flatMap(namesOfPlace)]);
}

const isEqual = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((name) => other.has(name));
