/**
 * `npm run bench -- receiver`: durable submissions per second on PGlite and on PostgreSQL, beside what the disk and a bare
 * PostgreSQL can do in the same run; and what 500 clients cost that wait for changes, asking again or on a stream. Everything on this machine, the clients too.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { PEOPLE } from '../../demo/server/people';
import { digestHeader } from '../contract/receiver/receiverUnderTest';
import { aSubmission, nextId } from '../contract/receiver/wire';
import { createReceiverProcess, type ReceiverProcess } from '../faults/receiverProcess';
import { newDatabase, startPostgres } from '../support/storages/postgres';

const SECONDS = 15;
const WARM_UP_SECONDS = 4;
const AT_ONCE = 16;
const WAITING = 500;
/** The first tokens of `manyOrganisations` are of one person each. */
const ORGANISATIONS = 20;
const GOALS = { PGlite: 20, PostgreSQL: 100 };
const GOAL_EXTRA_MB = 150;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const [program = '', programOfMany = ''] = process.argv.slice(2);
const results: boolean[] = [];

interface Rate {
  readonly perSecond: number;
  readonly medianMs: number;
  readonly slowMs: number;
  /** Processor time of the process for each: unlike the rest it hardly depends on what else the machine does. */
  readonly processorMsEach: number | undefined;
}

/** Lets this many do something again and again; what begins in the warm-up is not counted. `pid` is who works for it. */
async function rateOf(work: (index: number) => Promise<unknown>, pid?: number): Promise<Rate> {
  const from = performance.now() + WARM_UP_SECONDS * 1000;
  const until = from + SECONDS * 1000;
  const times: number[] = [];
  let all = 0;
  const spent = pid === undefined ? 0 : processorMs(pid);
  await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, index) => {
      for (let begun = performance.now(); begun < until; begun = performance.now()) {
        await work(index);
        all += 1;
        if (begun >= from) times.push(performance.now() - begun);
      }
    }),
  );
  times.sort((one, other) => one - other);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
  const processorMsEach = pid === undefined ? undefined : (processorMs(pid) - spent) / all;
  return { perSecond: times.length / SECONDS, medianMs: at(0.5), slowMs: at(0.95), processorMsEach };
}

const line = (name: string, { perSecond, medianMs, slowMs, processorMsEach }: Rate): string =>
  `  ${name.padEnd(34)}${perSecond.toFixed(0).padStart(6)}/s   median ${medianMs.toFixed(0)} ms, 95 % within ${slowMs.toFixed(0)} ms` +
  (processorMsEach === undefined ? '' : `, ${processorMsEach.toFixed(1)} ms of processor each`);

/** Processor time of a process so far, in steps of 10 ms: fields 14 and 15 of `/proc/<pid>/stat`. */
function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** How often this disk takes 8 kB for good: one after the other, as one log does. */
async function diskRate(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-disk-'));
  const file = openSync(join(folder, 'log'), 'w');
  const bytes = new Uint8Array(8192);
  const until = performance.now() + 3000;
  let count = 0;
  for (; performance.now() < until; count += 1) {
    writeSync(file, bytes);
    fsyncSync(file);
  }
  closeSync(file);
  await rm(folder, { recursive: true });
  return count / 3;
}

/** What the same PostgreSQL does when a row is all there is to it. */
async function bareRate(adminUrl: string): Promise<Rate> {
  const pool = new Pool({ connectionString: adminUrl, max: AT_ONCE });
  pool.on('error', () => undefined); // the server may stop before the last connection is closed
  await pool.query('create table bare (id uuid primary key, body jsonb)');
  const body = JSON.stringify(aSubmission('o'));
  const rate = await rateOf(() => pool.query('insert into bare values ($1, $2)', [nextId(), body]));
  await pool.end();
  return rate;
}

async function submissionRate(url: string, pid: number, tokens: readonly string[]): Promise<Rate> {
  const owners = await Promise.all(
    tokens.map(async (token) => {
      const me = await fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
      return { token, owner: ((await me.json()) as { readonly owner: string }).owner }; // our own receiver
    }),
  );
  return rateOf(async (index) => {
    const { token, owner } = owners[index % owners.length] ?? { token: '', owner: '' };
    const body = JSON.stringify(aSubmission(owner));
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-digest': digestHeader(body),
    };
    const answer = await fetch(`${url}/v1/submissions/${nextId()}`, { method: 'PUT', body, headers });
    await answer.arrayBuffer();
    if (answer.status !== 201) throw new Error(`A submission was answered with ${answer.status}.`);
  }, pid);
}

const residentMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

interface Waiting {
  readonly waiting: number;
  readonly extraMb: number;
}

/** What clients cost that wait for changes, each on a connection of its own, with the tokens in turn. */
async function waitingCost(
  { url = '', pid = 0 }: Pick<ReceiverProcess, 'url' | 'pid'>,
  path: string,
  tokens: readonly string[],
): Promise<Waiting> {
  await pause(3000);
  const before = residentMb(pid);
  const agent = new Agent({ keepAlive: false, maxSockets: Infinity });
  let waiting = 0;
  const open = Array.from({ length: WAITING }, (_, index) => {
    const asked = request(url + path, { agent, headers: { authorization: `Bearer ${tokens[index % tokens.length]}` } });
    asked.once('socket', (socket) => socket.once('connect', () => (waiting += 1)));
    asked.once('response', ({ statusCode }) => (waiting -= statusCode === 200 ? 0 : 1));
    asked.once('error', () => undefined); // we break it off ourselves
    asked.end();
    return asked;
  });
  await pause(12_000);
  const extraMb = residentMb(pid) - before;
  for (const one of open) one.destroy();
  results.push(extraMb < GOAL_EXTRA_MB && waiting === WAITING);
  return { waiting, extraMb };
}

const waitingLine = (how: string, { waiting, extraMb }: Waiting): string =>
  `  ${''.padEnd(34)}${waiting} clients that wait ${how} cost ${extraMb.toFixed(0)} MB (goal: under ${GOAL_EXTRA_MB})`;

async function measure(name: keyof typeof GOALS, env: Readonly<Record<string, string>>): Promise<Rate> {
  const receiver = await createReceiverProcess(program, env);
  try {
    await receiver.start();
    const idleMb = residentMb(receiver.pid ?? 0);
    const tokens = await Promise.all(PEOPLE.map(({ id }) => receiver.token(id)));
    const cost = await waitingCost(receiver, '/v1/changes?after=999999999&wait=25', tokens.slice(0, 1));
    const rate = await submissionRate(receiver.url ?? '', receiver.pid ?? 0, tokens);
    say(line(`${name}, one organisation`, rate));
    say(`  ${''.padEnd(34)}${idleMb.toFixed(0)} MB at rest`);
    say(waitingLine('by asking again', cost));
    results.push(rate.perSecond >= GOALS[name]);
    return rate;
  } finally {
    await receiver.remove();
  }
}

/** The same with twenty organisations: they do not wait for each other's numbers. */
async function measureMany(env: Readonly<Record<string, string>>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-many-'));
  const child = spawn(process.execPath, [programOfMany, folder], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    const [said]: unknown[] = await once(child.stdout, 'data'); // one line, smaller than a pipe
    const { address, tokens } = JSON.parse(String(said)) as Readonly<{ address: string; tokens: readonly string[] }>; // our own programme
    const streams = await waitingCost({ url: address, pid: child.pid }, '/v1/events', tokens);
    const rate = await submissionRate(address, child.pid ?? 0, tokens.slice(0, ORGANISATIONS));
    say(line('PostgreSQL, twenty organisations', rate));
    say(waitingLine('on a stream', streams));
  } finally {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

say(
  `Receiver: ${AT_ONCE} at once for ${SECONDS} s, load of the machine ${loadavg()[0]?.toFixed(0)} before; ${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
);
say(`  ${'the disk: 8 kB and fsync'.padEnd(34)}${(await diskRate()).toFixed(0).padStart(6)}/s`);
const pglite = await measure('PGlite', {});
const postgres = await startPostgres();
try {
  const { url, adminUrl } = await newDatabase(postgres.adminUrl);
  const own = await measure('PostgreSQL', { DATABASE_URL: url });
  await measureMany({ DATABASE_URL: url });
  const bare = await bareRate(adminUrl);
  say(line('bare inserts on that PostgreSQL', bare));
  say(
    `  PostgreSQL is ${(own.perSecond / pglite.perSecond).toFixed(1)} × PGlite, and ${((own.perSecond / bare.perSecond) * 100).toFixed(0)} % of bare inserts. Goals: ${GOALS.PGlite} and ${GOALS.PostgreSQL} per second.`,
  );
} finally {
  await postgres.stop();
}
if (results.includes(false)) {
  say('  FAILED a goal was not reached');
  process.exitCode = 1;
}
