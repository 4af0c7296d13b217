/** F-08: what is recorded outlives the browser and the tab. Both are ended with `kill -9`, so nothing gets the time to tidy. */
import type { BrowserContext, Page } from '@playwright/test';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, ORIGIN, test } from '../support/pages';
import { processesOf } from '../support/processes';
import { openProfile } from '../support/profile';
import { begin, elapsed, moveDot, paint, RED } from '../support/recorder';
import { capturing, SAYS_YES } from '../support/recording';
import type { RecorderPage } from './pages/recorder';

declare const recorder: RecorderPage;

/** What a crash may cost. */
const LOSS_MS = 2000;

test.describe.configure({ timeout: 120_000 });

test('when the browser is killed while recording, all but the last two seconds is there the next time, and plays', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'support-recording-'));
  const first = await launch(folder);
  const killedAtMs = await recordNineSeconds(first.page);
  const gone = new Promise<void>((resolve) => first.context.once('close', () => resolve()));
  for (const { pid } of await processesOf(folder)) process.kill(pid, 'SIGKILL');
  await gone;
  const second = await launch(folder);
  await recovers(second.page, killedAtMs);
  await second.context.close();
  await rm(folder, { recursive: true, force: true });
});

test('when only the tab is killed while recording, a reload offers the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'support-recording-'));
  const { context, page } = await launch(folder);
  const killedAtMs = await recordNineSeconds(page);
  const crashed = page.waitForEvent('crash');
  await killTab(folder);
  await crashed;
  const again = await context.newPage();
  await visit(again);
  await recovers(again, killedAtMs);
  await context.close();
  await rm(folder, { recursive: true, force: true });
});

/** Of the renderers the one that has worked: Chromium gives a new tab the one in reserve, and never notices when that one was killed. */
async function killTab(folder: string): Promise<void> {
  const renderers = (await processesOf(folder)).filter(({ type }) => type === 'renderer');
  const [busiest] = renderers.sort((one, other) => other.worked - one.worked);
  if (!busiest) throw new Error('There is no tab to kill.');
  process.kill(busiest.pid, 'SIGKILL');
}

async function recordNineSeconds(page: Page): Promise<number> {
  await begin(page);
  await elapsed(page, 9000);
  return page.evaluate(() => recorder.model.timing.measure());
}

async function recovers(page: Page, killedAtMs: number): Promise<void> {
  await page.evaluate(() => recorder.model.lookForLeft());
  expect(await page.evaluate(() => recorder.model.left.peek()?.type)).toBe('video/mp4');
  await page.evaluate(() => recorder.model.recover());
  const [film] = await page.evaluate(() => recorder.films);
  if (!film) throw new Error('Nothing was recovered.');
  const seconds = film.durationMs / 1000;
  const played = await page.evaluate((moments) => recorder.play(moments), [0.5, seconds / 2, seconds - 1]);
  expect(played.duration).toBeGreaterThan((killedAtMs - LOSS_MS) / 1000);
  expect(played.colours).toEqual([1, 2, 3].map(() => expect.stringMatching(RED)));
}

/** A browser with a profile of its own, which outlives it. */
async function launch(folder: string): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await openProfile(folder, capturing(SAYS_YES));
  await context.route(`${ORIGIN}/**`, async (route) => {
    const isScript = route.request().url().endsWith('.js');
    await route.fulfill({
      contentType: isScript ? 'text/javascript' : 'text/html',
      body: isScript
        ? await readFile('.build/pages/recorder.js')
        : '<!doctype html><title>Proef</title><script type="module" src="/recorder.js"></script>',
    });
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await visit(page);
  return { context, page };
}

async function visit(page: Page): Promise<void> {
  await page.goto(`${ORIGIN}/`);
  await page.waitForFunction(() => 'recorder' in globalThis);
  await paint(page, 'rgb(200, 0, 0)');
  await moveDot(page);
}
