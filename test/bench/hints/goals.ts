import type { Extent, held, idle, Loaded, paint, Round } from './measures';
import type { ContenderName } from './page/main';
import { doubtOf, median, p95, p99, sum, type Row } from './rows';

type By<Value> = ReadonlyMap<ContenderName, Value>;

/** What may be counted on any machine. */
export interface Counted {
  /** Of the index that the device gets, packed. */
  readonly indexBytes: number;
  readonly idle: By<Awaited<ReturnType<typeof idle>>>;
  readonly held: By<Awaited<ReturnType<typeof held>>>;
  /** The engine while the page changes. */
  readonly busy: By<Loaded>;
}

/** What only a machine that does nothing else can tell. */
export interface Timed {
  readonly rounds: By<readonly Round[]>;
  readonly paint: By<readonly Awaited<ReturnType<typeof paint>>[]>;
}

const valuesOf = <Value>(by: By<Value>, read: (value: Value) => number | undefined): Row['values'] =>
  Object.fromEntries([...by].map(([name, value]) => [name, read(value)]));

/** Rows of which a short run says the same. */
export function countRows(
  { indexBytes, idle: rest, held: kept, busy }: Counted,
  { idleMs, routes }: Extent,
): readonly Row[] {
  const seconds = `idle ${idleMs / 1000} s`;
  const none = { goal: { most: 0, of: 'ours' } };
  return [
    {
      what: `${seconds}: timers and frames asked for`,
      unit: '',
      values: valuesOf(rest, ({ asked }) => asked),
      ...none,
    },
    { what: `${seconds}: callbacks`, unit: '', values: valuesOf(rest, ({ callbacks }) => callbacks), ...none },
    {
      what: `${seconds}: mutation observers that follow`,
      unit: '',
      values: valuesOf(rest, ({ observing }) => observing),
      ...none,
    },
    { what: `${seconds}: still to come at its end`, unit: '', values: valuesOf(rest, ({ pending }) => pending) },
    {
      what: 'heavy: reads of the layout where it is not made yet, each of which may force one',
      unit: '',
      values: valuesOf(busy, ({ layoutReads }) => layoutReads),
      goal: { most: 0, of: 'engine' },
    },
    {
      what: `elements of the page held after ${routes} changes of route`,
      unit: '',
      values: valuesOf(kept, ({ heldElements }) => heldElements),
      goal: { most: 0, of: 'engine' },
    },
    {
      what: 'index of 1,000 hints, gzip',
      unit: 'kB',
      values: { ours: indexBytes / 1000 },
      goal: { most: 60, of: 'ours' },
    },
  ];
}

/** What is told of one round, and the most that the engine may make of it. */
type Told = readonly [what: string, mostMs: number, read: (one: Round) => number];

const longestOf = (spansMs: readonly number[] = []): number => Math.max(0, ...spansMs);

const TOLD: readonly Told[] = [
  ['change of route: all work', 4, ({ route }) => sum(route.spansMs)],
  ['change of route: longest task', 2, ({ route }) => longestOf(route.spansMs)],
  ['heavy: callbacks, 99 of 100 within', 4, ({ heavy }) => p99(heavy.spansMs)],
  ['5,000 nodes at once: longest task', 4, ({ burst }) => burst.frameMs],
  ['5,000 nodes at once: a place that comes is found', 250, ({ burst }) => burst.foundMs],
  ['index: parsed and made ready', 15, ({ ready }) => (ready ? sum(ready.spansMs) : Number.NaN)],
  ['index: longest task', 5, ({ ready }) => (ready ? longestOf(ready.spansMs) : Number.NaN)],
  ['one place looked for, 95 of 100 within', 0.5, ({ resolvesMs }) => p95(resolvesMs)],
];

/** Rows of milliseconds and bytes; medians of the rounds. */
export function timeRows({ idle: rest, held: kept, ...timed }: Counted & Timed, { frames }: Extent): readonly Row[] {
  return [
    {
      what: 'idle: work',
      unit: 'ms',
      values: valuesOf(rest, ({ spansMs }) => sum(spansMs)),
      goal: { most: 0, of: 'ours' },
    },
    ...loadRows('heavy', timed.rounds, { frames, mostMs: 0.5 }),
    ...loadRows('light', timed.rounds, { frames, mostMs: 0.2 }),
    {
      what: 'heavy: longest task of all rounds',
      unit: 'ms',
      values: valuesOf(timed.rounds, (all) => Math.max(...all.map(({ heavy }) => longestOf(heavy.spansMs)))),
      goal: { most: 8, of: 'engine' },
    },
    {
      what: 'heavy: a place that comes is found, 95 of 100 within',
      unit: 'ms',
      values: valuesOf(timed.rounds, (all) => p95(known(all.flatMap(({ foundMs }) => foundMs)))),
      goal: { most: 200, of: 'engine' },
    },
    ...TOLD.map(([what, most, read]): Row => ({
      what,
      unit: 'ms',
      values: valuesOf(timed.rounds, (all) => median(known(all.map(read)))),
      goal: { most, of: 'engine' },
    })),
    ...heapRows(kept),
    ...paintRows(timed.paint),
  ];
}

/** Not everybody does everything. */
const known = (values: readonly number[]): readonly number[] => values.filter((value) => !Number.isNaN(value));

function heapRows(kept: Counted['held']): readonly Row[] {
  const off = kept.get('off')?.heapBytes ?? Number.NaN;
  return [
    {
      what: 'heap with 1,000 hints, over the page alone',
      unit: 'MB',
      values: valuesOf(kept, ({ heapBytes }) => (heapBytes - off) / 1_000_000),
      goal: { most: 1.5, of: 'engine' },
    },
    {
      what: 'heap grown by the changes of route',
      unit: 'MB',
      values: valuesOf(kept, ({ grownBytes }) => grownBytes / 1_000_000),
    },
  ];
}

const paintRows = (painted: Timed['paint']): readonly Row[] =>
  (
    [
      ['warm', 'warmMs', 120],
      ['the first, with its chunk from this machine', 'coldMs', 400],
    ] as const
  ).map(([how, key, most]) => ({
    what: `cause to painted card, ${how}`,
    unit: 'ms',
    values: valuesOf(painted, (all) => median(all.map((one) => one[key]))),
    goal: { most, of: 'ours' },
  }));

interface LoadGoal {
  readonly frames: number;
  readonly mostMs: number;
}

/** What a load costs per frame: what was called back, and what the main thread did more than on the page alone. */
function loadRows(load: 'heavy' | 'light', rounds: Timed['rounds'], { frames, mostMs }: LoadGoal): readonly Row[] {
  const perFrame = (read: (one: Loaded) => number) => (all: readonly Round[]) =>
    all.map((one) => read(one[load]) / frames);
  const thread = perFrame(({ threadMs }) => threadMs);
  const off = thread(rounds.get('off') ?? []);
  const wall = perFrame(({ wallMs }) => wallMs);
  const goal = { goal: { most: mostMs, of: 'engine' } };
  return [
    {
      what: `${load}: callbacks per frame`,
      unit: 'ms',
      values: valuesOf(rounds, (all) => median(perFrame(({ spansMs }) => sum(spansMs))(all))),
      ...goal,
    },
    {
      what: `${load}: main thread per frame, over the page alone`,
      unit: 'ms',
      values: valuesOf(rounds, (all) => median(thread(all)) - median(off)),
      ...goal,
      doubt: doubtOf(off),
    },
    {
      what: `${load}: time per frame`,
      unit: 'ms',
      values: valuesOf(rounds, (all) => median(wall(all))),
    },
  ];
}
