import type { HintIndex } from '../../../../src/protocol';
import { careApp, controlsOf, type Screen } from '../careApp';
import type { Contender, Stand } from './contender';
import { createHostPage, type Load } from './hostPage';
import { startMeter, type Metered } from './meter';

/** Who can be measured. */
export const CONTENDERS = ['off', 'ours', 'engine', 'driver.js', 'poll', 'observers'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

/** What a visit begins with. */
export interface Begin {
  readonly contender: ContenderName;
  readonly screen: string;
  readonly elements: number;
  /** Of the hints, only the one that is measured: nothing shows before it. */
  readonly isAlone?: boolean;
  readonly place: string;
  readonly lost: string;
}

const meter = startMeter();
const { host } = meter;
const page = createHostPage();
const screens = careApp();
let contender: Contender = {};
/** Places of this page, and where those stood that were taken away. */
let places: ReadonlyMap<string, Element> = new Map();
const away = new Map<string, Element>();
const remains: WeakRef<Element>[] = [];
/** Mutation observers of whoever drives the browser. */
let drivers = 0;

/** Long enough for every rest and delay of whoever is measured. */
const QUIET_MS = 1500;
const MOST_MS = 3000;
const NO_LOAD = { texts: 0, classes: 0, rows: 0 };

/** Everything that the bench can ask of the page. */
export const bench = {
  async begin({ contender: name, screen, elements, isAlone, place, lost }: Begin): Promise<void> {
    const whole = name === 'off' ? undefined : await fetchIndex();
    const index = whole && isAlone ? alone(whole) : whole;
    draw(screen, elements);
    drivers = meter.take().observing;
    if (index) contender = await make(name, { index, place, lost });
    await meter.act(() => contender.goTo?.(screenOf(screen).path));
    await host.pause(QUIET_MS);
    meter.take();
  },
  /** Elements on the page. */
  elements: (): number => document.querySelectorAll('*').length,
  /** Of these places, those that it does not know. */
  unknown: (names: readonly string[]): readonly string[] => names.filter((name) => !contender.elementOf?.(name)),
  /** Of these places, those that it waits for: a hint that ended when its place went waits no more. */
  awaited: (names: readonly string[]): readonly string[] => names.filter((name) => contender.awaits?.(name) ?? true),
  show: (): void => contender.show?.(),
  async idle(ms: number): Promise<Metered> {
    meter.take();
    await host.pause(ms);
    const taken = meter.take();
    return { ...taken, observing: taken.observing - drivers };
  },
  /** Goes to another page. What the host draws is not measured. */
  async route(screen: string, elements: number): Promise<Metered> {
    draw(screen, elements);
    await host.pause(QUIET_MS);
    meter.take();
    await meter.act(() => contender.goTo?.(screenOf(screen).path));
    await host.pause(QUIET_MS);
    return meter.take();
  },
  async load(load: Load, frames: number): Promise<Metered & { readonly wallMs: number }> {
    await host.frame();
    meter.take();
    const from = performance.now();
    for (let frame = 0; frame < frames; frame++) {
      page.change(load);
      await host.frame();
    }
    return { ...meter.take(), wallMs: performance.now() - from };
  },
  /** Takes these places off the page, and waits until that is known. */
  async takeAway(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const parent = places.get(name)?.parentElement;
      if (parent) away.set(name, parent);
      places.get(name)?.remove();
    }
    contender.awaitLost?.();
    await host.pause(QUIET_MS);
  },
  /** Puts a place back while the page changes on; gives how long it takes to be found. Ends with the place away again. */
  async find(name: string, load: Load): Promise<number> {
    const element = places.get(name);
    if (!element || !contender.elementOf || contender.elementOf(name) === element) return Number.NaN;
    away.get(name)?.append(element);
    const from = performance.now();
    let tookMs = 0;
    while (contender.elementOf(name) !== element && tookMs < MOST_MS) {
      page.change(load);
      await host.frame();
      tookMs = performance.now() - from;
    }
    element.remove();
    contender.awaitLost?.();
    await host.pause(QUIET_MS);
    return tookMs;
  },
  /** Adds so many elements at once, and a place after them. */
  async burst(elements: number, name: string): Promise<{ readonly frameMs: number; readonly foundMs: number }> {
    await host.frame();
    meter.take();
    page.burst(elements);
    const foundMs = await bench.find(name, NO_LOAD);
    const { spansMs } = meter.take();
    page.calm();
    await host.pause(QUIET_MS);
    meter.take();
    return { frameMs: Math.max(0, ...spansMs), foundMs };
  },
  /** Finds each place on its own, so many times. */
  resolve(places: readonly string[], times: number): readonly number[] {
    return Array.from({ length: times }, () => places).flatMap((names) =>
      names.map((name) => {
        const from = performance.now();
        contender.resolve?.(name);
        return performance.now() - from;
      }),
    );
  },
  /** From the moment at which all conditions hold to the frame that shows the card. */
  async paint(): Promise<number> {
    await host.pause(QUIET_MS);
    const from = performance.now();
    contender.show?.();
    while (!contender.card?.()) {
      if (performance.now() - from > MOST_MS) return MOST_MS;
      await host.frame();
    }
    await host.frame();
    await host.pause(0); // after the frame
    const paintedMs = performance.now() - from;
    contender.hide?.();
    await host.pause(QUIET_MS);
    return paintedMs;
  },
  /** Reads the index: what the tasks took. */
  async read(): Promise<Metered> {
    const text = JSON.stringify(await fetchIndex());
    const { makeReady } = await import('./ours');
    await host.pause(QUIET_MS);
    meter.take();
    let value: unknown;
    await meter.act(() => void (value = JSON.parse(text)));
    await meter.act(() => void makeReady(value));
    await host.pause(QUIET_MS);
    return meter.take();
  },
  /** Goes round the app on small pages. */
  async wander(count: number): Promise<void> {
    for (let at = 0; at < count; at++) {
      const screen = screens[at % screens.length];
      if (!screen) continue;
      remains.push(...draw(screen.name, 0).map((element) => new WeakRef(element)));
      contender.goTo?.(screen.path);
      await host.frame();
      await host.frame();
    }
  },
  /** Elements that were thrown away by the host and are still held by somebody. Ask after the garbage is gone. */
  held: (): number => remains.filter((one) => one.deref()?.isConnected === false).length,
};

/** Draws a page, and knows its places by name. */
function draw(name: string, elements: number): readonly Element[] {
  const screen = screenOf(name);
  const drawn = page.draw(screen, elements);
  const names = controlsOf(screen).map(({ target }) => target);
  places = new Map(drawn.flatMap((element, at) => (names[at] === undefined ? [] : [[names[at], element] as const])));
  return drawn;
}

function screenOf(name: string): Screen {
  const screen = screens.find((one) => one.name === name);
  if (!screen) throw new Error(`There is no page ${name}.`);
  return screen;
}

async function fetchIndex(): Promise<HintIndex> {
  const answer = await fetch('/index.json');
  return (await answer.json()) as HintIndex; // of our own server
}

const alone = (index: HintIndex): HintIndex => ({
  ...index,
  hints: index.hints.filter(({ id }) => id.endsWith('-tooltip-1')),
});

async function make(name: ContenderName, stand: Stand): Promise<Contender> {
  switch (name) {
    case 'ours':
    case 'engine': {
      const { fetchWords, makeOurs } = await import('./ours');
      await Promise.all(
        stand.index.hints.filter(({ where }) => where.target === stand.place).map(({ id }) => fetchWords(id)),
      );
      return makeOurs(stand, { hasCards: name === 'ours' });
    }
    case 'off':
      return {};
    default: {
      const { makeDriver, makeObservers, makePoll } = await import('./others');
      return { 'driver.js': makeDriver, poll: makePoll, observers: makeObservers }[name](stand);
    }
  }
}

Object.assign(globalThis, { bench });
