import { canariesRead, canReadPictures, PIXEL_CHUNKS, chunksOf, readPicture } from '../support/canaries';
import { fullBrowser } from '../support/fullBrowser';
import { expect, test } from '../support/pages';
import { CATALOGUE, dossier, ZONNEBLOEM } from './captureDossier';
import { describe, ready, screenshot } from './liveMaskSteps';
import type { LiveMasking } from './pages/liveMask';

declare const live: LiveMasking;

test.use({ launchOptions: fullBrowser(['--auto-accept-this-tab-capture']) });

const PEOPLE = Object.values(ZONNEBLOEM).flatMap((text) => (text.length < 40 ? [text, ...text.split(' ')] : []));
const OWN = `<script>{const own = document.createElement('cliendo-support');own.style.cssText='position:fixed;inset:auto 0 0 auto;width:300px;height:200px;background:#0a0';document.documentElement.append(own)}</script>`;

test.beforeEach(async ({ page, pages }) => {
  const { head, body } = dossier(ZONNEBLOEM);
  await pages.open({ head, body: body + OWN, script: 'liveMask' });
  await ready(page);
  await page.mouse.click(5, 790);
});

test('a picture of this tab holds no name, number or birth date, nor our panel; afterwards all is as it was', async ({
  page,
}) => {
  const before = await page.evaluate(describe);
  const { png, code, boxes } = await page.evaluate((texts) => live.grab(texts), CATALOGUE);
  expect(code).toBe('');
  expect(boxes).toBeGreaterThan(10);
  const bytes = Buffer.from(png, 'base64');
  expect(chunksOf(bytes)).toEqual(PIXEL_CHUNKS);
  const green = await page.evaluate((picture) => live.greenIn(picture), png);
  expect(green).toBeLessThan(100); // one word is green

  expect(await page.evaluate(describe)).toEqual(before);
  const after = (await screenshot(page)).toString('base64');
  expect(await page.evaluate((picture) => live.greenIn(picture), after)).toBeGreaterThan(10_000);
  test.skip(!canReadPictures() && !process.env['CI'], 'This machine cannot read pictures.');
  const text = readPicture(bytes);
  expect(canariesRead(text, PEOPLE)).toEqual([]);
  expect(canariesRead(text, CATALOGUE).length).toBeGreaterThan(12);
});

test('a refusal is a code, and everything is put back', async ({ page }) => {
  const before = await page.evaluate(describe);
  for (const [name, message, code] of [
    ['NotAllowedError', 'Permission denied by user', 'grab-dismissed'],
    ['NotAllowedError', 'Permission denied', 'grab-denied'],
    ['NotSupportedError', '', 'grab-unsupported'],
    ['NotReadableError', '', 'grab-failed'],
  ]) {
    await page.evaluate(
      ([kind, words]) =>
        Object.assign(navigator.mediaDevices, {
          getDisplayMedia: () => Promise.reject(new DOMException(words, kind)),
        }),
      [name, message] as const,
    ); // oxlint-disable-line no-await-in-loop -- one after the other
    expect((await page.evaluate((texts) => live.grab(texts), CATALOGUE)).code).toBe(code); // oxlint-disable-line no-await-in-loop -- one after the other
  }
  expect(await page.evaluate(describe)).toEqual(before);
});

test('a display that gives no frame is a code too', async ({ page }) => {
  await page.evaluate(() =>
    Object.assign(navigator.mediaDevices, {
      getDisplayMedia: () => Promise.resolve(document.createElement('canvas').captureStream(0)),
    }),
  );
  expect((await page.evaluate((texts) => live.grab(texts), CATALOGUE)).code).toBe('grab-failed');
});
