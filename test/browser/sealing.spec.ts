import { expect, test } from '../support/pages';
import type { SealingOnPage } from './pages/sealing';

declare const sealing: SealingOnPage;

/** Enough for a 95th percentile that is not one unlucky moment. */
const TIMES = 40;

test.beforeEach(async ({ page, pages }) => {
  await pages.open({ script: 'sealing' });
  await page.waitForFunction(() => 'sealing' in globalThis);
});

test('a question is saved sealed in the browser itself, and the next page reads it with the key of the receiver', async ({
  page,
}) => {
  const { id, saved } = await page.evaluate(() => sealing.seal());
  expect(saved).toBe(true);
  expect(await page.evaluate((given) => sealing.readByNextPage(given), id)).toContain('Kanarie op de schijf');
  const disk = await page.evaluate(() => sealing.disk());
  expect(disk).toContain(id);
  expect(disk).not.toContain('Kanarie');
  expect(disk).not.toContain('"d"');
});

test('a text and two pictures of a MiB are sealed, stored and read back; how long that took is noted', async ({
  page,
}, thisTest) => {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const { ms, saved } = await page.evaluate(() => sealing.seal());
    expect(saved).toBe(true);
    times.push(ms);
  }
  times.sort((one, other) => one - other);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
  thisTest.annotations.push({
    type: 'sealing',
    description: `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`,
  });
});
