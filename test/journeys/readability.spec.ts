import { readFile } from 'node:fs/promises';
import { clientByRef, fullName } from '../../demo/host/data/clients';
import { nl } from '../../demo/host/catalogue.nl';
import type { CaptureEngine } from '../browser/pages/captureEngine';
import { canReadPictures, readPicture } from '../support/canaries';
import { expect, test } from '../support/demo';
import { logIn, supportIsReady } from '../support/journey';

declare const engine: CaptureEngine;

const NOBODY_LOOKS = 'tesseract is not installed on this machine, so nobody looked at the picture';
const TEXTS: readonly string[] = Object.values(nl);
const wordsIn = (text: string): readonly string[] => text.match(/\p{L}{4,}/gu) ?? [];

test.use({ viewport: { width: 1280, height: 1000 }, deviceScaleFactor: 2 });

test('at least nine of ten words of the app that a reader sees on the screen are read in the masked picture', async ({
  page,
  demo,
}) => {
  test.skip(!canReadPictures(), NOBODY_LOOKS);
  const client = clientByRef('C-10432');
  await logIn(page, demo.url);
  await page.goto(`${demo.url}/clienten/C-10432`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(client ? fullName(client) : '');
  await supportIsReady(page);
  await page.evaluate(await readFile('.build/pages/captureEngine.js', 'utf8'));
  const picture = await page.evaluate(async (texts) => (await engine.draw(engine.freeze(texts))).png, TEXTS);
  const masked = Buffer.from(picture, 'base64');
  const screen = await page.screenshot();
  await test.info().attach('masked', { body: masked, contentType: 'image/png' });
  const shown = await page.evaluate((texts) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? '';
      if (texts.includes(text) && !walker.currentNode.parentElement?.closest('[data-support-block]')) found.push(text);
    }
    return found;
  }, TEXTS);
  const read = new Set(wordsIn(readPicture(screen)));
  const words = [...new Set(shown.flatMap(wordsIn))].filter((word) => read.has(word));
  const inPicture = new Set(wordsIn(readPicture(masked)));
  const kept = words.filter((word) => inPicture.has(word));
  test.info().annotations.push({ type: 'readable', description: `${kept.length} of ${words.length} words` });
  expect(words.length).toBeGreaterThan(25);
  expect(kept.length / words.length).toBeGreaterThanOrEqual(0.9);
});
