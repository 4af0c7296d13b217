/** Gives the names that a path has. */
export type NamesOfPath = (path: string) => readonly string[];

interface Branch {
  readonly literals: Map<string, Branch>;
  any?: Branch;
  /** Names of the patterns that end here. */
  readonly here: string[];
  /** Names of the patterns that go on as they like from here. */
  readonly below: string[];
}

/**
 * Makes one tree of all patterns, so that a path is looked up once, whatever their number.
 * `/dossier/:client/*` also is the name of `/dossier/12`, and several names may fit.
 */
export function createRouteIndex(routes: Iterable<readonly [name: string, pattern: string]>): NamesOfPath {
  const root = branch();
  for (const [name, pattern] of routes) {
    let at = root;
    let names = at.here;
    for (const part of partsOf(pattern)) {
      if (part === '*') names = at.below;
      else {
        at = next(at, part);
        names = at.here;
      }
    }
    names.push(name);
  }
  return (path) => found(root, partsOf(path));
}

/** The name that a host gives to a place, and those it is part of: `client.zorgplan` is also `client`. */
export const namesOfPlace = (place: string): readonly string[] =>
  place.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'));

const branch = (): Branch => ({ literals: new Map(), here: [], below: [] });

const partsOf = (path: string): readonly string[] =>
  (path.split(/[?#]/, 1)[0] ?? '').split('/').filter((part) => part !== '');

function next(at: Branch, part: string): Branch {
  if (part.startsWith(':')) return (at.any ??= branch());
  const known = at.literals.get(part) ?? branch();
  at.literals.set(part, known);
  return known;
}

function found(at: Branch | undefined, [part, ...rest]: readonly string[]): readonly string[] {
  if (at === undefined) return [];
  if (part === undefined) return [...at.below, ...at.here];
  return [...at.below, ...found(at.literals.get(part), rest), ...found(at.any, rest)];
}
