/**
 * `npm run bench -- hints [--short] [--rounds=n]`: what hints cost a page of 10,000 elements, with the processor slowed down four times, turn by
 * turn with the page alone, driver.js, and models of two patterns that were measured in products. Exit code 1 when a goal is missed.
 * The short form does less, at full speed, and judges counts only.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { countRows, timeRows, type Timed } from './goals';
import { largeDocument } from './largeDocument';
import { busy, held, idle, paint, round, type Extent, type Ground, type Round } from './measures';
import type { ContenderName } from './page/main';
import { missesOf, tableOf } from './rows';
import { startSite } from './site';
import { standOf } from './theStand';

const FULL: Extent = { elements: 10_000, frames: 120, settledMs: 5000, idleMs: 60_000, routes: 1000, finds: 5 };
const SHORT: Extent = { elements: 10_000, frames: 30, settledMs: 3000, idleMs: 2500, routes: 30, finds: 0 };
const ROUNDS = 10;
const SLOWDOWN = 4;
const ALL: readonly ContenderName[] = ['off', 'ours', 'engine', 'driver.js', 'poll', 'observers'];
/** Those that draw a card. */
const PAINTERS: readonly ContenderName[] = ['ours', 'driver.js'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean', default: false }, rounds: { type: 'string', default: String(ROUNDS) } },
});
const [folder = '', driverSheet = '', executablePath = '', launch = '[]'] = positionals;
const say = (words: string): void => void process.stdout.write(`${words}\n`);

/** Each in turn, and the other way round every second time: what drifts, drifts for all. */
async function times(ground: Ground, count: number): Promise<Timed> {
  const rounds = new Map<ContenderName, Round[]>(ALL.map((name) => [name, []]));
  const painted = new Map<ContenderName, Awaited<ReturnType<typeof paint>>[]>(PAINTERS.map((name) => [name, []]));
  for (let turn = 0; turn < count; turn++) {
    for (const name of turn % 2 ? [...ALL].reverse() : ALL) rounds.get(name)?.push(await round(ground, name));
    for (const name of PAINTERS) painted.get(name)?.push(await paint(ground, name));
    say(`round ${turn + 1} of ${count}`);
  }
  return { rounds, paint: painted };
}

/** One after another, by name. */
async function each<Answer>(
  names: readonly ContenderName[],
  work: (name: ContenderName) => Promise<Answer>,
): Promise<ReadonlyMap<ContenderName, Answer>> {
  const answers = new Map<ContenderName, Answer>();
  for (const name of names) answers.set(name, await work(name));
  return answers;
}

const document = largeDocument();
const stand = standOf(document, Date.now());
const site = await startSite({ document, index: stand.index, folder, driverSheet });
const browser = await chromium.launch({ executablePath, args: JSON.parse(launch) as string[] }); // our own caller's
try {
  const isShort = values.short;
  const count = isShort ? 1 : Number(values.rounds);
  const ground: Ground = {
    browser,
    stand,
    url: site.url,
    slowdown: isShort ? 1 : SLOWDOWN,
    extent: isShort ? SHORT : FULL,
  };
  say(
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}, load ${loadavg()[0]?.toFixed(1)} before, Chromium ${browser.version()}, CPU ${ground.slowdown}× slower, ${count} rounds`,
  );
  const counted = {
    indexBytes: gzipSync(JSON.stringify(stand.index)).length,
    idle: await each(isShort ? ['ours', 'poll'] : ALL, (name) => idle(ground, name)),
    held: await each(['off', 'engine'], (name) => held(ground, name)),
    busy: await each(['engine'], (name) => busy(ground, name)),
  };
  if (!counted.idle.get('poll')?.callbacks) throw new Error('What polls was not counted: nothing would be.');
  const timed = isShort ? undefined : await times(ground, count);
  const rows = [
    ...countRows(counted, ground.extent),
    ...(timed ? timeRows({ ...counted, ...timed }, ground.extent) : []),
  ];
  say(`\n${tableOf(rows, timed ? ALL : ['ours', 'engine', 'poll', 'off'])}\n`);
  const misses = missesOf(rows);
  for (const miss of misses) say(`MISSED ${miss}`);
  if (misses.length > 0) process.exitCode = 1;
} finally {
  await browser.close();
  site.close();
}
