/** Cuts the power of the disk on which a receiver keeps everything, in the middle of sending, again and again, and asks for what it acknowledged. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { missingOf, sendOnce, type Acknowledged, type Missing } from './acknowledged';
import { ownerOf, PERSON } from './person';
import { createPowerDisk, type PowerDisk } from './powerDisk';
import type { Asking } from './readBack';
import { createReceiverProcess, type ReceiverProcess } from './receiverProcess';
import { seededChance } from './random';

/** A server beside the receiver that keeps its data on the same disk. */
export interface ServerOnDisk {
  /** What the receiver must be told. */
  readonly env: Readonly<Record<string, string>>;
  /** Ends it as a power cut does: it does nothing more. */
  crash(): Promise<void>;
  start(): Promise<void>;
}

/** How much of it, and of what. */
export interface PowerCutOptions {
  /** The built receiver. */
  readonly program: string;
  readonly cuts: number;
  readonly seed: number;
  /** Starts a server whose data lie in this folder of the disk. */
  readonly server?: (folder: string) => Promise<ServerOnDisk>;
}

/** What came of it. */
export interface PowerCutReport {
  readonly cuts: number;
  readonly acknowledged: number;
  /** Submissions of which the words are not there any more. */
  readonly words: number;
  /** Submissions of which bytes are not there any more. */
  readonly bytes: number;
  /** How often one number was given to two submissions. */
  readonly doubled: number;
  /** Cuts after which the receiver did not start any more. */
  readonly unopened: number;
}

const LANES = 4;
const LOOKING_LANES = 16;
/** Acknowledged submissions between two cuts, at least and at most. */
const [FEWEST, MOST] = [8, 20];
const LOOK_EVERY_MS = 5;
const OPENS_WITHIN_MS = 120_000;
/** So long the receiver goes on without a disk, before it is ended too. What it acknowledges then counts. */
const WITHOUT_DISK_MS = 200;
const MOST_FAILURES = 20;

interface Trial {
  readonly disk: PowerDisk;
  readonly receiver: ReceiverProcess;
  readonly server: ServerOnDisk | undefined;
  readonly chance: () => number;
}

/** Runs it on a new disk. Ends early when the receiver does not open any more. */
export async function powerCut({ program, cuts, seed, server: startServer }: PowerCutOptions): Promise<PowerCutReport> {
  const disk = createPowerDisk();
  const server = await startServer?.(disk.folder);
  const receiver = await createReceiverProcess(program, {
    DATA_DIR: join(disk.folder, 'data'),
    BLOB_STORE: `disk:${join(disk.folder, 'blobs')}`,
    ...server?.env,
  });
  const trial: Trial = { disk, receiver, server, chance: seededChance(seed) };
  const sent: Acknowledged[] = [];
  const missing = new Map<Acknowledged, Missing>();
  let done = 0;
  let isOpen = await opens(receiver);
  disk.push(); // the first start is not what is tried here
  try {
    while (isOpen && done < cuts) {
      const recent = await sendUntilCut(trial, seed * 100_000 + done * 1000, done % 2 === 1);
      done += 1;
      sent.push(...recent);
      isOpen = await opensAgain(trial);
      if (isOpen) await look(askingOf(receiver), recent, missing);
    }
    if (isOpen) await look(askingOf(receiver), sent, missing); // the ones from before all cuts too
    const kinds = [...missing.values()];
    return {
      cuts: done,
      acknowledged: sent.length,
      words: kinds.filter((kind) => kind === 'words').length,
      bytes: kinds.filter((kind) => kind === 'bytes').length,
      doubled: sent.length - new Set(sent.map(({ reference }) => reference)).size,
      unopened: isOpen ? 0 : 1,
    };
  } finally {
    await receiver.remove();
    await server?.crash();
    await disk.remove();
  }
}

/** How a cut during the very first start ended. */
export interface FirstStartReport {
  readonly cuts: number;
  readonly unopened: number;
}

/** Cuts the power while the first start is making the database: the next start must come out of it. */
export async function firstStartCut({
  program,
  cuts,
  seed,
}: Omit<PowerCutOptions, 'server'>): Promise<FirstStartReport> {
  const chance = seededChance(seed);
  let unopened = 0;
  let firstMs = 2000; // reckoned anew from every start
  for (let done = 0; done < cuts; done += 1) {
    const disk = createPowerDisk();
    const receiver = await createReceiverProcess(program, { DATA_DIR: join(disk.folder, 'data') });
    try {
      const starting = receiver.start().catch(() => undefined); // it is ended before it listens
      await pause(firstMs * chance());
      if (done % 2 === 1) disk.pushSome(chance, 0.5);
      disk.cut();
      await receiver.kill();
      await starting;
      disk.mount();
      const startedAt = performance.now();
      if (!(await opens(receiver))) unopened += 1;
      firstMs = performance.now() - startedAt;
    } finally {
      await receiver.remove();
      await disk.remove();
    }
  }
  return { cuts, unopened };
}

/** Sends until enough is acknowledged, and cuts in the middle of what follows. Gives all that was acknowledged, also after the cut. */
async function sendUntilCut(
  { disk, receiver, server, chance }: Trial,
  firstSeed: number,
  isHalfPushed: boolean,
): Promise<readonly Acknowledged[]> {
  const sent: Acknowledged[] = [];
  const enough = Math.round(FEWEST + chance() * (MOST - FEWEST));
  const [asking, owner] = [askingOf(receiver), await ownerOf(receiver)];
  let [next, failures, isOver] = [firstSeed, 0, false];
  const lane = async (): Promise<void> => {
    while (!isOver && failures < MOST_FAILURES) {
      const one = await sendOnce(asking, owner, (next += 1));
      if (one) sent.push(one);
      else if (!isOver) failures += 1;
    }
  };
  const lanes = Array.from({ length: LANES }, lane);
  while (sent.length < enough && failures < MOST_FAILURES) await pause(LOOK_EVERY_MS);
  if (isHalfPushed && receiver.pid !== undefined) {
    process.kill(receiver.pid, 'SIGSTOP'); // while half of its files are pushed, nothing is acknowledged
    disk.pushSome(chance, 0.5);
  }
  disk.cut();
  isOver = true;
  if (!isHalfPushed) await pause(WITHOUT_DISK_MS);
  await receiver.kill();
  await server?.crash();
  await Promise.all(lanes);
  if (failures >= MOST_FAILURES) throw new Error('The receiver does not take anything: there is nothing to cut.');
  return sent;
}

async function opensAgain({ disk, receiver, server }: Trial): Promise<boolean> {
  disk.mount();
  await server?.start();
  return opens(receiver);
}

async function opens(receiver: ReceiverProcess): Promise<boolean> {
  const started = receiver.start().then(
    () => true,
    () => false, // it said why on its standard error
  );
  const late = new AbortController();
  const inTime = await Promise.race([
    started,
    pause(OPENS_WITHIN_MS, false, { signal: late.signal }).catch(() => false), // ended below
  ]);
  late.abort();
  if (!inTime) await receiver.kill();
  return inTime;
}

const askingOf = (receiver: ReceiverProcess): Asking => ({
  url: receiver.url ?? '',
  token: () => receiver.token(PERSON),
});

async function look(asking: Asking, sent: readonly Acknowledged[], missing: Map<Acknowledged, Missing>): Promise<void> {
  const left = [...sent];
  const lane = async (): Promise<void> => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) {
      const found = await missingOf(asking, one);
      if (found !== undefined) missing.set(one, found);
    }
  };
  await Promise.all(Array.from({ length: LOOKING_LANES }, lane));
}
