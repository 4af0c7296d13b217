import type { Device, Ending, OpenPage } from './device';
import { followUpOn, submitOn, type Witness } from './witness';

/** Somebody at a device that crashes now and then. */
export interface Lane {
  readonly device: Device;
  /** From 0 up to 1, seeded. */
  random(): number;
  /** How many submissions there are per crash. */
  readonly crashShare: number;
  /** Whether the page is closed after each press. The next one has to ask for the key of the device again. */
  readonly isLeftAfterEach?: boolean;
}

/** At most so many reads, writes and requests after the press a page dies. */
const MAX_STEPS = 60;

/** Sends these as a person would: presses "Versturen" again after a crash when the screen had not said that it was saved. */
export async function sendAll({ device, ...lane }: Lane, witnesses: readonly Witness[]): Promise<readonly Ending[]> {
  const until = async (work: (page: OpenPage) => Promise<boolean>): Promise<void> => {
    for (let isTaken = false; !isTaken;) {
      const page = device.page();
      if (lane.random() < lane.crashShare) page.life.dieAfter(1 + Math.floor(lane.random() * MAX_STEPS));
      isTaken = await Promise.race([work(page), page.life.ended.then(() => false)]);
      if (!isTaken) await device.turn(); // the device has no key yet, or the page is gone
    }
  };
  for (const witness of witnesses) {
    await until((page) => submitOn(page, witness));
    if (lane.isLeftAfterEach) device.page().life.dieAfter(1);
  }
  const ids = witnesses.map(({ id }) => id);
  const endings = new Map(await device.settle(ids));
  const followed = witnesses.filter(({ id, message }) => message && endings.get(id) === 'done');
  for (const witness of followed) await until((page) => followUpOn(page, witness));
  const messages = followed.flatMap(({ message }) => message?.id ?? []);
  const later = await device.settle(messages);
  return [...ids.map((id) => endings.get(id)), ...messages.map((id) => later.get(id))].map(
    (ending) => ending ?? 'missing',
  );
}

/** Cuts a list into parts of this size. */
export function inParts<Value>(values: readonly Value[], size: number): readonly (readonly Value[])[] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}
