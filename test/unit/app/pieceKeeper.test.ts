import { describe, expect, it } from 'vitest';
import { createPieceKeeper } from '../../../src/app/recording/pieceKeeper';
import type { RecordingHead } from '../../../src/capture/recording';
import { createMemoryDatabase } from '../../../src/storage';
import { anId, manualClock } from '../../support/builders';

const bytesOf = (text: string): ArrayBuffer => Uint8Array.from(new TextEncoder().encode(text)).buffer;
const clock = manualClock();
const headOf = (number: number, change: Partial<RecordingHead> = {}): RecordingHead => ({
  id: anId(number),
  type: 'video/mp4',
  startedAt: clock.now(),
  durationMs: 2000,
  markers: [],
  ...change,
});
/** What the browser says of locks: the names that are held. */
const locksThatHold = (...names: readonly string[]): LockManager =>
  ({
    query: async () => ({ held: names.map((name) => ({ name })) }),
    request: async () => undefined,
  }) as unknown as LockManager; // the two that are asked for

const keeperOn = (database = createMemoryDatabase(), locks = locksThatHold()) =>
  createPieceKeeper({ space: { database }, clock, ttlHours: 72, locks });

describe('the pieces of a recording on the device', () => {
  it('come back as one file, in order, also beyond ten', async () => {
    const keeper = keeperOn();
    for (let index = 0; index < 12; index += 1) await keeper.add({ index, bytes: bytesOf(`${index} `) }, headOf(1)); // oxlint-disable-line no-await-in-loop -- as a recorder does
    const read = await keeper.read(anId(1));
    expect(read.ok && new TextDecoder().decode(read.value)).toBe('0 1 2 3 4 5 6 7 8 9 10 11 ');
  });

  it('are known by what was told with the last of them', async () => {
    const keeper = keeperOn();
    await keeper.add({ index: 0, bytes: bytesOf('a') }, headOf(1));
    await keeper.add({ index: 1, bytes: bytesOf('b') }, headOf(1, { durationMs: 4000 }));
    expect(await keeper.left()).toMatchObject({ ok: true, value: { id: anId(1), durationMs: 4000 } });
  });

  it('leave nothing behind when they are removed, and nothing of another goes', async () => {
    const database = createMemoryDatabase();
    const keeper = keeperOn(database);
    await keeper.add({ index: 0, bytes: bytesOf('a') }, headOf(1));
    await keeper.add({ index: 0, bytes: bytesOf('b') }, headOf(2));
    await database.store('chunks').setMany([[`${anId(3)}/0`, bytesOf('a picture')]]);
    await keeper.remove(anId(1));
    expect(await database.store('chunks').keys('')).toMatchObject({
      value: [`${anId(3)}/0`, `recording/${anId(2)}/00000`, `recording/${anId(2)}/head`].sort(),
    });
  });

  it('are not offered while another tab makes them', async () => {
    const database = createMemoryDatabase();
    await keeperOn(database).add({ index: 0, bytes: bytesOf('a') }, headOf(1));
    const busy = keeperOn(database, locksThatHold(`cliendo-support:recording/${anId(1)}`));
    expect(await busy.left()).toEqual({ ok: true, value: undefined });
  });

  it('are offered newest first, and are gone when their time is over', async () => {
    const database = createMemoryDatabase();
    const keeper = keeperOn(database);
    await keeper.add({ index: 0, bytes: bytesOf('old') }, headOf(1));
    clock.pass(71 * 3_600_000);
    await keeper.add({ index: 0, bytes: bytesOf('new') }, headOf(2));
    expect(await keeper.left()).toMatchObject({ value: { id: anId(2) } });
    clock.pass(2 * 3_600_000);
    await keeper.left();
    expect(await keeper.read(anId(1))).toEqual({ ok: true, value: undefined });
  });
});
