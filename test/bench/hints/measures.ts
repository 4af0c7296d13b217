import type { MeasuredStand } from './theStand';
import type { bench as onPage, ContenderName } from './page/main';
import type { Metered } from './page/meter';
import { visit, type Visit, type VisitOptions } from './visit';

declare const bench: typeof onPage;

/** How much is done. */
export interface Extent {
  readonly elements: number;
  readonly frames: number;
  /** Before somebody is idle: what shows by itself is shown, seen and counted within it. */
  readonly settledMs: number;
  readonly idleMs: number;
  readonly routes: number;
  /** How often a place is put back to be found. */
  readonly finds: number;
}

/** Where and with what it is measured. */
export type Ground = Omit<VisitOptions, 'contender' | 'screen' | 'elements' | 'place' | 'lost'> & {
  readonly stand: MeasuredStand;
  readonly extent: Extent;
};

/** What one load of changes did. */
export interface Loaded extends Metered {
  readonly threadMs: number;
  readonly wallMs: number;
}

/** One round of one contender. */
export interface Round {
  readonly heavy: Loaded;
  readonly light: Loaded;
  readonly foundMs: readonly number[];
  readonly burst: { readonly frameMs: number; readonly foundMs: number };
  readonly route: Metered;
  readonly resolvesMs: readonly number[];
  readonly ready: Metered | undefined;
}

const HEAVY = { texts: 50, classes: 20, rows: 60 };
const LIGHT = { texts: 2, classes: 1, rows: 1 };
const BURST = 5000;
const RESOLVES = 5;
const LEAST_ELEMENTS = 9900;

/** Opens the measured page for somebody, with what is different this time. */
const opening =
  ({ stand, extent, ...rest }: Ground, contender: ContenderName, change: Partial<VisitOptions> = {}) =>
  <Answer>(work: (one: Visit) => Promise<Answer>): Promise<Answer> => {
    const { screen, place, away } = stand;
    const page = { screen, place, lost: away[0] ?? '', elements: extent.elements };
    return visit({ ...rest, contender, ...page, ...change }, work);
  };

/** Everything that takes turns with the others. */
export const round = (ground: Ground, contender: ContenderName): Promise<Round> =>
  opening(
    ground,
    contender,
  )(async (one) => {
    const { page } = one;
    const { stand, extent } = ground;
    const isEngine = contender === 'engine' || contender === 'ours';
    if (isEngine) await mustKnow(one, stand.away);
    const ready = isEngine ? await page.evaluate(() => bench.read()) : undefined;
    const resolvesMs = await page.evaluate(([names, times]) => bench.resolve(names, times), [
      stand.away,
      isEngine ? RESOLVES : 0,
    ] as const);
    await takeAway(one, stand.away, isEngine);
    const heavy = await loaded(one, HEAVY, extent.frames);
    const light = await loaded(one, LIGHT, extent.frames);
    const foundMs: number[] = [];
    const awaited = await page.evaluate((all) => bench.awaited(all), stand.away);
    if (awaited.length === 0) throw new Error(`${contender} awaits no place: nothing would be measured.`);
    for (let at = 0; at < extent.finds; at++) {
      const name = contender === 'driver.js' ? stand.away[0] : awaited[at % awaited.length];
      foundMs.push(await page.evaluate(([place, load]) => bench.find(place, load), [name ?? '', HEAVY] as const));
    }
    const burst = await page.evaluate(([elements, name]) => bench.burst(elements, name), [
      BURST,
      awaited[0] ?? '',
    ] as const);
    const route = await page.evaluate(([screen, elements]) => bench.route(screen, elements), [
      stand.other,
      extent.elements,
    ] as const);
    return { heavy, light, foundMs, burst, route, resolvesMs, ready };
  });

/** Else it would be measured how little is done on a small page, or when nothing is awaited. */
async function mustKnow({ page }: Visit, names: readonly string[]): Promise<void> {
  const unknown = await page.evaluate((all) => bench.unknown(all), names);
  const elements = await page.evaluate(() => bench.elements());
  if (elements < LEAST_ELEMENTS) throw new Error(`The page has ${elements} elements: it would be too easy.`);
  if (unknown.length > 0)
    throw new Error(`The engine does not await ${unknown.join(', ')}: nothing would be measured.`);
}

async function takeAway({ page }: Visit, names: readonly string[], isEngine: boolean): Promise<void> {
  await page.evaluate((all) => bench.takeAway(all), names);
  const unknown = await page.evaluate((all) => bench.unknown(all), names);
  const known = names.filter((name) => !unknown.includes(name));
  if (isEngine && known.length > 0) throw new Error(`The engine does not see that ${known.join(', ')} went.`);
}

async function loaded({ page, threadMs }: Visit, load: typeof HEAVY, frames: number): Promise<Loaded> {
  const { answer, ms } = await threadMs(() =>
    page.evaluate(([what, count]) => bench.load(what, count), [load, frames] as const),
  );
  return { ...answer, threadMs: ms };
}

/** The engine while the page changes much, with places that it awaits. */
export const busy = (ground: Ground, contender: ContenderName): Promise<Loaded> =>
  opening(
    ground,
    contender,
  )(async (one) => {
    await mustKnow(one, ground.stand.away);
    await takeAway(one, ground.stand.away, true);
    return loaded(one, HEAVY, ground.extent.frames);
  });

/** Somebody reads, and touches nothing. Who shows nothing by itself is made to. */
export const idle = (ground: Ground, contender: ContenderName): Promise<Metered> =>
  opening(
    ground,
    contender,
  )(async ({ page }) => {
    if (contender === 'driver.js') await page.evaluate(() => bench.show());
    await page.evaluate((ms) => bench.idle(ms), ground.extent.settledMs);
    return page.evaluate((ms) => bench.idle(ms), ground.extent.idleMs);
  });

/** What is held: at the start, and after a walk round the app. */
export const held = (
  ground: Ground,
  contender: ContenderName,
): Promise<{ readonly heapBytes: number; readonly heldElements: number; readonly grownBytes: number }> =>
  opening(ground, contender, { elements: 0, slowdown: 1 })(async ({ page, heapBytes }) => {
    const before = await heapBytes();
    await page.evaluate((count) => bench.wander(count), ground.extent.routes);
    const after = await heapBytes();
    return { heapBytes: before, heldElements: await page.evaluate(() => bench.held()), grownBytes: after - before };
  });

/** From the cause to the painted card: the first time, with its chunk, and again. */
export const paint = (
  ground: Ground,
  contender: ContenderName,
): Promise<{ readonly coldMs: number; readonly warmMs: number }> =>
  opening(ground, contender, { isAlone: true })(async ({ page }) => ({
    coldMs: await page.evaluate(() => bench.paint()),
    warmMs: await page.evaluate(() => bench.paint()),
  }));
