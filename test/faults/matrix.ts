/** Every fault against every operation at every position: each must come out as if nothing had happened, and soon. */
import { createMemoryDatabase } from '../../src/storage';
import { FAULTS, type Fault } from '../support/faultProxy/faults';
import { startFaultProxy, type FaultProxy } from '../support/faultProxy/faultProxy';
import { OPERATIONS, type Operation } from '../support/faultProxy/operations';
import { aimedAt, healthy, POSITIONS, type Position } from '../support/faultProxy/plans';
import { createDevice, type Device } from './device';
import { sendAll } from './lane';
import { PERSON, ownerOf } from './person';
import { seededChance } from './random';
import { readBack, viewsSince } from './readBack';
import { createReceiverProcess, forShortLives, type ReceiverProcess } from './receiverProcess';
import { nextId } from '../contract/receiver/wire';
import { aWitness, type Witness } from './witness';

/** One cell. */
export interface Cell {
  readonly fault: Fault;
  readonly operation: Operation;
  readonly position: Position;
}

/** What came of one cell. */
export interface CellReport extends Cell {
  /** How often the fault struck. */
  readonly struck: number;
  /** How long after the last fault everything was there, in the device's time; waits that were asked for not counted. */
  readonly healedMs: number;
  readonly isWhole: boolean;
}

/** What all of it takes without faults: six pieces. */
const UNDISTURBED_MS = 18_000;
/** A cell comes out when nothing is missing, half a minute after the network healed; and then there may be everything left to send. */
export const LATEST_MS = UNDISTURBED_MS + 30_000;
/** What it takes to bring over one piece, in the device's time: a slow network, so that pieces stay at 256 KiB. */
const PIECE_MS = 3000;
const PICTURE_BYTES = 2 * 262_144 + 5;

/** Runs all cells. */
export async function matrix(
  program: string,
  seed: number,
  say: (line: string) => void,
): Promise<readonly CellReport[]> {
  const random = seededChance(seed);
  const receiver = await createReceiverProcess(program, {}, await forShortLives());
  const devices = new Map<string, Device>();
  const struckAt = new Map<string, number>();
  const proxy = await startFaultProxy({
    target: () => receiver.url,
    random,
    onArrived({ operation, sender, fault }) {
      const device = devices.get(sender);
      if (operation?.startsWith('patch')) device?.time.pass(PIECE_MS);
      if (device && fault) struckAt.set(sender, device.time.now);
    },
  });
  try {
    await receiver.start();
    const place: Place = {
      owner: await ownerOf(receiver),
      receiver,
      proxy,
      devices,
      struckAt,
      random,
      read: { cursor: 0 },
    };
    const reports: CellReport[] = [];
    for (const cell of allCells()) {
      reports.push({ ...cell, ...(await run(place, cell)) });
      if (cell.position === POSITIONS.at(-1) && cell.operation === OPERATIONS.at(-1)) say(`  ${cell.fault}: done`);
    }
    return reports;
  } finally {
    await proxy.close();
    await receiver.remove();
  }
}

const allCells = (): readonly Cell[] =>
  FAULTS.flatMap((fault) =>
    OPERATIONS.flatMap((operation) => POSITIONS.map((position) => ({ fault, operation, position }))),
  );

interface Place {
  readonly owner: string;
  readonly receiver: ReceiverProcess;
  readonly proxy: FaultProxy;
  readonly devices: Map<string, Device>;
  /** When a fault struck last, in the device's time. */
  readonly struckAt: ReadonlyMap<string, number>;
  /** How far the receiver's list was read. */
  readonly read: { cursor: number };
  random(): number;
}

/** Sends two submissions with a picture of three pieces each, and a message to each of them. */
async function run(place: Place, cell: Cell): Promise<Omit<CellReport, keyof Cell>> {
  const { owner, receiver, proxy, devices, struckAt, random } = place;
  const name = `${cell.fault}-${cell.operation}-${cell.position}`;
  const device = createDevice({
    owner,
    disk: { ...createMemoryDatabase(), isLasting: true }, // it outlives the pages on it
    newId: nextId,
    address: proxy.addressFor(name),
    auth: () => receiver.token(PERSON),
    isHeld: (language) => proxy.isHeld(name, language),
    mayGoOn: () => !proxy.isBusy(), // its time is not the receiver's: hours would go by while it writes to its disk
    random,
  });
  devices.set(name, device);
  const witnesses = [1, 2].map((number) =>
    aWitness({ owner, text: `Vraag ${number}: ${name}.`, pictureSizes: [PICTURE_BYTES], isFollowedUp: true }),
  );
  const startedAt = device.time.now;
  proxy.follow(aimedAt(cell.operation, cell.fault, cell.position));
  const isLeftAfterEach = cell.operation === 'putDeviceKey'; // a page asks for it once
  const endings = await sendAll({ device, random, crashShare: 0, isLeftAfterEach }, witnesses);
  const { askedMs, faults } = proxy.passed;
  proxy.follow(healthy);
  await proxy.deliverLate();
  devices.delete(name);
  device.end();
  return {
    struck: faults.get(cell.fault) ?? 0,
    healedMs: device.time.now - (struckAt.get(name) ?? startedAt) - askedMs,
    isWhole: endings.every((ending) => ending === 'done') && (await isAllThere(place, witnesses)),
  };
}

async function isAllThere(place: Place, witnesses: readonly Witness[]): Promise<boolean> {
  const { receiver, read } = place;
  const asking = { url: receiver.url ?? '', token: () => receiver.token(PERSON) };
  const views = await viewsSince(asking, read.cursor);
  read.cursor = Math.max(read.cursor, ...views.map(({ cursor }) => cursor));
  const { received, lost, doubled, corrupt } = await readBack(asking, witnesses, views);
  return received === witnesses.length && lost.length + doubled.length + corrupt.length === 0;
}
