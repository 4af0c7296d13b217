import type { Page } from '@playwright/test';
import { canariesRead, canReadPictures, readPicture } from '../support/canaries';
import { fullBrowser } from '../support/fullBrowser';
import { expect, test, type Pages } from '../support/pages';
import type { LiveMasking, Watched } from './pages/liveMask';
import { CANARIES, CATALOGUE, headWith, RESTLESS } from './restlessPage';

declare const live: LiveMasking;

/** Recording a tab needs the whole browser; the headless shell refuses. */
test.use({ launchOptions: fullBrowser(['--auto-accept-this-tab-capture']) });

const open = async (pages: Pages, page: Page, script = ''): Promise<void> => {
  await pages.open({ head: headWith('#0a0'), body: `<main></main><script>${script}</script>`, script: 'liveMask' });
  await page.waitForFunction(() => 'live' in globalThis);
};
/** Asking for the screen takes a press. */
const watch = async (page: Page, frames: number, catalogue?: readonly string[]): Promise<Watched> => {
  await page.mouse.click(640, 790);
  return page.evaluate(([many, texts]) => live.watch(many, texts), [frames, catalogue] as const);
};
const read = ({ samples }: Watched): readonly string[] =>
  samples.flatMap((png) => canariesRead(readPicture(Buffer.from(png, 'base64')), CANARIES));

test.describe('a recording of a page that never rests', () => {
  test.beforeEach(({ page, pages }) => open(pages, page, RESTLESS));

  test('shows no name, number or birth date in any frame, and its own words in many', async ({ page }) => {
    const seen = await watch(page, 60, CATALOGUE);
    expect(seen.mostInk).toBe(0);
    expect(seen.mostKnown).toBeGreaterThan(1000);
    test.skip(!canReadPictures() && !process.env['CI'], 'This machine cannot read pictures.');
    expect(read(seen)).toEqual([]);
  });

  test('shows them all when nothing is masked', async ({ page }) => {
    const seen = await watch(page, 30);
    expect(seen.mostInk).toBeGreaterThan(5000);
    test.skip(!canReadPictures() && !process.env['CI'], 'This machine cannot read pictures.');
    expect(new Set(read(seen))).toEqual(new Set(CANARIES));
  });
});

test('the first frame is masked in twenty of twenty recordings', async ({ page, pages }) => {
  await open(pages, page);
  await page.evaluate(() => {
    const main = document.querySelector('main');
    if (main) main.textContent = 'Wilhelmina Zonnebloem 123456782 '.repeat(30);
  });
  expect((await watch(page, 1)).firstInk).toBeGreaterThan(5000);
  const first: number[] = [];
  for (let trial = 0; trial < 20; trial += 1) first.push((await watch(page, 1, CATALOGUE)).firstInk);
  expect(first).toEqual(Array.from({ length: 20 }, () => 0));
});
