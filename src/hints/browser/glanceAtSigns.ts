import { rootOf, selectorOf, type LookOptions, type Place } from './findMatches';
import { isStrongSign } from './resolveTarget';

/** Tells what may have come, without looking for it. */
export interface Glance {
  /** What is awaited from now on, by name. */
  await(places: ReadonlyMap<string, Place>): void;
  /** Names of those of which a strong sign is there that was not at the last glance: one that is no place after all is looked at once. */
  come(): readonly string[];
  /** Forgets what was there. */
  forget(): void;
}

/** Each sign is a selector by itself: of a list the browser asks every element all, which took fourteen times as long for five. */
export function glanceAtSigns(look: () => LookOptions): Glance {
  let awaited: ReadonlyMap<string, Place> = new Map();
  const signs = new WeakMap<Place, readonly string[]>(); // written when they are first asked
  const seen = new Map<string, WeakRef<Element>>();

  const signsOf = (place: Place): readonly string[] => {
    const all = signs.get(place) ?? place.find.filter(isStrongSign).map(({ by }) => selectorOf(place.tag, by, look()));
    signs.set(place, all);
    return all;
  };
  const hasCome = (name: string, place: Place): boolean => {
    const root = signsOf(place).length > 0 ? rootOf(place, look()) : undefined;
    const there =
      root &&
      signsOf(place)
        .map((sign) => root.querySelector(sign))
        .find((element) => element);
    const isNew = Boolean(there) && there !== seen.get(name)?.deref();
    if (there) seen.set(name, new WeakRef(there));
    else seen.delete(name);
    return isNew;
  };
  return {
    await: (places) => void (awaited = places),
    come: () => [...awaited].flatMap(([name, place]) => (hasCome(name, place) ? name : [])),
    forget: () => seen.clear(),
  };
}
