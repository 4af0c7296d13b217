import type { Lifetime } from '../../foundation/lifetime';
import type { PlaceState } from '../refusal';
import type { PageSign, WantedPlace } from '../ports';
import { isVisible } from './elementSigns';
import { readPage, type LookOptions, type PageReading } from './findMatches';
import { observePage } from './observePage';
import { resolveTarget, type Resolution } from './resolveTarget';
import { watchTargets, type InView } from './watchTargets';

/** Places that are watched, by name. */
export interface WatchedPlaces {
  watch(wanted: readonly WantedPlace[]): void;
  /** Another page: all is looked for again. */
  arrive(): void;
  /**
   * Where a place is now, looked up again when its element went or was hidden since. What covers it is told from memory; that it was asked is a
   * reason to look once more when the page is laid out.
   */
  stateOf(name: string): PlaceState;
  /** The element, also when it is hidden. */
  elementOf(name: string): Element | undefined;
  /** Names of places of which this is asked, and their elements. */
  asked(sign: WantedPlace['signs'][number]): readonly (readonly [string, Element])[];
}

/** What watching places works with. */
export interface PlaceOptions {
  look(): LookOptions;
  /** Our own elements. */
  isOwn(element: Element): boolean;
  safely(action: () => unknown): unknown;
  tell(signs: readonly PageSign[]): void;
}

/** Stays the same object while its place is wanted: who is told of one may ask for others at once. */
interface Watched {
  wanted: WantedPlace;
  resolution: Resolution;
  view: InView | undefined;
  told: PlaceState | undefined;
}

/** Watches places: those that are not found by looking at what changes, those that are found by one observer of their element. */
export function watchPlaces({ look, isOwn, safely, tell }: PlaceOptions, lifetime: Lifetime): WatchedPlaces {
  let places = new Map<string, Watched>();
  /** Of the page of this frame, while places are looked for one after another. */
  let reading: PageReading | undefined;
  const signs = gatherSigns(tell);
  const onLook = (name: string): void => {
    const watched = places.get(name);
    if (!watched) return;
    find(watched, look(), (reading ??= readPage(look())));
    signs.add(stateSign(name, watched));
  };
  const onLooked = (): void => {
    if (reading) follow();
    reading = undefined;
    signs.tellAll();
  };
  const observer = observePage({ look, isOwn, safely, tell, onLook, onLooked }, lifetime);
  const onView = (element: Element, view: InView): void => {
    for (const [name, watched] of at(places, element)) see(name, watched, view);
  };
  const onGone = (element: Element): void => {
    for (const [, watched] of at(places, element)) forget(watched);
    follow();
  };
  const views = watchTargets({ page: look().page, isOwn, safely, onView, onViewed: signs.tellAll, onGone }, lifetime);

  const findNow = (watched: Watched): void => {
    find(watched, look());
    follow();
  };
  const follow = (): void => {
    views.watch(new Set([...places.values()].flatMap((watched) => elementIn(watched) ?? [])));
    observer.setAwaited(awaitedIn(places));
  };
  const see = (name: string, watched: Watched, view: InView): void => {
    const wasSeen = watched.view?.isHalfSeen === true;
    if (isStale(watched)) findNow(watched);
    else watched.view = view;
    signs.add(stateSign(name, watched));
    const isInView = watched.view?.isHalfSeen === true;
    if (wasSeen !== isInView && watched.wanted.signs.includes('visible'))
      signs.add({ is: 'visible', target: name, isInView });
  };

  return {
    watch(wanted) {
      for (const element of seenAnew(places, wanted)) views.tellAgain(element);
      places = new Map(wanted.map((one) => [one.name, keepKnown(places.get(one.name), one)]));
      follow();
    },
    arrive: () => observer.arrive(),
    stateOf(name) {
      const watched = places.get(name);
      if (watched && isStale(watched)) findNow(watched);
      const element = elementIn(watched);
      if (element && watched?.view?.isHalfSeen) views.tellAgain(element);
      return watched ? stateIn(watched) : 'missing';
    },
    elementOf: (name) => elementIn(places.get(name)),
    asked: (sign) => [...places].flatMap(([name, watched]) => askedIn(name, watched, sign)),
  };
}

/** Gathers what comes together, to be told at once: after each telling everything is judged anew. */
function gatherSigns(tell: PlaceOptions['tell']): { add(sign: PageSign | undefined): void; tellAll(): void } {
  let signs: PageSign[] = [];
  return {
    add: (sign) => void (sign && signs.push(sign)),
    tellAll() {
      const all = signs;
      signs = [];
      if (all.length > 0) tell(all);
    },
  };
}

/** Looks for a place; where it was found anew, how it lies is not known yet. */
function find(watched: Watched, options: LookOptions, reading?: PageReading): void {
  const before = elementIn(watched);
  watched.resolution = resolveTarget(watched.wanted.target, options, reading);
  if (elementIn(watched) !== before) watched.view = undefined;
}

/** What there is to tell of a place: nothing when that was told before. */
function stateSign(name: string, watched: Watched): PageSign | undefined {
  const { resolution, told } = watched;
  const state = stateIn(watched);
  if (told === state) return undefined;
  watched.told = state;
  return { is: 'place', target: name, state, ...(resolution.is === 'ambiguous' && { count: resolution.count }) };
}

function awaitedIn(places: ReadonlyMap<string, Watched>): ReadonlyMap<string, WantedPlace['target']> {
  const awaited = [...places].filter(([, { resolution }]) => resolution.is !== 'found');
  return new Map(awaited.map(([name, { wanted }]) => [name, wanted.target]));
}

function askedIn(
  name: string,
  watched: Watched,
  sign: WantedPlace['signs'][number],
): readonly (readonly [string, Element])[] {
  const element = elementIn(watched);
  return element && watched.wanted.signs.includes(sign) ? [[name, element]] : [];
}

function keepKnown(known: Watched | undefined, wanted: WantedPlace): Watched {
  if (known?.wanted.target !== wanted.target) {
    return { wanted, resolution: { is: 'missing' }, view: undefined, told: undefined };
  }
  known.wanted = wanted;
  return known;
}

/** Forgets how those lie of which only now is asked whether they are in view: who asks is told as if they came into it. */
const seenAnew = (places: ReadonlyMap<string, Watched>, wanted: readonly WantedPlace[]): readonly Element[] =>
  wanted.flatMap(({ name, signs }) => {
    const known = places.get(name);
    if (!known || !signs.includes('visible') || known.wanted.signs.includes('visible')) return [];
    known.view = undefined;
    return elementIn(known) ?? [];
  });

/** Those that stand there. */
const at = (places: ReadonlyMap<string, Watched>, element: Element): readonly (readonly [string, Watched])[] =>
  [...places].filter(([, watched]) => elementIn(watched) === element);

/** From now on it is looked for like any that is missing, at the pace of the page: many may go at once. */
const forget = (watched: Watched): void => void ([watched.resolution, watched.view] = [{ is: 'missing' }, undefined]);

const elementIn = (watched: Watched | undefined): Element | undefined =>
  watched && 'element' in watched.resolution ? watched.resolution.element : undefined;

/** The element went, was hidden or was shown since it was looked for. */
function isStale(watched: Watched): boolean {
  const element = elementIn(watched);
  return element !== undefined && (!element.isConnected || isVisible(element) !== (watched.resolution.is === 'found'));
}

/** What has no size is not seen either, until it has one. */
function stateIn({ resolution, view }: Watched): PlaceState {
  if (resolution.is === 'dormant') return 'hidden';
  if (resolution.is !== 'found' || !view) return resolution.is;
  return view.hasSize ? (view.isCovered ? 'covered' : 'found') : 'hidden';
}
