/**
 * Many submissions through a bad network to a receiver that dies all the time, from devices that crash.
 * Beside it, through the same proxy and to the same receiver: a sender that posts and posts again until it hears something good.
 */
import { createMemoryDatabase } from '../../src/storage';
import { startFaultProxy, type FaultProxy } from '../support/faultProxy/faultProxy';
import { healthy, randomly } from '../support/faultProxy/plans';
import { createDevice, type Ending } from './device';
import { inParts, sendAll, type Lane } from './lane';
import { naivePost } from './naive';
import { ownerOf, PERSON } from './person';
import { seededChance } from './random';
import { copiesOf, readBack, viewsSince, type Found } from './readBack';
import { createReceiverProcess, forShortLives, type ReceiverProcess } from './receiverProcess';
import { nextId } from '../contract/receiver/wire';
import { aWitness, type Witness } from './witness';

/** How much of it. */
export interface SoakOptions {
  /** The built receiver. */
  readonly program: string;
  readonly seed: number;
  readonly submissions: number;
  /** Size of the largest picture. */
  readonly largestBytes: number;
  /** From 0 up to 1: of how many of them the control sends a copy by its own means. */
  readonly naiveShare: number;
}

/** What came of it. */
export interface SoakReport extends Found {
  readonly seed: number;
  readonly submissions: number;
  readonly requests: number;
  readonly faulted: number;
  readonly kills: number;
  readonly crashes: number;
  /** Items that ended on the device otherwise than received. */
  readonly stuck: number;
  readonly seconds: number;
  /** What came of the control: texts sent, texts that are there twice or more, copies too many, texts that are not there. */
  readonly naive: { readonly sent: number; readonly doubled: number; readonly extra: number; readonly lost: number };
}

const FAULTED_SHARE = 0.75;
const CRASH_SHARE = 0.02;
const SAY_EVERY_MS = 30_000;
/** How often a device tries all the same, of the times that it looks, while the receiver is down. */
const DOWN_SHARE = 0.002;
const DEVICES = 8;
const AT_ONCE = 4;

/** Runs it, and reads back what the receiver has in the end. */
export async function soak(options: SoakOptions, say: (line: string) => void): Promise<SoakReport> {
  const startedAt = performance.now();
  const random = seededChance(options.seed);
  const receiver = await createReceiverProcess(options.program, {}, await forShortLives());
  const proxy = await startFaultProxy({ target: () => receiver.url, random });
  try {
    await receiver.start();
    const place: Place = { owner: await ownerOf(receiver), receiver, proxy, random };
    const witnesses = Array.from({ length: options.submissions }, (_, number) => aSoakWitness(place, number, options));
    const copied = new Set(witnesses.filter((_, number) => number % Math.round(1 / options.naiveShare) === 0));
    proxy.follow(randomly(random, FAULTED_SHARE));
    const stopKilling = killAgainAndAgain(place);
    const progress = setInterval(() => {
      const { requests } = proxy.passed;
      say(`  ${requests} requests, receiver killed ${receiver.kills} times`);
    }, SAY_EVERY_MS);
    const [endings, crashes] = await sendFromDevices(place, witnesses, copied);
    clearInterval(progress);
    await stopKilling();
    const { requests, faults } = proxy.passed;
    proxy.follow(healthy);
    await proxy.deliverLate();
    return {
      seed: options.seed,
      submissions: witnesses.length,
      requests,
      faulted: [...faults.values()].reduce((sum, count) => sum + count, 0),
      kills: receiver.kills,
      crashes,
      stuck: endings.filter((ending) => ending !== 'done').length,
      ...(await judge(receiver, witnesses, copied)),
      seconds: Math.round((performance.now() - startedAt) / 1000),
    };
  } finally {
    await proxy.close();
    await receiver.remove();
  }
}

interface Place {
  readonly owner: string;
  readonly receiver: ReceiverProcess;
  readonly proxy: FaultProxy;
  random(): number;
}

/** Three in ten have a picture, one in fifty one of several MiB, one in ten is followed up. */
function aSoakWitness({ owner, random }: Place, number: number, { seed, largestBytes }: SoakOptions): Witness {
  const isLarge = random() < 0.02;
  const size = 1000 + Math.floor(random() * (isLarge ? largestBytes - 1000 : 60_000));
  const hasPicture = isLarge || random() < 0.3;
  return aWitness({
    owner,
    text: `Vraag ${number} van ${seed}.`,
    pictureSizes: hasPicture ? [size] : [],
    isFollowedUp: random() < 0.1,
  });
}

async function sendFromDevices(
  place: Place,
  witnesses: readonly Witness[],
  copied: ReadonlySet<Witness>,
): Promise<[readonly Ending[], number]> {
  const { owner, receiver, proxy, random } = place;
  const isUp = (): boolean => receiver.url !== undefined;
  const shares = inParts(witnesses, Math.ceil(witnesses.length / DEVICES));
  const runs = shares.map(async (share, index) => {
    const name = `device-${index}`;
    const device = createDevice({
      owner,
      disk: { ...createMemoryDatabase(), isLasting: true }, // it outlives the pages on it
      newId: nextId,
      address: proxy.addressFor(name),
      auth: () => receiver.token(PERSON),
      isHeld: (language) => proxy.isHeld(name, language),
      mayGoOn: () => isUp() || random() < DOWN_SHARE,
      random,
    });
    const lane: Lane = { device, random, crashShare: CRASH_SHARE };
    const endings: Ending[] = [];
    for (const part of inParts(share, AT_ONCE)) {
      endings.push(...(await sendAll(lane, part)));
      for (const { text } of part.filter((witness) => copied.has(witness)))
        await naivePost(naiveText(text), {
          owner,
          address: proxy.addressFor(`naive-${index}`),
          token: () => receiver.token(PERSON),
          isHeld: (language) => proxy.isHeld(`naive-${index}`, language),
          isReceiverUp: isUp,
        });
    }
    device.end();
    return { endings, crashes: device.crashes };
  });
  const done = await Promise.all(runs);
  return [done.flatMap(({ endings }) => endings), done.reduce((sum, { crashes }) => sum + crashes, 0)];
}

const naiveText = (text: string): string => `Zonder id: ${text}`;

async function judge(
  receiver: ReceiverProcess,
  witnesses: readonly Witness[],
  copied: ReadonlySet<Witness>,
): Promise<Found & Pick<SoakReport, 'naive'>> {
  const asking = { url: receiver.url ?? '', token: () => receiver.token(PERSON) };
  const views = await viewsSince(asking, 0);
  const copies = copiesOf(views);
  const counts = [...copied].map(({ text }) => copies.get(naiveText(text)) ?? 0);
  const naive = {
    sent: counts.length,
    doubled: counts.filter((count) => count > 1).length,
    extra: counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
    lost: counts.filter((count) => count === 0).length,
  };
  return { ...(await readBack(asking, witnesses, views)), naive };
}

/** On a machine that is busy with other things, a life of the receiver is longer: it must get the chance to be killed in the middle of something. */
const REQUESTS_PER_LIFE = 150;

/** Ends the receiver with `kill -9` every 1.5 to 3 s and starts it again, until it is told to stop; then it is up. */
function killAgainAndAgain({ receiver, proxy, random }: Place): () => Promise<void> {
  let isOver = false;
  let seen = 0;
  let stopWaiting = (): void => undefined;
  const running = (async () => {
    for (;;) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 1500 + random() * 1500);
        stopWaiting = () => (clearTimeout(timer), resolve());
      });
      if (isOver) return;
      if (proxy.passed.requests - seen < REQUESTS_PER_LIFE) continue;
      await receiver.kill();
      await receiver.start();
      seen = proxy.passed.requests;
    }
  })();
  return async () => {
    isOver = true;
    stopWaiting();
    await running;
  };
}
