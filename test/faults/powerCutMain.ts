/**
 * `npm run faults -- power-cut [--cuts=n] [--seed=n] [--without-postgres]`: exit code 1 when something that was acknowledged is lost, or when a control
 * loses nothing; 77 when this machine allows no mounts, so that nothing was tried.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { postgresFolder } from '../../config/storages.mjs';
import { newDatabase, startPostgres } from '../support/storages/postgres';
import { firstStartCut, powerCut, type PowerCutReport, type ServerOnDisk } from './powerCut';
import { mayMount } from './powerDisk';

/** As test programs say "skipped" (automake). */
const NOT_TRIED = 77;
const OWN_MOUNTS = 'SUPPORT_OWN_MOUNTS';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const [program = '', , ...words] = process.argv.slice(2);
const numberOf = (name: string, otherwise: number): number =>
  Number(words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise);

/** In a mount table of its own everything is unmounted when the programme ends, however it ends. */
function againWithOwnMounts(): number {
  const { status } = spawnSync(
    'unshare',
    ['--mount', '--propagation', 'private', process.execPath, ...process.execArgv, ...process.argv.slice(1)],
    { stdio: 'inherit', env: { ...process.env, [OWN_MOUNTS]: 'yes' } },
  );
  return status ?? 1;
}

async function run(): Promise<void> {
  const [cuts, seed] = [numberOf('cuts', 20), numberOf('seed', 1)];
  const [few, disks] = [Math.ceil(cuts / 4), Math.ceil(cuts / 10)];
  const built = (name: string): string => join(dirname(program), name);
  say(`Power cut ${cuts} times, seed ${seed}; every second time after half of the files were pushed`);
  say('                                cuts  acknowledged  words lost  bytes lost  does not open');
  const ours = [told('this receiver, PGlite and disk', await powerCut({ program, cuts, seed }))];
  if (words.includes('--without-postgres') || postgresFolder() === undefined) say('  (PostgreSQL and disk: not tried)');
  else {
    const server = postgresOn;
    ours.push(told('this receiver, PostgreSQL and disk', await powerCut({ program, cuts: few, seed, server })));
  }
  const first = await firstStartCut({ program, cuts: few, seed });
  say(`  ${'during the first start'.padEnd(34)}${cell(first.cuts, 4)}${' '.repeat(38)}${cell(first.unopened, 15)}`);
  const stock = told('control: stock PGlite', await control(built('stockPglite.mjs'), disks, seed));
  const unsynced = told('control: files that nobody pushes', await control(built('unsyncedBlobs.mjs'), disks, seed));
  const isHeld = ours.every(isWhole) && first.unopened === 0;
  if (!isHeld) say('  FAILED something that was acknowledged is lost');
  if (isWhole(stock) || isWhole(unsynced)) say('  FAILED a control lost nothing: the cut is too kind');
  if (!isHeld || isWhole(stock) || isWhole(unsynced)) process.exitCode = 1;
}

async function postgresOn(folder: string): Promise<ServerOnDisk> {
  const postgres = await startPostgres(folder);
  const { url } = await newDatabase(postgres.adminUrl);
  return { env: { DATABASE_URL: url }, crash: () => postgres.end('SIGQUIT'), start: () => postgres.start() };
}

/** Two cuts on each disk at most: one that does not open is not tried again. */
async function control(careless: string, disks: number, seed: number): Promise<PowerCutReport> {
  const all: PowerCutReport[] = [];
  for (let done = 1; done <= disks; done += 1)
    all.push(await powerCut({ program: careless, cuts: 2, seed: seed + done }));
  const sum = (name: keyof PowerCutReport): number => all.reduce((total, each) => total + each[name], 0);
  return {
    cuts: sum('cuts'),
    acknowledged: sum('acknowledged'),
    words: sum('words'),
    bytes: sum('bytes'),
    doubled: sum('doubled'),
    unopened: sum('unopened'),
  };
}

const isWhole = ({ words: lost, bytes, doubled, unopened }: PowerCutReport): boolean =>
  lost + bytes + doubled + unopened === 0;
const cell = (value: number, width: number): string => String(value).padStart(width);

function told(name: string, report: PowerCutReport): PowerCutReport {
  const { cuts, acknowledged, words: lost, bytes, unopened, doubled } = report;
  say(
    `  ${name.padEnd(34)}${cell(cuts, 4)}${cell(acknowledged, 14)}${cell(lost, 12)}${cell(bytes, 12)}${cell(unopened, 15)}` +
      (doubled > 0 ? `  ${doubled} numbers given twice` : ''),
  );
  return report;
}

if (!mayMount()) {
  say('NOT TRIED: power cuts need root on Linux, loop devices, and mkfs.ext4.');
  process.exitCode = NOT_TRIED;
} else if (process.env[OWN_MOUNTS] === undefined) process.exitCode = againWithOwnMounts();
else await run();
