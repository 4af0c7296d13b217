import { describe, expect, test } from 'vitest';
import { createResuming } from '../../../src/app/owner/resuming';
import { manualClock } from '../../support/builders';

const MINUTE = 60_000;
const turns = async (): Promise<void> => void (await new Promise((resolve) => setTimeout(resolve)));

/** Attempts that end as told, one after another; the last one tells for all that follow. */
function attempts(...ends: readonly (boolean | Error)[]) {
  const clock = manualClock();
  let count = 0;
  const resuming = createResuming(async () => {
    const end = ends[Math.min(count++, ends.length - 1)];
    if (end instanceof Error) throw end;
    return end === true;
  }, clock);
  const pass = async (ms: number): Promise<void> => {
    clock.pass(ms);
    await turns();
  };
  return { resuming, pass, count: () => count };
}

describe('what was left behind by an earlier page', () => {
  test('is looked at once when that works', async () => {
    const { resuming, pass, count } = attempts(true);
    await resuming.resume();
    await pass(600 * MINUTE);
    expect(count()).toBe(1);
  });

  test('is tried again after a minute, two, four, and at most an hour, until it works', async () => {
    const { resuming, pass, count } = attempts(false, new Error('A chunk did not arrive.'), false, true);
    await resuming.resume();
    await pass(MINUTE - 1);
    expect(count()).toBe(1);
    await pass(1);
    expect(count()).toBe(2);
    await pass(2 * MINUTE);
    expect(count()).toBe(3);
    await pass(4 * MINUTE);
    expect(count()).toBe(4);
    await pass(600 * MINUTE);
    expect(count()).toBe(4);
  });

  test('waits an hour at most', async () => {
    const { resuming, pass, count } = attempts(false);
    await resuming.resume();
    for (let hour = 0; hour < 12; hour++) await pass(60 * MINUTE);
    const before = count();
    await pass(60 * MINUTE);
    expect(count()).toBe(before + 1);
  });

  test('is left alone once somebody signed out, also when that happened during an attempt', async () => {
    const { resuming, pass, count } = attempts(false);
    const attempt = resuming.resume();
    resuming.stop();
    await attempt;
    await pass(600 * MINUTE);
    expect(count()).toBe(1);
    await resuming.resume();
    resuming.stop();
    await pass(600 * MINUTE);
    expect(count()).toBe(2);
  });

  test('is tried at once when asked again, and only one attempt stays planned', async () => {
    const { resuming, pass, count } = attempts(false);
    await resuming.resume();
    await resuming.resume();
    await pass(MINUTE);
    expect(count()).toBe(3);
  });
});
