/** F-08 in a whole Chromium: real display capture of this tab, real recorder, real storage. */
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { readFile, rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, ORIGIN, test } from '../support/pages';
import { capturing, SAYS_YES } from '../support/recording';
import type { RecorderPage } from './pages/recorder';

declare const recorder: RecorderPage;

test.use({ launchOptions: capturing() });

const GREEN = /^(\d{1,2}),(1[2-9]\d|2\d\d),(\d{1,2})$/;
const RED = /^(1[5-9]\d|2\d\d),(\d{1,2}),(\d{1,2})$/;

const stateIs = (page: Page, state: string): Promise<unknown> =>
  page.waitForFunction((wanted) => recorder.model.state.peek() === wanted, state);
const elapsed = (page: Page, ms: number): Promise<unknown> =>
  page.waitForFunction((least) => recorder.model.timing.elapsedMs.peek() >= least, ms);
const paint = (page: Page, colour: string): Promise<void> =>
  page.evaluate((wanted) => document.documentElement.style.setProperty('background', wanted), colour);
const begin = async (page: Page): Promise<void> => {
  await page.evaluate(() => void recorder.model.ask());
  await stateIs(page, 'recording');
};
const stop = async (page: Page): Promise<void> => {
  await page.evaluate(() => recorder.model.stop());
  await stateIs(page, 'idle');
};
/** A page that stands still may give a capture no frame. In the product the clock of the bar moves. */
const moveDot = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const dot = document.createElement('div');
    dot.style.cssText = 'position:fixed;right:0;bottom:0;width:2px;height:2px';
    document.body.append(dot);
    setInterval(() => (dot.style.background = dot.style.background === 'red' ? 'maroon' : 'red'), 50);
  });

const open = async (
  page: Page,
  pages: { open(content: { readonly script: string }): Promise<void> },
): Promise<void> => {
  await pages.open({ script: 'recorder' });
  await page.waitForFunction(() => 'recorder' in globalThis);
  await paint(page, 'rgb(200, 0, 0)');
  await moveDot(page);
};

for (const container of ['mp4', 'webm'] as const) {
  test(`a ${container} plays and seeks, has the right duration without its pause, and an error is marked where it happened`, async ({
    page,
    pages,
  }) => {
    await open(page, pages);
    if (container === 'webm') await page.evaluate(() => recorder.refuseMp4());
    await begin(page);
    await elapsed(page, 2500);
    await page.evaluate(() => {
      document.documentElement.style.setProperty('background', 'rgb(0, 160, 0)');
      setTimeout(() => {
        throw new TypeError('a name of somebody');
      });
    });
    await elapsed(page, 4000);
    await page.evaluate(() => recorder.model.togglePause());
    await stateIs(page, 'paused');
    await paint(page, 'rgb(0, 0, 200)');
    await page.waitForTimeout(2000); // the pause has to last, or leaving it out could not be seen
    await paint(page, 'rgb(0, 160, 0)');
    await page.evaluate(() => recorder.model.togglePause());
    await elapsed(page, 6500);
    await stop(page);

    const [film] = await page.evaluate(() => recorder.films);
    if (!film) throw new Error('There is no film.');
    expect(film.type).toBe(`video/${container}`);
    const [marker] = film.markers;
    expect(film.markers).toEqual([{ atMs: expect.any(Number), kind: 'error', name: 'TypeError' }]);
    const at = (marker?.atMs ?? 0) / 1000;
    const played = await page.evaluate(
      (moments) => recorder.play(moments),
      [0.2, at - 0.5, at + 0.5, film.durationMs / 1000 - 0.3, 1],
    );
    expect(Math.abs(played.duration - film.durationMs / 1000)).toBeLessThan(0.5);
    const [first, before, after, end, back] = played.colours;
    expect([first, before, back]).toEqual([1, 2, 3].map(() => expect.stringMatching(RED)));
    expect([after, end]).toEqual([1, 2].map(() => expect.stringMatching(GREEN)));
    expect(await page.evaluate(() => recorder.pieces())).toBe(0);
  });
}

test('a microphone that comes later is heard, and the meter moves', async ({ page, pages }) => {
  await open(page, pages);
  await begin(page);
  expect(await page.evaluate(() => recorder.model.sound.microphone.peek())).toBe('off');
  await page.evaluate(() => recorder.model.sound.toggle());
  await page.waitForFunction(() => recorder.model.sound.level.peek() > 0.01);
  await elapsed(page, 2500);
  await stop(page);
  const loudest = await page.evaluate(async () => {
    const bytes = Uint8Array.from(atob(await recorder.bytes()), (sign) => sign.charCodeAt(0));
    const heard = await new AudioContext().decodeAudioData(bytes.buffer);
    return Math.max(...heard.getChannelData(0).map(Math.abs));
  });
  expect(loudest).toBeGreaterThan(0.05);
});

test('a page that records nothing says so before and after', async ({ page, pages }) => {
  await open(page, pages);
  await page.evaluate(() => recorder.refuseRecorder());
  await page.evaluate(() => void recorder.model.ask());
  await page.waitForFunction(() => recorder.model.problem.peek() !== undefined);
  expect(await page.evaluate(() => recorder.model.problem.peek()?.code)).toBe('recorder-missing');
  expect(await page.evaluate(() => recorder.model.state.peek())).toBe('idle');
});

test('thrown away, nothing of it is left on the device', async ({ page, pages }) => {
  await open(page, pages);
  await begin(page);
  await page.waitForFunction(async () => (await recorder.pieces()) > 0);
  await page.evaluate(() => recorder.model.discard());
  expect(await page.evaluate(() => recorder.pieces())).toBe(0);
  expect(await page.evaluate(() => recorder.films)).toEqual([]);
});

test('where the page has no permission it says so, and nothing is left under way', async ({ page, pages }) => {
  await pages.open({ script: 'recorder', headers: { 'permissions-policy': 'display-capture=()' } });
  await page.waitForFunction(() => 'recorder' in globalThis);
  await page.evaluate(() => recorder.model.ask());
  expect(await page.evaluate(() => recorder.model.problem.peek()?.code)).toBe('display-denied');
  expect(await page.evaluate(() => recorder.model.state.peek())).toBe('idle');
});

test('when the browser is killed while recording, all but the last two seconds is there the next time, and plays', async () => {
  test.setTimeout(120_000);
  const folder = await mkdtemp(join(tmpdir(), 'support-recording-'));
  const first = await launch(folder);
  await begin(first.page);
  await elapsed(first.page, 9000);
  const killedAtMs = await first.page.evaluate(() => recorder.model.timing.measure());
  await first.kill();
  const second = await launch(folder);
  await second.page.evaluate(() => recorder.model.lookForLeft());
  expect(await second.page.evaluate(() => recorder.model.left.peek()?.type)).toBe('video/mp4');
  await second.page.evaluate(() => recorder.model.recover());
  const [film] = await second.page.evaluate(() => recorder.films);
  expect(killedAtMs - (film?.durationMs ?? 0)).toBeLessThan(2600);
  const played = await second.page.evaluate((seconds) => recorder.play([seconds]), (film?.durationMs ?? 0) / 1000 - 1);
  expect(played.duration).toBeGreaterThan((killedAtMs - 2600) / 1000);
  expect(played.colours[0]).toMatch(RED);
  await second.context.close();
  await rm(folder, { recursive: true, force: true });
});

interface Launched {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Ends every process of the browser without warning. */
  kill(): Promise<void>;
}

/** A browser with a profile of its own, which outlives it. */
async function launch(folder: string): Promise<Launched> {
  const context = await chromium.launchPersistentContext(folder, { ...capturing(SAYS_YES), headless: true });
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
  await page.goto(`${ORIGIN}/`);
  await page.waitForFunction(() => 'recorder' in globalThis);
  await paint(page, 'rgb(200, 0, 0)');
  return {
    context,
    page,
    async kill() {
      const protocol = await context.browser()?.newBrowserCDPSession();
      const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
      void protocol?.send('Browser.crash').catch(() => undefined); // it cannot answer any more
      await gone;
    },
  };
}
