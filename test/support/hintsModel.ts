import {
  createJudging,
  createPlayer,
  HintsModel,
  mergeKept,
  PastModel,
  type HintPage,
  type HintKeeping,
  type KeptHints,
  type PlayingPart,
  type TourMark,
} from '../../src/hints';
import type { FactValue } from '../../src/hints/audience';
import { NOTHING_KEPT } from '../../src/hints/kept';
import type { HintDelivery, HintsDeps, PageSign, PlaceState, WantedSigns } from '../../src/hints/ports';
import type { ShownHint } from '../../src/hints/shown';
import { silentLog } from '../../src/foundation/log';
import { fail, succeed } from '../../src/foundation/result';
import { contentOf, indexOf, type HintAction, type HintDocument, type HintEvent } from '../../src/protocol';
import { manualClock, type ManualClock } from './builders';
import { aHintDocument } from './hintDocuments';

/** What hints need from outside, with what their parts bring. */
export interface WorldDeps
  extends Omit<HintsDeps, 'createPast' | 'judging' | 'isModalOpen'>, Omit<PlayingPart, 'createPlayer'> {
  readonly keeping: HintKeeping;
  readonly page: HintPage;
  fetch<Part>(name: PartName, part: Part): Promise<Part>;
}

/** What is fetched when it is needed. */
export type PartName = 'judging' | 'playing';

/** A receiver, a device and a page, as far as hints know them. */
export interface HintWorld {
  readonly deps: WorldDeps;
  readonly clock: ManualClock;
  readonly told: (Pick<HintEvent, 'what' | 'where' | 'level'> & { readonly hint: string; readonly key: string })[];
  readonly acted: HintAction[];
  /** What buttons and links ask for can't be done from now on. */
  fail(): void;
  /** How often the page was told to be another. */
  arrived(): number;
  /** What the page is asked to look for. */
  wanted(): WantedSigns;
  kept(): KeptHints;
  publish(document: Partial<HintDocument>, paused?: readonly string[]): void;
  /** The receiver can't be reached from now on. */
  cut(): void;
  /** The words don't come until `hold` is let go. */
  holdWords(): () => void;
  /** Parts in the order in which they were asked for. */
  readonly fetched: readonly PartName[];
  /** A part does not come until this is let go. */
  holdPart(name: PartName): () => void;
  /** A part does not arrive, or it does again. */
  losePart(name: PartName, isLost?: boolean): void;
  place(target: string, state: PlaceState): void;
  sign(sign: PageSign): void;
  modal(isOpen: boolean): void;
  /** Another tab or device has added this. */
  elsewhere(change: (kept: KeptHints) => KeptHints): void;
  forget(): void;
}

type Listeners<Told> = Set<(told: Told) => void>;
const listen = <Told>(to: Listeners<Told>, listener: (told: Told) => void) => {
  to.add(listener);
  return () => to.delete(listener);
};

/** The receiver: what is live, and the words. */
function aSource(first: Partial<HintDocument>) {
  let live = aHintDocument(first);
  let stopped: readonly string[] = [];
  let isCached = false;
  let held: Promise<void> | undefined;
  const index = (): HintDelivery => {
    const value: unknown = JSON.parse(JSON.stringify(indexOf(live, new Set(stopped))));
    return { is: 'index', value, isCached };
  };
  const source: HintsDeps['source'] = {
    index: () => Promise.resolve(succeed(index())),
    async content(id, rev) {
      await held;
      const hint = live.hints.find((one) => one.id === id && one.rev === rev);
      return hint ? succeed<unknown>(contentOf(hint)) : fail({ code: 'not-found', message: 'No such words.' });
    },
  };
  return {
    source,
    publish(next: Partial<HintDocument>, paused: readonly string[] = []): void {
      live = aHintDocument(next);
      stopped = paused;
    },
    cut: () => void (isCached = true),
    holdWords(): () => void {
      let letGo = (): void => undefined;
      held = new Promise((resolve) => (letGo = resolve));
      return () => letGo();
    },
  };
}

/** The device and the receiver, as far as they keep what a person did. */
function aKeeping(now: number) {
  let isKnown = true;
  let kept: KeptHints = { ...NOTHING_KEPT, session: { id: 'sessie', startedAt: now, shows: [] } };
  const others: Listeners<KeptHints> = new Set();
  const told: HintWorld['told'] = [];
  const keeping: HintKeeping = {
    load: () => Promise.resolve(isKnown ? succeed(kept) : fail({ code: 'offline', message: 'Nobody knows.' })),
    save(next) {
      kept = mergeKept(kept, next);
      return Promise.resolve();
    },
    tell: ({ what, hint = '', where, level }, key) =>
      void told.push({ what, hint, key, ...(where && { where }), ...(level && { level }) }),
    changed: (listener) => listen(others, listener),
  };
  return {
    keeping,
    told,
    kept: () => kept,
    elsewhere(change: (kept: KeptHints) => KeptHints): void {
      kept = change(kept);
      for (const listener of others) listener(kept);
    },
    forget: () => void (isKnown = false),
  };
}

/** The page, with places that a test puts there. */
function aPage() {
  let isModal = false;
  let arrived = 0;
  let wanted: WantedSigns = { places: [], idleMs: [], isErrorWanted: false, isRageWanted: false };
  const places = new Map<string, PlaceState>();
  const signs: Listeners<PageSign> = new Set();
  const modals: Listeners<void> = new Set();
  const sign = (one: PageSign): void => [...signs].forEach((listener) => listener(one));
  const page: HintPage = {
    watch: (next) => void (wanted = next),
    listen: (listener) => listen(signs, (sign) => listener([sign])),
    placeOf: (target) => places.get(target) ?? 'missing',
    isBehindModal: () => isModal,
    arrive: () => void (arrived += 1),
    reveal: () => undefined,
  };
  return {
    page,
    followModals: (listener: () => void) => listen(modals, listener),
    sign,
    /** How often the page was told to be another. */
    arrived: () => arrived,
    wanted: () => wanted,
    place(target: string, state: PlaceState): void {
      places.set(target, state);
      sign({ is: 'place', target, state });
    },
    modal(isOpen: boolean): void {
      isModal = isOpen;
      for (const listener of modals) listener();
    },
  };
}

/** Parts of hints, which come at once unless a test holds or loses them. */
function someParts() {
  const fetched: PartName[] = [];
  const lost = new Set<PartName>();
  const held = new Map<PartName, Promise<void>>();
  return {
    fetched,
    async fetch<Part>(name: PartName, part: Part): Promise<Part> {
      fetched.push(name);
      await held.get(name);
      if (lost.has(name)) throw new Error(`The part ${name} did not arrive.`);
      return part;
    },
    holdPart(name: PartName): () => void {
      let letGo = (): void => undefined;
      held.set(name, new Promise((resolve) => (letGo = resolve)));
      return () => letGo();
    },
    losePart: (name: PartName, isLost = true) => void lost[isLost ? 'add' : 'delete'](name),
  };
}

/** Makes a world in which these hints are live. */
export function aHintWorld(document: Partial<HintDocument> = {}): HintWorld {
  const clock = manualClock();
  const { source, ...receiver } = aSource(document);
  const { keeping, ...person } = aKeeping(clock.now());
  const { page, followModals, ...screen } = aPage();
  const { fetch, ...parts } = someParts();
  const acted: HintAction[] = [];
  let faults = 0;
  let canAct = true;
  let mark: TourMark | undefined;
  const deps: WorldDeps = {
    source,
    keeping,
    page,
    followModals,
    fetch,
    clock,
    noteFault: () => ++faults >= 3,
    tab: { load: () => mark, save: (next) => void (mark = next) },
    slots: { claim: () => Promise.resolve(() => undefined) },
    deeds: {
      act: (action) => Promise.resolve(acted.push(action) > 0 && canAct),
      link: (href) => Promise.resolve(acted.push({ do: 'openLink', href }) > 0 && canAct),
    },
    pictures: { bring: async () => () => undefined },
    log: silentLog,
    locale: () => 'nl',
    displayable: new Set(['user.voornaam']),
  };
  return { ...receiver, ...person, ...screen, ...parts, deps, clock, acted, fail: () => void (canAct = false) };
}

/** Hints at work in a world. */
export interface PlayedHints {
  readonly model: InstanceType<typeof HintsModel>;
  readonly shown: () => readonly string[];
  readonly only: () => ShownHint;
}

/** Waits until everything that was promised is there. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
};

/** Everything that hints are made with. */
export const depsOf = ({ keeping, page, slots, deeds, pictures, fetch, ...deps }: WorldDeps): HintsDeps => ({
  ...deps,
  createPast: (own) => new PastModel({ ...own, keeping }),
  judging: () =>
    fetch('judging', {
      createJudging,
      page,
      playing: () => fetch('playing', { createPlayer, slots, deeds, pictures }),
    }),
  isModalOpen: () => page.isBehindModal(undefined),
});

/** Starts hints on a page. */
export async function playHints(
  world: Pick<HintWorld, 'deps'>,
  path = '/dossier/12/zorgplan',
  facts: ReadonlyMap<string, FactValue> = new Map(),
): Promise<PlayedHints> {
  const model = new HintsModel(depsOf(world.deps));
  model.know(facts);
  model.goTo(path);
  await model.start();
  await settled();
  const shown = (): readonly string[] => model.shown.value.map(({ id }) => id);
  const only = (): ShownHint => {
    const [one, ...more] = model.shown.value;
    if (!one || more.length > 0) throw new Error(`Expected one hint, there are ${shown().join(', ') || 'none'}.`);
    return one;
  };
  return { model, shown, only };
}
